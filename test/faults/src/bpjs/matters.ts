import { randomUUID } from 'node:crypto';
import type { Draw } from '@titian/cli/draw';

/** What one claim is about, and how the insurer and the family behave. */
export interface Matter {
  readonly caseId: string;
  readonly area: string;
  readonly askedIdr: string;
  readonly heirs: 0 | 2;
  /** The insurer's plan for the claim. */
  readonly steps: readonly object[];
  readonly delayMs: number;
  /** The money comes back once: the family does not say that it has it before. */
  readonly comesBack: boolean;
  /** Objects once to what was refused, withdraws once decided, disputes the money once. */
  readonly wish: 'accepts' | 'objects' | 'withdraws' | 'disputes';
}

export const LINE = 'JKK_GAGAL_BERANGKAT';
const AREAS = ['35.05.08.2003', '35.07.01.2001'] as const;
/** The insurer's branches that have the claims. */
export const BRANCHES: readonly string[] = AREAS.map((area) => area.slice(0, 5));
const WHY = { reasonCode: 'NOT_PROVEN', article: 'Pasal 34' };
const request = {
  do: 'request-information',
  documents: ['FORMULIR_KLAIM'],
  reasonCode: 'PAPER_UNREADABLE',
  article: 'Pasal 50',
};
const reject = { do: 'reject', ...WHY };
const approve = { do: 'approve' };
const pay = { do: 'pay' };
const fail = (reasonCode: string): object => ({ do: 'fail-payment', reasonCode });
const part = (askedIdr: number, step: string): object => ({
  do: step,
  lines: [{ code: LINE, decision: 'approved', approvedIdr: String(Math.floor(askedIdr / 2)), ...WHY }],
});

type Course = readonly [steps: readonly object[], wish: Matter['wish']];

/** The ways a claim may go; each is somebody's real trouble. */
function courses(asked: number): readonly Course[] {
  return [
    [[approve, pay], 'accepts'],
    [[{ do: 'adjudicate' }, pay], 'disputes'],
    [[request, approve, pay], 'accepts'],
    [[part(asked, 'decide'), pay], 'accepts'],
    [[part(asked, 'decide'), approve, pay], 'objects'],
    [[reject], 'accepts'],
    [[reject, approve, pay], 'objects'],
    [[reject, reject], 'objects'],
    [[approve, fail('ACCOUNT_CLOSED'), pay], 'accepts'],
    [[approve, fail('NAME_DIFFERS'), fail('BANK_REFUSED'), pay], 'accepts'],
    [[approve, pay, { do: 'return-payment', reasonCode: 'NAME_DIFFERS' }, pay], 'accepts'],
    [[approve, part(asked, 'reverse'), pay], 'accepts'],
    [[approve, pay, part(asked, 'reverse')], 'accepts'],
    [[{ do: 'refuse-intake', reasonCode: 'FILE_INCOMPLETE', article: 'Pasal 50' }], 'accepts'],
    [[approve, pay], 'withdraws'],
  ];
}

/** As many matters as wanted; each course comes up before one comes up twice. */
export function drawMatters(draw: Draw, count: number): readonly Matter[] {
  return Array.from({ length: count }, (_matter, n) => {
    const asked = draw.int(1, 50) * 1_000_000 + draw.int(0, 999);
    const all = courses(asked);
    const [steps, wish] = all[n % all.length] ?? [[approve, pay], 'accepts'];
    return {
      caseId: randomUUID(),
      area: draw.one(AREAS),
      askedIdr: String(asked),
      heirs: draw.often(30) ? 2 : 0,
      steps,
      delayMs: draw.int(5, 150),
      comesBack: steps.some((step) => 'do' in step && step.do === 'return-payment'),
      wish,
    };
  });
}
