import { areaAtLevel, type AreaCode, type OfficeDirectory, type Role, type Zone } from '@titian/domain';

/** How an office is named and how many segments of an area code it answers for. */
const POSTS = {
  village_officer: { office: 'desa', levels: 4 },
  subdistrict_officer: { office: 'kecamatan', levels: 3 },
  district_officer: { office: 'disnaker', levels: 2 },
  bp3mi_officer: { office: 'bp3mi', levels: 1 },
  ministry_officer: { office: 'kp2mi', levels: 0 },
  insurer: { office: 'bpjs', levels: 2 },
} as const satisfies Partial<Record<Role, { readonly office: string; readonly levels: number }>>;
type Post = keyof typeof POSTS;

/** Who holds a case when a post is vacant: the next one up, and never nobody. */
const NEXT: Readonly<Record<Post, Post>> = {
  village_officer: 'subdistrict_officer',
  subdistrict_officer: 'district_officer',
  district_officer: 'bp3mi_officer',
  bp3mi_officer: 'ministry_officer',
  ministry_officer: 'ministry_officer',
  insurer: 'ministry_officer',
};

/** Provinces on UTC+8 (Bali, NTB, NTT, South, East and North Kalimantan, Sulawesi) and UTC+9 (Maluku, Papua). */
const WITA = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const WIT = ['81', '82', '91', '92', '93', '94', '95', '96'];

export const HELD_ROLES: readonly Role[] = ['family', ...(Object.keys(POSTS) as Post[])];

const isPost = (role: Role): role is Post => Object.hasOwn(POSTS, role);

/** Office id of a post for an area, e.g. `disnaker:35.05`; the ministry is `kp2mi`. */
export function officeId(role: Role, area: AreaCode): string {
  if (!isPost(role)) return role;
  const { office, levels } = POSTS[role];
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
        if (!isPost(post) || post === 'ministry_officer') return { role: 'ministry_officer', office: 'kp2mi' };
        post = NEXT[post];
      }
    },
    zoneOf: (area): Zone => {
      const province = areaAtLevel(area, 1);
      return WIT.includes(province) ? 'WIT' : WITA.includes(province) ? 'WITA' : 'WIB';
    },
  };
}
