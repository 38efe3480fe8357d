import type { Expectation, ExpectedLine } from '../shared/benefit-rules.ts';
import type { Text } from '../shared/text.ts';
import type { BenefitLine } from '../kernel/state.ts';

/** How an amount stands to what the rules give. */
export const DIFFERENCES = {
  as_expected: { id: 'Sesuai dengan perhitungan.', en: 'As calculated.' },
  less_than_expected: { id: 'Lebih kecil dari perhitungan.', en: 'Less than calculated.' },
  more_than_expected: { id: 'Lebih besar dari perhitungan.', en: 'More than calculated.' },
  rejected_though_expected: {
    id: 'Ditolak, padahal menurut perhitungan berhak.',
    en: 'Rejected, although the rules say that it is due.',
  },
  granted_though_not_expected: {
    id: 'Diberikan, padahal menurut perhitungan tidak berhak.',
    en: 'Granted, although the rules say that it is not due.',
  },
  not_comparable: {
    id: 'Tidak dapat dibandingkan: aturan tidak memberi jumlah yang pasti.',
    en: 'Cannot be compared: the rules give no certain sum.',
  },
  not_calculated: { id: 'Belum pernah dihitung.', en: 'Was never calculated.' },
} as const satisfies Record<string, Text>;
export type Difference = keyof typeof DIFFERENCES;

/** One line of a comparison: codes, sums and rows only, so that it may be published. */
export interface ComparedLine {
  readonly code: string;
  readonly difference: Difference;
  readonly expectedIdr: string | null;
  /** What was verified, or decided. */
  readonly foundIdr: string;
  readonly rows: readonly string[];
  /** False if a row of the expectation was not read in the law itself: the difference may be ours. */
  readonly verified: boolean;
  readonly reasonCode: string | null;
  readonly article: string | null;
}

/** Differences that somebody has to explain. */
const STRIKING: readonly Difference[] = [
  'less_than_expected',
  'more_than_expected',
  'rejected_though_expected',
  'granted_though_not_expected',
];
export const isStriking = ({ difference }: Pick<ComparedLine, 'difference'>): boolean => STRIKING.includes(difference);

function differenceOf(expected: ExpectedLine | undefined, foundIdr: bigint): Difference {
  if (expected === undefined) return 'not_calculated';
  if (expected.answer === 'no') return foundIdr === 0n ? 'as_expected' : 'granted_though_not_expected';
  const isSum = expected.amount === 'EXACT' || expected.amount === 'AT_MOST';
  if (expected.answer === 'undetermined' || expected.expectedIdr === null || !isSum) return 'not_comparable';
  const expectedIdr = BigInt(expected.expectedIdr);
  if (foundIdr === expectedIdr) return 'as_expected';
  if (foundIdr === 0n) return 'rejected_though_expected';
  return foundIdr < expectedIdr ? 'less_than_expected' : 'more_than_expected';
}

/** Compares each line with the last run of the rules. Pure. */
export function compareLines(
  expectation: Expectation | undefined,
  lines: readonly Pick<BenefitLine, 'code' | 'reasonCode' | 'article'>[],
  foundIdr: (code: string) => string,
): readonly ComparedLine[] {
  return lines.map(({ code, reasonCode, article }) => {
    const expected = expectation?.lines.find((each) => each.code === code);
    return {
      code,
      difference: differenceOf(expected, BigInt(foundIdr(code))),
      expectedIdr: expected?.expectedIdr ?? null,
      foundIdr: foundIdr(code),
      rows: expected?.rows ?? [],
      verified: expected?.verified ?? false,
      reasonCode,
      article,
    };
  });
}
