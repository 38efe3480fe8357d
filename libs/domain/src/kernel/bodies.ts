import { OFFICERS, type Role } from './vocabulary.ts';
import type { Text } from '../shared/text.ts';

interface BodyRule {
  readonly label: Text;
  /** The role that acts for it here; null for a body outside, whose answers an officer records. */
  readonly role: Role | null;
}

/** Bodies that may have to act on a case. */
export const BODIES = {
  DESA: { label: { id: 'Pemerintah desa atau kelurahan', en: 'Village' }, role: 'village_officer' },
  KECAMATAN: { label: { id: 'Kecamatan', en: 'Subdistrict' }, role: 'subdistrict_officer' },
  DISNAKER: {
    label: { id: 'Dinas ketenagakerjaan kabupaten/kota', en: 'District labour office' },
    role: 'district_officer',
  },
  BP3MI: { label: { id: 'BP3MI provinsi', en: 'Provincial BP3MI' }, role: 'bp3mi_officer' },
  KP2MI: { label: { id: 'Kementerian P2MI', en: 'Ministry' }, role: 'ministry_officer' },
  PERWAKILAN: { label: { id: 'Perwakilan RI atau KDEI', en: 'Mission abroad' }, role: null },
  BPJS: { label: { id: 'BPJS Ketenagakerjaan', en: 'Insurer' }, role: null },
  POLRI: { label: { id: 'Kepolisian', en: 'Police' }, role: null },
  LPSK: { label: { id: 'LPSK', en: 'Witness and victim protection' }, role: null },
  LAIN: { label: { id: 'Instansi lain', en: 'Another agency' }, role: null },
} as const satisfies Record<string, BodyRule>;
export type Body = keyof typeof BODIES;

/** The role that acts for a body, null for a body outside or an unknown one. */
export function roleOf(body: unknown): Role | null {
  return typeof body === 'string' && Object.hasOwn(BODIES, body) ? BODIES[body as Body].role : null;
}

/** Who reviews whom goes up this list. */
const RANKS: readonly Role[] = OFFICERS;

/** Height of an office, -1 for a role that is no office. */
export const rankOf = (role: Role): number => RANKS.indexOf(role);

/** Who reviews an office: never below the regency; the ministry reviews itself, by another person. */
export function reviewerOf(role: Role): 'district_officer' | 'bp3mi_officer' | 'ministry_officer' {
  switch (role) {
    case 'village_officer':
    case 'subdistrict_officer':
      return 'district_officer';
    case 'district_officer':
      return 'bp3mi_officer';
    default:
      return 'ministry_officer';
  }
}
