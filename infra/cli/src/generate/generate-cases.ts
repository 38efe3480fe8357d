import { rulebook } from '@titian/rulebook';
import { Draw } from './draw.ts';
import {
  CATEGORIES,
  CLAIM_TYPES,
  COUNTRIES_OF_CLAIMS,
  COUNTRIES_OF_COMPLAINTS,
  FAMILY_NAMES,
  GIVEN_NAMES,
  MONTHS,
  SOUTH_BLITAR,
  SOUTH_FACTOR,
} from './weights.ts';

/** What to generate. The same wish gives the same cases, byte for byte. */
export interface GeneratorWish {
  readonly cases: number;
  readonly seed: number;
  readonly type: 'claim' | 'complaint' | 'mixed';
  /** Cases come in during this year. */
  readonly year: number;
  /** Codes of the villages that families live in. */
  readonly villages: readonly string[];
}

/** One case as it comes to the desk. */
export interface GeneratedCase {
  readonly kind: 'claim' | 'complaint';
  /** The day it comes in, YYYY-MM-DD. */
  readonly day: string;
  readonly area: string;
  /** Body of POST /v1/claims or /v1/complaints. */
  readonly intake: Readonly<Record<string, unknown>>;
}

/** Real flow: 1,500 complaints and about 340 claims a year. */
const CLAIMS_IN_HUNDRED = 18;

/** Yields the cases one by one, in no order of days. @throws RangeError without a village */
export function* generateCases(wish: GeneratorWish): Generator<GeneratedCase> {
  const draw = new Draw(wish.seed);
  const villages = wish.villages.flatMap((village) =>
    SOUTH_BLITAR.some((south) => village.startsWith(`${south}.`))
      ? Array<string>(SOUTH_FACTOR.weight).fill(village)
      : [village],
  );
  for (let n = 0; n < wish.cases; n += 1) {
    const area = draw.one(villages);
    const day = dayIn(wish.year, draw);
    const isClaim = wish.type === 'claim' || (wish.type === 'mixed' && draw.int(1, 100) <= CLAIMS_IN_HUNDRED);
    yield isClaim
      ? { kind: 'claim', day, area, intake: claim(draw, area, day, n) }
      : { kind: 'complaint', day, area, intake: complaint(draw, area, n) };
  }
}

const two = (value: number): string => String(value).padStart(2, '0');
const dayIn = (year: number, draw: Draw): string => `${year}-${two(draw.weighted(MONTHS))}-${two(draw.int(1, 28))}`;

/** Number of an identity card that nobody has: a possible birthday, and a serial beyond those given out. */
function nikOf(draw: Draw, area: string, n: number): string {
  const district = area.split('.').slice(0, 3).join('');
  const born = `${two(draw.int(1, 28))}${two(draw.int(1, 12))}${two(draw.int(70, 99))}`;
  return `${district}${born}${9000 + (n % 1000)}`;
}

function worker(draw: Draw, area: string, n: number): object {
  return {
    name: `${draw.one(GIVEN_NAMES)} ${draw.one(FAMILY_NAMES)} (contoh ${n})`,
    nik: nikOf(draw, area, n),
    phone: `+62810000${String(n % 100_000).padStart(5, '0')}`,
  };
}

/** The benefit that a claim of a type is mostly about, where it is not named like the type. */
const LINE_OF: Readonly<Record<string, string>> = { JKK_PEMULANGAN: 'JKK_PULANG_BERMASALAH' };

/** The most that a benefit gives by the rule of a day, or by the newest where it did not exist yet; whole rupiah. */
function mostOn(day: string, code: string): number {
  const newest = rulebook.rows.benefit.find((row) => row.code === code && row.validTo === null);
  const { formula } = rulebook.rulesOn(day).benefitsByCode.get(code) ?? newest ?? {};
  switch (formula?.kind) {
    case 'FIXED':
      return Number(formula.amount);
    case 'COST_UP_TO':
      return Number(formula.ceiling);
    case 'PARTS':
      return formula.parts.reduce((sum, { amount }) => sum + Number(amount), 0);
    default:
      throw new Error(`no sum for ${code} on ${day}`);
  }
}

function claim(draw: Draw, areaCode: string, day: string, n: number): GeneratedCase['intake'] {
  const claimType = draw.weighted(CLAIM_TYPES);
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - draw.int(3, 120) * 86_400_000);
  const riskDay = before.toISOString().slice(0, 10);
  const code = LINE_OF[claimType] ?? claimType;
  const most = mostOn(riskDay, code);
  return {
    claimType,
    areaCode,
    riskDay,
    riskCountry: draw.weighted(COUNTRIES_OF_CLAIMS),
    reporter: { relation: draw.one(['FAMILY', 'FAMILY', 'PARTICIPANT', 'DISTRICT_LABOUR_OFFICE']) },
    lines: [{ code, askedIdr: String(claimType.includes('RAWAT') ? draw.int(1, 50) * (most / 50) : most) }],
    worker: worker(draw, areaCode, n),
  };
}

function complaint(draw: Draw, areaCode: string, n: number): GeneratedCase['intake'] {
  return {
    areaCode,
    category: draw.weighted(CATEGORIES),
    reporter: { relation: draw.one(['FAMILY', 'FAMILY', 'PARTICIPANT']) },
    consent: true,
    country: draw.weighted(COUNTRIES_OF_COMPLAINTS),
    placement: {
      status: draw.int(1, 1462) <= 985 ? 'NONPROCEDURAL' : 'PROCEDURAL', // 985 of 1,462 in 2024 (S113)
      phase: 'DURING',
      by: draw.one(['P3MI', 'PERSEORANGAN', 'UNKNOWN']),
    },
    worker: worker(draw, areaCode, n),
    account: `Keluhan contoh nomor ${n}.`,
  };
}
