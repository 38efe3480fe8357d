import { areaAtLevel, type AreaCode, type OfficeDirectory, type Role, type Zone } from '@titian/domain';
import { ROWS } from '../rows/generated/index.ts';
import type { RowOf } from '../rows/schema.ts';

/** Posts by role: how an office is named and how many segments of an area code it answers for. */
const POSTS: ReadonlyMap<Role, RowOf<'office'>> = new Map(ROWS.office.map((row) => [row.role, row]));

const zoned = (zone: Zone): readonly string[] =>
  ROWS.zone.filter((row) => row.zone === zone).flatMap(({ provinces }) => provinces);
const WITA = zoned('WITA');
const WIT = zoned('WIT');

export const HELD_ROLES: readonly Role[] = ['family', ...POSTS.keys()];

/** Office id of a post for an area, e.g. `disnaker:35.05`; the ministry is `kp2mi`. */
export function officeId(role: Role, area: AreaCode): string {
  const post = POSTS.get(role);
  if (post === undefined) return role;
  const { office, levels } = post;
  return levels === 0 ? office : `${office}:${areaAtLevel(area, levels)}`;
}

/**
 * A directory made from the area codes alone: every area has its village, district and province office by rule.
 * Posts named in `vacant` (office ids) have no holder and are climbed over.
 */
export function officeDirectory(vacant: ReadonlySet<string> = new Set()): OfficeDirectory {
  const officeFor = (area: AreaCode, role: Role): string | null => {
    const office = officeId(role, area);
    return vacant.has(office) ? null : office;
  };
  return {
    officeFor,
    holderFor(area, role) {
      let post: Role = role;
      for (;;) {
        const office = officeFor(area, post);
        if (office !== null) return { role: post, office };
        // The next one up, and never nobody.
        const next = POSTS.get(post)?.next;
        if (next === undefined || next === post) return { role: 'ministry_officer', office: 'kp2mi' };
        post = next;
      }
    },
    zoneOf: (area): Zone => {
      const province = areaAtLevel(area, 1);
      return WIT.includes(province) ? 'WIT' : WITA.includes(province) ? 'WITA' : 'WIB';
    },
  };
}
