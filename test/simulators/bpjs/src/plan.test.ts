import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkPlan, type Phase, type Plan, type Step } from './plan.ts';
import { Problem } from './problem.ts';
import { aSubmission, Insurer } from './testing/insurer.fixture.ts';

const paper = { code: 'INVOICE', documentId: 'doc-2', sha256: 'b'.repeat(64) };
const ask: Step = { do: 'request-information', documents: ['INVOICE'], reasonCode: 'UNCLEAR', article: 'Pasal 3' };
const approve: Step = { do: 'approve' };
const pay: Step = { do: 'pay' };
const refuse: Step = { do: 'refuse-intake', reasonCode: 'NOT_A_MEMBER', article: 'Pasal 5' };

describe('with a running insurer', () => {
  let insurer: Insurer;
  beforeAll(async () => {
    insurer = await Insurer.start(() => new Date('2026-03-01T20:00:00Z')); // 2 March in Jakarta
  });
  afterAll(() => insurer.stop());

  test('without a plan every line is approved as asked', async () => {
    const reference = await insurer.decided(aSubmission());
    expect(reference).toMatch(/^BPJS-2026-\d{6}$/);
    expect((await insurer.claim(reference)).decisions).toEqual([
      { code: 'TREATMENT', decision: 'approved', approvedIdr: '50000000' },
      { code: 'TRANSPORT', decision: 'approved', approvedIdr: '2000000' },
    ]);
  });

  test('a plan decides line by line; lines it does not name are approved as asked', async () => {
    const submission = aSubmission({ lines: ['A', 'B', 'C', 'D'].map((code) => ({ code, askedIdr: '9' })) });
    await insurer.plan(submission.claimRef, {
      steps: [
        {
          do: 'decide',
          lines: [
            { code: 'A', decision: 'approved', approvedIdr: '4', reasonCode: 'TARIFF', article: 'Pasal 1' },
            { code: 'B', decision: 'rejected', approvedIdr: '4', reasonCode: 'LATE', article: 'Pasal 2' },
            { code: 'C', decision: 'approved' },
            { code: 'UNKNOWN', decision: 'rejected' },
          ],
        },
      ],
    });
    const { lines } = await insurer.heard('claim.decided', await insurer.decided(submission));
    expect(lines).toEqual([
      { code: 'A', decision: 'approved', approvedIdr: '4', reasonCode: 'TARIFF', article: 'Pasal 1' },
      { code: 'B', decision: 'rejected', approvedIdr: '0', reasonCode: 'LATE', article: 'Pasal 2' },
      { code: 'C', decision: 'approved', approvedIdr: '9' },
      { code: 'D', decision: 'approved', approvedIdr: '9' },
    ]);
  });

  test('a refused intake is told at once, and no callback follows', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [refuse] });
    const { status, body } = await insurer.submit(submission);
    const told = { type: 'urn:bpjs:problem:intake-refused', reasonCode: 'NOT_A_MEMBER', article: 'Pasal 5' };
    expect([status, body]).toEqual([422, expect.objectContaining(told)]);
    expect(await insurer.claim(body.reference)).toMatchObject({
      status: 'intake-refused',
      intakeRefusal: { reasonCode: 'NOT_A_MEMBER', article: 'Pasal 5' },
    });
    const { pending, delivered } = (await insurer.call<Record<string, object[]>>('GET /admin/callbacks')).body;
    expect(JSON.stringify([pending, delivered])).not.toContain(submission.claimRef);
  });

  test('a claim that lies in the post box already has its receipt: it is too late to turn it away', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [approve], delayMs: 60_000 });
    const { reference } = (await insurer.submit(submission)).body;
    expect((await insurer.claim(reference)).status).toBe('received');
    expect((await insurer.plan(submission.claimRef, { steps: [refuse] })).body.type).toMatch(/plan-too-late$/);
  });

  test('a request for information waits for its answer, as often as the plan asks', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [ask, { ...ask, documents: ['PASSPORT'] }, approve] });
    const { reference } = (await insurer.submit(submission)).body;
    const send = (key: string) =>
      insurer.call(`POST /v1/claims/${reference}/information`, { key, body: { documents: [paper] } });

    const { body } = await insurer.receiver.taken(({ text }) => text.includes(reference) && text.includes('INVOICE'));
    expect(body).toMatchObject({ documents: ['INVOICE'], reasonCode: 'UNCLEAR', article: 'Pasal 3' });
    expect(await insurer.claim(reference)).toMatchObject({
      status: 'information-requested',
      informationRequest: { documents: ['INVOICE'] },
    });
    expect((await send('info/1')).status).toBe(202);
    await insurer.receiver.taken(({ text }) => text.includes(reference) && text.includes('PASSPORT'));
    expect((await send('info/1')).headers.get('idempotent-replayed')).toBe('true');
    expect((await insurer.claim(reference)).status).toBe('information-requested');
    expect((await send('info/2')).status).toBe(202);
    await insurer.heard('claim.decided', reference);
    expect((await insurer.claim(reference)).documents).toHaveLength(3);
    const late = await send('info/3');
    expect([late.status, late.body.type]).toEqual([409, 'urn:bpjs:problem:no-information-requested']);
  });

  test("the claim's own plan wins over its type's, and that over the default", async () => {
    await insurer.plan('default', { steps: [{ ...ask, reasonCode: 'BY_DEFAULT' }] });
    await insurer.plan('by-type/TYPED', { steps: [{ ...ask, reasonCode: 'BY_TYPE' }] });
    const own = aSubmission({ claimType: 'TYPED' });
    await insurer.plan(own.claimRef.toUpperCase(), { steps: [{ ...ask, reasonCode: 'BY_CLAIM' }] });
    const reasons = [aSubmission(), aSubmission({ claimType: 'TYPED' }), own].map(async (submission) => {
      const { reference } = (await insurer.submit(submission)).body;
      return (await insurer.heard('claim.information-requested', reference))['reasonCode'];
    });
    expect(await Promise.all(reasons)).toEqual(['BY_DEFAULT', 'BY_TYPE', 'BY_CLAIM']);
    await insurer.plan('default', { steps: [approve, pay] });
  });

  test('a silent insurer goes on as soon as its claim gets another plan', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [] });
    const { reference } = (await insurer.submit(submission)).body;
    await insurer.heard('claim.received', reference);
    expect((await insurer.claim(reference)).status).toBe('in-review');
    const late = await insurer.plan(submission.claimRef, { steps: [refuse] });
    expect([late.status, late.body.type]).toEqual([409, 'urn:bpjs:problem:plan-too-late']);
    expect((await insurer.plan(submission.claimRef, { steps: [approve] })).status).toBe(200);
    await insurer.heard('claim.decided', reference);
  });

  test('days are days in Jakarta', async () => {
    const submission = aSubmission();
    const reference = await insurer.decided(submission);
    const lines = [{ code: 'TRANSPORT', amountIdr: '2000000' }];
    await insurer.order(reference, `${submission.claimRef}/payment/1`, { lines, accountToken: 't' });
    expect(await insurer.heard('payment.paid', reference)).toMatchObject({ paidDay: '2026-03-02' });
    const ofDay = async (day: string): Promise<string[]> => {
      const { body } = await insurer.call<{ claims: { reference: string }[] }>(`GET /v1/reconciliation?day=${day}`);
      return body.claims.map((claim) => claim.reference);
    };
    expect(await ofDay('2026-03-02')).toContain(reference);
    expect(await ofDay('2026-03-01')).toEqual([]);
  });
});

describe('a plan is refused', () => {
  function codeOf(steps: Step[], reached: Phase): string {
    const plan: Plan = { steps, delayMs: 0 };
    try {
      checkPlan(plan, reached);
      return 'good';
    } catch (error) {
      return error instanceof Problem ? `${error.code} ${error.errors[0]?.field ?? ''}` : String(error);
    }
  }

  test.each<[string, Step[], Phase, string]>([
    ['with payment before a decision', [pay], 'intake', 'invalid-body /steps/0'],
    ['with a question after the decision', [approve, ask], 'intake', 'invalid-body /steps/1'],
    ['with refuse-intake and more', [refuse, approve], 'intake', 'invalid-body /steps/0'],
    ['with a late refuse-intake', [approve, refuse], 'intake', 'invalid-body /steps/1'],
    ['with refuse-intake in review', [refuse], 'review', 'plan-too-late /steps/0'],
    ['with a question once it is decided', [ask], 'payment', 'plan-too-late /steps/0'],
    ['not: a second decision, which answers an objection', [approve, approve], 'intake', 'good'],
    ['not: an answer to an objection, once it is decided', [approve], 'payment', 'good'],
    ['not: payment steps after the decision', [pay, pay], 'payment', 'good'],
    ['not: the whole way', [ask, ask, approve, { do: 'fail-payment', reasonCode: 'R' }, pay], 'intake', 'good'],
    ['not: no step at all', [], 'review', 'good'],
  ])('%s', (_name, steps, reached, expected) => {
    expect(codeOf(steps, reached)).toBe(expected);
  });
});
