import { amountFindings, duesOf, paperRequestsOf, requestItem, requirementsOf } from '../../claim/index.ts';
import type { CaseEvent } from '../../kernel/event.ts';
import type { CaseState } from '../../kernel/state.ts';
import type { Json, JsonObject } from '../../shared/text.ts';
import { CASE, CONSENT, model, OPENING, paper, STATEMENT, steps } from '../claim-world.ts';
import { pick, type Hold, type Lifecycle } from './lifecycle.ts';

const { definition } = model;
const WEIGHTS: Readonly<Record<string, number>> = {
  attach: 60,
  recordPayee: 9,
  recordMembership: 9,
  markComplete: 36,
  verifyItem: 90,
  approveFile: 60,
  checkFile: 90,
  proposeVoid: 6,
  confirmVoid: 9,
  submit: 30,
  insurerReceived: 18,
  insurerRequestsInfo: 18,
  approve: 12,
  approvePart: 18,
  reject: 15,
  acceptDecision: 18,
  fileObjection: 18,
  maintain: 15,
  paid: 9,
  paidPart: 9,
  verifyAccount: 9,
  answerInfo: 18,
  answerInsurer: 60,
  recordAccidentOutcome: 18,
  recordHeirs: 9,
  proceedToReport: 6,
  proceedToEvidence: 6,
  paymentFailed: 9,
  reorderPayment: 30,
  disputeReceipt: 3,
  insurerSettlesDispute: 6,
  useSubstitute: 3,
  informationDelivered: 3,

  clearFraud: 12,
  clearDuplicate: 30,
  confirmSameWorker: 30,
  resume: 6,
  transfer: 9,
  acceptTransfer: 99,
  refer: 9,
  acceptReferral: 99,
};

const OTHER_CASE = '3f6a1c52-0000-4000-8000-000000000009';
const ARTICLE = { reasonCode: 'OUTSIDE_COVERAGE', article: 'Pasal 34' };
const AMOUNTS = ['42500000', '1000', '0'];

/** An input that could well be the right one. */
function inputFor(name: string, state: CaseState | null, by: number): JsonObject {
  const rule = definition.commands[name];
  const lines = Object.values(state?.lines ?? {});
  const reasonCode = pick(rule?.reasons ?? ['OWN_WISH'], by);
  const wanted = state === null ? [] : requirementsOf(definition, model.code.conditions, state);
  const having = (status: string): string =>
    (wanted.find((each) => each.status === status) ?? wanted[by % (4 * wanted.length + 1)])?.requirement ?? 'form';
  const paperFor = (requirement: string, substitute: boolean): JsonObject => {
    const papers = definition.evidence[requirement]?.anyOf ?? [];
    return paper(requirement, papers.find((each) => each.substitute === substitute)?.document ?? 'KPJ');
  };
  const eachLine = (more: (line: CaseState['lines'][string], index: number) => JsonObject): Json =>
    lines.map((line, index) => ({ code: line.code, ...more(line, index) }));
  const orderFor = (): string => {
    const orders = Object.values(state?.payments ?? {});
    const open = orders.find(({ status }) => status === 'requested' || status === 'ordered' || status === 'disputed');
    return (open ?? orders[by % (orders.length + 1)])?.id ?? 'JKK_RAWAT_LN.main.1';
  };
  switch (rule?.input) {
    case 'opening@1':
      return {
        ...OPENING,
        claimType: name === 'openClaim' || by % 5 === 0 ? 'JKM_SELAMA' : 'JKK_RAWAT_LN',
        lines:
          name === 'openClaim' || by % 5 === 0
            ? [{ code: 'JKM_SELAMA', askedIdr: '42500000' }]
            : [
                { code: 'JKK_RAWAT_LN', askedIdr: '42500000' },
                ...(by % 3 === 0 ? [{ code: 'JKK_TRANSPORT', askedIdr: '1000' }] : []),
              ],
        ...(by % 4 === 0 ? { receivedAt: '2025-12-22T02:00:00.000Z' } : {}),
      };
    case 'accidentOutcome@1':
      return { outcome: pick(['RECOVERED', 'DIED'], by), day: '2026-01-02' };
    case 'membership@1':
      return { from: '2025-01-01', until: '2027-01-01', active: by % 8 !== 0, source: 'SISKOP2MI' };
    case 'attachment@1':
      return paperFor(having('missing'), false);
    case 'substitute@1':
      return { ...paperFor('accidentLetter', true), reasonCode };
    case 'payee@1':
      return by % 6 === 0
        ? { kind: 'HEIR', account: STATEMENT, payee: pick(['heir-1', 'heir-2'], by), share: '1/2' }
        : { kind: 'PARTICIPANT', account: STATEMENT };
    case 'infoRequest@1':
      return { requirements: [having('attached')], reasonCode };
    case 'verification@1':
      return { requirement: having('attached'), against: 'ORIGINAL' };
    case 'return@1':
      return { requirement: having('attached'), reasonCode };
    case 'verifiedAmounts@1':
      return { lines: eachLine(({ askedIdr }) => ({ verifiedIdr: askedIdr ?? '0' })) };
    case 'reason@1':
      return { reasonCode };
    case 'reasonWithArticle@1':
    case 'intakeRefusal@1':
      return { reasonCode, article: ARTICLE.article };
    case 'reference@1':
      return { reference: 'BPJS-1', receivedAt: '2026-01-05T03:00:00.000Z' };
    case 'insurerRequest@1':
      return { reference: 'BPJS-1', documents: ['KPJ'], reasonCode };
    case 'decision@1':
      return {
        reference: by % 20 === 0 ? 'BPJS-2' : 'BPJS-1',
        lines: eachLine(({ askedIdr }, index) =>
          name === 'approve'
            ? { decision: 'approved', approvedIdr: askedIdr ?? '0' }
            : name === 'reject' || (index > 0 && by % 2 === 0)
              ? { decision: 'rejected', approvedIdr: '0', ...ARTICLE }
              : { decision: 'approved', approvedIdr: pick(AMOUNTS, by) },
        ),
      };
    case 'objection@1':
    case 'offerAnswer@1':
      return { reasonCode };
    case 'referral@1':
    case 'transfer@1':
      return { body: pick(['BP3MI', 'DISNAKER', 'DESA', 'KP2MI', 'POLRI'], by), reasonCode, consent: CONSENT };
    case 'paymentOrder@1':
      return { order: orderFor(), paymentReference: 'PAY-1' };
    case 'disputeSettled@1':
      return { paymentReference: 'PAY-1' };
    case 'receipt@1':
      return { channel: 'VISIT' };
    case 'receiptOfOne@1':
      return { channel: 'PHONE', payee: pick(['heir-1', 'heir-2'], by) };
    case 'accountCheck@1':
      return { against: 'PASSBOOK' };
    case 'blockedPayee@1':
    case 'withdrawalAnswer@1':
      return { reasonCode };
    case 'treatment@1':
      return { day: '2026-01-02', place: 'ABROAD' };
    case 'channel@1':
      return { channel: 'manual' };
    case 'duplicateSearch@1':
      return { found: by % 6 === 0 ? [{ caseId: OTHER_CASE, rule: 'NIK_AND_EVENT' }] : [] };
    case 'sameWorker@1':
    case 'otherWorker@1':
      return { caseId: OTHER_CASE, reasonCode };
    case 'insurerFinding@1':
      return { finding: 'DECISION_DIFFERS' };
    case 'maintained@1':
      return { reasonCode, article: ARTICLE.article, decider: 'KANWIL' };
    case 'schoolYear@1':
      return { level: pick(['SMA', 'PT'], by) };
    case 'payment@1':
      return {
        order: orderFor(),
        paymentReference: 'PAY-1',
        paidDay: '2026-01-06',
        amountIdr: by % 10 === 0 ? '1' : (state?.payments[orderFor()]?.amountIdr ?? '0'),
      };
    case 'paymentFailure@1':
      return { order: orderFor(), paymentReference: 'PAY-1', reasonCode };
    case 'heirs@1':
      return { heirs: [{ person: STATEMENT, relation: 'SPOUSE' }] };
    case 'certification@1':
      return { requirement: having('attached') };
    case 'precheck@1':
      return { circumstances: { lostAtSea: by % 2 === 0 } };
    case 'paperRequest@1':
    case 'paperRefusal@1':
    case 'paperCancellation@1':
      return {
        requirement: 'accidentLetter',
        ...pick(
          [
            { document: 'SK_MAJIKAN', addressee: 'PEMBERI_KERJA' },
            { document: 'SK_AGENSI', addressee: 'AGENSI' },
          ],
          by,
        ),
        ...(rule.input === 'paperRequest@1' ? {} : { reasonCode }),
      };
    case 'refusalEvidence@1': {
      const { requirement, documentId, sha256 } = paper('accidentLetter', 'SK_MAJIKAN');
      return { requirement: requirement ?? null, documentId: documentId ?? null, sha256: sha256 ?? null };
    }
    case 'suspectedDuplicate@1':
      return { caseId: OTHER_CASE };
    case 'appeal@1':
      return { body: 'OMBUDSMAN', day: '2026-01-06' };
    case 'scholarship@1':
      return { child: STATEMENT, level: 'SD', askedIdr: '1500000' };
    case 'linkedCase@1':
      return { caseId: OTHER_CASE, relation: 'scholarship' };
    case 'linkedCaseRefusal@1':
      return { refusal: 'command/guard' };
    case 'note@1':
      return { statement: STATEMENT };
    case 'link@1':
      return { caseId: CASE, relation: 'complaint' };
    default:
      return {};
  }
}

/** A paper that somebody outside owes is never forgotten: while it is awaited, its clock runs. */
function checkRequests(state: CaseState, hold: Hold): void {
  if (state.status === 'closed') return;
  const awaited = paperRequestsOf(state).filter(({ status }) => status === 'awaited');
  const measured = Object.values(state.clocks).filter(
    ({ name, entries }) => name === 'paperRequest' && entries.at(-1)?.action !== 'stopped',
  );
  hold(
    'each paper that is awaited is measured, and no other',
    measured
      .map(({ item }) => item)
      .sort()
      .join() === awaited.map(requestItem).sort().join(),
  );
  hold('a flag says that papers are awaited', state.flags.includes('third_party_awaited') === awaited.length > 0);
}

function check(state: CaseState, hold: Hold): void {
  checkRequests(state, hold);
  const { outcome, flags } = state;
  const explained = ['decision_reversed', 'amounts_differ', 'overpaid'].some((flag) => flags.includes(flag));
  hold(
    'no more is paid than was decided, but where the insurer changed its mind',
    explained ||
      Object.values(state.lines).every(({ paidIdr, decidedIdr }) => BigInt(paidIdr ?? 0) <= BigInt(decidedIdr ?? 0)),
  );
  const unexplained = amountFindings(state).filter(
    ({ between, explainedBy }) => between === 'decided-paid' && explainedBy === null,
  );
  hold(
    'no claim ends with amounts that nobody explained',
    outcome === null || outcome === 'withdrawn' || unexplained.length === 0,
  );
  hold(
    'no claim ends while decided money is owed, but for a family that withdraws',
    duesOf(state).length === 0 || outcome === null || outcome === 'withdrawn',
  );
}

function checkEvent({ payments }: CaseState, event: CaseEvent, hold: Hold): void {
  if (event.kind !== 'payment.changed') return;
  const { id, amountIdr, paidIdr, status } = event.payment;
  const known = payments[id];
  if (known === undefined) return;
  hold('an order that failed or came back is over', known.status !== 'failed' && known.status !== 'returned');
  const taken = status === 'returned' || known.status === 'disputed';
  hold('an order is paid once', known.paidIdr === null || paidIdr === known.paidIdr || taken);
  hold('an order keeps its amount', known.amountIdr === amountIdr);
}

/** Stories of claims: each order is paid once, and no more than was decided without a word why. */
export const claimLifecycle: Lifecycle = {
  model,
  weights: WEIGHTS,
  chapters: {
    verification: steps.verification,
    review: steps.review,
    decided: steps.decided,
    payment: steps.payment,
    schooling: steps.schooling,
  },
  inputFor,
  afterClosing: [],
  check,
  checkEvent,
};
