import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aSubmission, Insurer } from './testing/insurer.fixture.ts';

const REASON = { reasonCode: 'OUTSIDE_COVERAGE', article: 'Pasal 34' };
let insurer: Insurer;
beforeAll(async () => {
  insurer = await Insurer.start();
  await insurer.plan('by-type/REFUSED_FIRST', {
    steps: [{ do: 'reject', ...REASON }, { do: 'approve' }, { do: 'pay' }],
  });
});
afterAll(() => insurer.stop());

const object = (reference: string, key: string) =>
  insurer.call<{ type?: string; reference?: string }>(`POST /v1/claims/${reference}/objections`, {
    key,
    body: { reasonCode: 'FACTS_DIFFER' },
  });

const isApproval = (body: object): boolean => 'lines' in body && JSON.stringify(body.lines).includes('"approved"');

test('an objection is answered by the next decision of the plan, and one key objects once', async () => {
  const submission = aSubmission({ claimType: 'REFUSED_FIRST' });
  const reference = await insurer.decided(submission);
  const key = `${submission.claimRef}/objection/1`;
  const answers = await Promise.all([object(reference, key), object(reference, key)]);
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  await insurer.receiver.taken(({ body }) => body.reference === reference && isApproval(body));
  const order = { lines: [{ code: 'TREATMENT', amountIdr: '50000000' }], accountToken: 't' };
  expect((await insurer.order(reference, `${submission.claimRef}/payment/1`, order)).status).toBe(202);
});

test('nothing is objected to before a decision; the first payment goes on while an objection is looked at', async () => {
  const early = aSubmission();
  await insurer.plan(early.claimRef, { steps: [] });
  const { reference: silent } = (await insurer.submit(early)).body;
  const refused = await object(silent, `${early.claimRef}/objection/1`);
  expect([refused.status, refused.body.type]).toEqual([409, 'urn:bpjs:problem:nothing-to-object-to']);

  const submission = aSubmission({ lines: [{ code: 'TREATMENT', askedIdr: '50000000' }] });
  const part = { code: 'TREATMENT', decision: 'approved', approvedIdr: '30000000' };
  await insurer.plan(submission.claimRef, {
    steps: [{ do: 'decide', lines: [part] }, { do: 'pay' }, { do: 'approve' }],
  });
  const reference = await insurer.decided(submission);
  const order = (amountIdr: string) => ({ lines: [{ code: 'TREATMENT', amountIdr }], accountToken: 't' });
  await insurer.order(reference, `${submission.claimRef}/payment/1`, order('30000000'));
  expect((await object(reference, `${submission.claimRef}/objection/1`)).status).toBe(202);
  await insurer.receiver.taken(({ body }) => body.reference === reference && JSON.stringify(body).includes('50000000'));
  expect((await insurer.order(reference, 'too-much', order('20000001'))).status).toBe(409);
  expect((await insurer.order(reference, `${submission.claimRef}/payment/2`, order('20000000'))).status).toBe(202);
});
