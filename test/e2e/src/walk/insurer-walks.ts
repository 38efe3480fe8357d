import { randomUUID } from 'node:crypto';
import { APPROVED, approvedBy, claim, COMPLETE, completeBy, LINE, NEVER, ONE_STAGE } from './claim-words.ts';
import { because, BP3MI, day, DINAS, FAMILY, instant, KADES, MALANG, SECOND, type Walk } from './walk-words.ts';

/** The regency whose branch is a counter: see where the walks start their stack. */
export const COUNTER = '35.07';
const paper = { documentId: randomUUID(), sha256: 'd'.repeat(64) };
const order = `${LINE}.main.1`;
/** Both claims that name this worker are about the same accident. */
const TWICE = {
  ...ONE_STAGE,
  riskDay: day(31),
  worker: { name: 'Orang Contoh', nik: '3505084507900002' },
};

/** The insurer where it is no service that answers: a counter, a payment that cannot be stopped, a list that differs. */
export const INSURER_WALKS: Readonly<Record<string, Walk>> = {
  'a claim carried to a counter, its answers recorded from letters': {
    what: 'claims',
    opener: MALANG,
    body: claim({
      claimType: LINE,
      areaCode: `${COUNTER}.01.2001`,
      lines: [{ code: LINE, askedIdr: '1000000' }],
    }),
    steps: [
      ...completeBy(FAMILY),
      ...approvedBy(MALANG, BP3MI),
      { event: 'filing-prepared' },
      [MALANG, 'insurerReceived', { reference: 'LOKET-2026-1', receivedAt: instant(0), paper }],
      [
        MALANG,
        'approve',
        {
          reference: 'LOKET-2026-1',
          decidedAt: instant(0),
          lines: [{ code: LINE, decision: 'approved', approvedIdr: '1000000' }],
          paper,
        },
      ],
      [MALANG, 'acceptDecision'],
      [MALANG, 'paymentOrdered', { order, paymentReference: 'LOKET-BAYAR-1', paper }],
      [MALANG, 'paid', { order, paymentReference: 'LOKET-BAYAR-1', paidDay: day(0), amountIdr: '1000000', paper }],
      [FAMILY, 'confirmReceipt', { channel: 'VISIT' }],
    ],
  },
  'a claim that the insurer does not let go, for its money is on the way': {
    what: 'claims',
    body: TWICE,
    plan: [{ do: 'approve' }, { do: 'pay', delayMs: NEVER }],
    steps: [
      ...COMPLETE,
      ...APPROVED,
      { until: 'decided' },
      [KADES, 'acceptDecision'],
      { event: 'orders-delivered' },
      [FAMILY, 'withdrawSubmitted', because('OWN_WISH')],
      { event: 'withdrawal-refused' },
    ],
  },
  'a claim of the same worker for the same accident': {
    what: 'claims',
    body: TWICE,
    steps: [
      ...COMPLETE,
      { flag: 'duplicate_suspected' },
      [DINAS, 'proposeVoid', { ...because('DUPLICATE'), article: 'Pasal 43' }],
      [SECOND, 'confirmVoid'],
    ],
  },
  'a claim recorded under a reference that the insurer does not know': {
    what: 'claims',
    body: ONE_STAGE,
    steps: [
      ...COMPLETE,
      { insurer: { refuse: 100 } },
      ...APPROVED,
      [DINAS, 'insurerReceived', { reference: 'LOKET-SALAH-TULIS', receivedAt: instant(0), paper }],
      { insurer: {} },
      { reconcile: 'today' },
      { flag: 'insurer_differs' },
      [DINAS, 'settleFinding', because('RECORDED_BY_HAND')],
    ],
  },
};
