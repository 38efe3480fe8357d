import { claim } from '../walk/claim-words.ts';
import { day } from '../walk/walk-words.ts';

/** What is said of people at the desk, by the member that holds it. */
const PERSONAL = [
  'name',
  'nik',
  'passport',
  'phone',
  'address',
  'accountNumber',
  'holderName',
  'text',
  'account',
] as const;
type Personal = (typeof PERSONAL)[number];

/** A value that was given to the API and may leave the statement store nowhere. */
export interface Canary {
  readonly kind: Personal;
  readonly value: string;
}

/** Shorter ones would be found where nobody said them. */
const LEAST = 8;
/** The beginning of a long text: what cuts it off still holds this. Without the plus of a phone, which some leave out. */
const toNeedle = (value: string): string => value.replace(/^\+/, '').slice(0, 40);

const isPersonal = (member: string): member is Personal => (PERSONAL as readonly string[]).includes(member);

/** Everything personal in a body, at any depth. @throws RangeError naming the member of a value that is too short to be found */
export function canariesOf(body: unknown): Canary[] {
  const found = new Map<string, Canary>();
  const look = (value: unknown, member: string): void => {
    if (Array.isArray(value)) for (const each of value) look(each, member);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) look(inner, name);
    else if (typeof value === 'string' && isPersonal(member)) {
      if (value.length < LEAST) throw new RangeError(`“${value}” (${member}) is too short to be looked for`);
      found.set(value, { kind: member, value: toNeedle(value) });
    }
  };
  look(body, '');
  return [...found.values()];
}

/** A person of whom everything is told; another for each number. */
const somebody = (n: number): { worker: object; account: string } => ({
  worker: {
    name: `Kenari Nomor ${n}`,
    nik: `350508470385000${n}`,
    bornOn: '1985-03-07',
    passport: `X700000${n}`,
    phone: `+62812555000${n}`,
  },
  account: `Cerita keluarga kenari nomor ${n}, hanya untuk petugas.`,
});

/** One case of each type, opened with everything that can be said of people. */
export const TOLD_IN_FULL = [
  {
    what: 'claims',
    body: claim(somebody(1)),
  },
  {
    what: 'complaints',
    body: {
      areaCode: '35.05.08.2003',
      category: 'GAJI_TIDAK_DIBAYAR',
      reporter: { relation: 'FAMILY' },
      consent: true,
      country: 'MY',
      contact: { name: 'Kenari Pelapor', phone: '+628125550099', address: 'Dusun Kenari RT 7 RW 3 rumah biru' },
      ...somebody(2),
    },
  },
  {
    what: 'placements',
    body: {
      areaCode: '35.05.08.2003',
      registeredDay: day(1),
      country: 'TW',
      placedBy: 'P3MI',
      worker: somebody(3).worker,
    },
  },
] as const;

/** Bodies that are refused: a refusal may not repeat what it refuses. */
export const REFUSED: readonly { readonly what: string; readonly body: string }[] = [
  { what: 'claims', body: JSON.stringify({ ...TOLD_IN_FULL[0].body, riskDay: 'kemarin' }) },
  {
    what: 'complaints',
    body: JSON.stringify({ ...TOLD_IN_FULL[1].body, worker: { name: 'Kenari Salah', phone: 'Kenari Nomor' } }),
  },
  { what: 'placements', body: JSON.stringify(TOLD_IN_FULL[2].body).slice(0, -1) },
];
