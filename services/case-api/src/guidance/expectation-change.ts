import type { CaseState, ExpectedLine, Expectation, Text } from '@titian/domain';
import { rupiahText } from '@titian/rulebook';

/** One line that the second run of the rules gives otherwise than the first; null on a side where it is not given. */
export interface ExpectationChange {
  readonly code: string;
  readonly before: Pick<ExpectedLine, 'answer' | 'expectedIdr' | 'rows'> | null;
  readonly after: Pick<ExpectedLine, 'answer' | 'expectedIdr' | 'rows'> | null;
  readonly says: Text;
}

const ANSWERS: Readonly<Record<ExpectedLine['answer'], Text>> = {
  eligible: { id: 'berhak', en: 'entitled' },
  not_yet: { id: 'belum berhak', en: 'not yet entitled' },
  no: { id: 'tidak berhak', en: 'not entitled' },
  undetermined: { id: 'belum dapat ditentukan', en: 'not to be told yet' },
};
const NOT_ASKED: Text = { id: 'tidak dihitung', en: 'not calculated' };

/**
 * Where the run of the rules at the verification differs from the one that was saved before it, line by line; null until
 * both were made. Facts were told in between, or the rows have changed: `rules` says whether it is the second.
 */
export function expectationChange({
  facts,
}: Pick<CaseState, 'facts'>): { readonly rules: boolean; readonly lines: readonly ExpectationChange[] } | null {
  const before = facts['precheck'] as Expectation | undefined;
  const after = facts['recheck'] as Expectation | undefined;
  if (before === undefined || after === undefined) return null;
  const codes = [...new Set([...before.lines, ...after.lines].map(({ code }) => code))];
  const lines = codes.flatMap((code) => {
    const pair = [before, after].map(({ lines: all }) => all.find((line) => line.code === code));
    return isSame(pair[0], pair[1]) ? [] : [changeOf(code, pair[0], pair[1])];
  });
  return { rules: before.rulesDigest !== after.rulesDigest, lines };
}

/** Rows alone are no change to a family: another row with the same answer and sum is told by `rules`. */
const isSame = (before: ExpectedLine | undefined, after: ExpectedLine | undefined): boolean =>
  before?.answer === after?.answer && before?.expectedIdr === after?.expectedIdr;

function changeOf(code: string, before: ExpectedLine | undefined, after: ExpectedLine | undefined): ExpectationChange {
  const [was, is] = [before, after].map(inWords) as [Text, Text];
  return {
    code,
    before: side(before),
    after: side(after),
    says: { id: `Semula ${was.id}, sekarang ${is.id}.`, en: `Before: ${was.en}; now: ${is.en}.` },
  };
}

const side = (line: ExpectedLine | undefined): ExpectationChange['before'] =>
  line === undefined ? null : { answer: line.answer, expectedIdr: line.expectedIdr, rows: line.rows };

function inWords(line: ExpectedLine | undefined): Text {
  if (line === undefined) return NOT_ASKED;
  const { id, en } = ANSWERS[line.answer];
  const sum = line.expectedIdr === null ? '' : ` ${rupiahText(BigInt(line.expectedIdr))}`;
  return { id: `${id}${sum}`, en: `${en}${sum}` };
}
