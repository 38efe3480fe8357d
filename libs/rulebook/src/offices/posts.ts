import { areaAtLevel, type AreaCode, type Role, type Zone } from '@titian/domain';
import { ROWS } from '../rows/generated/index.ts';
import type { RowOf } from '../rows/schema.ts';

/** Posts by role: how an office is named and how many segments of an area code it answers for. */
const POSTS: ReadonlyMap<Role, RowOf<'office'>> = new Map(ROWS.office.map((row) => [row.role, row]));

const zoned = (zone: Zone): readonly string[] =>
  ROWS.zone.filter((row) => row.zone === zone).flatMap(({ provinces }) => provinces);
const WITA = zoned('WITA');
const WIT = zoned('WIT');

/** Roles that an office fills. */
export const POST_ROLES: readonly Role[] = [...POSTS.keys()];
export const HELD_ROLES: readonly Role[] = ['family', ...POST_ROLES];

/** Office id of a post for an area, e.g. `disnaker:35.05`; the ministry is `kp2mi`. */
export function officeId(role: Role, area: AreaCode): string {
  const post = POSTS.get(role);
  if (post === undefined) return role;
  const { office, levels } = post;
  return levels === 0 ? office : `${office}:${areaAtLevel(area, levels)}`;
}

/** Who holds a case when a post cannot: the next one up; null at the top and for a role that no office fills. */
export function nextPost(role: Role): Role | null {
  const next = POSTS.get(role)?.next;
  return next === undefined || next === role ? null : next;
}

/** The zone of the province that an area lies in. */
export function zoneOf(area: AreaCode): Zone {
  const province = areaAtLevel(area, 1);
  return WIT.includes(province) ? 'WIT' : WITA.includes(province) ? 'WITA' : 'WIB';
}
