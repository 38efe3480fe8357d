import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { adminRoutes } from './admin-routes.ts';
import { AccidentReport, Information, Objection, PaymentOrder, Submission, Withdrawal } from './contract.ts';
import { FaultPlan, Faults } from './faults.ts';
import { healthRoutes } from './health-routes.ts';
import { insurerRoutes } from './insurer-routes.ts';
import { Plan } from './plan.ts';
import { aSubmission, Insurer } from './testing/insurer.fixture.ts';
import { componentFaults, operations } from './testing/openapi.fixture.ts';

const line = { code: 'TREATMENT', askedIdr: '1' };
const paper = { code: 'ID', documentId: 'doc-1', sha256: '0'.repeat(64) };
const informationStep = { do: 'request-information', documents: ['ID'], reasonCode: 'R', article: 'Pasal 1' };

let insurer: Insurer;
beforeAll(async () => {
  insurer = await Insurer.start();
});
afterAll(() => insurer.stop());

test('the routes are the operations of openapi.yaml, no more and no fewer', () => {
  const book = undefined as never; // no route is called here
  const routes = [
    ...insurerRoutes(book, new Faults()),
    ...adminRoutes(book, new Faults()),
    ...healthRoutes(() => book),
  ];
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...operations].sort());
});

describe('a submission is refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['without a member', { riskDay: undefined }, '/riskDay'],
    ['with a member too many', { note: 'urgent' }, '/note'],
    ['with an amount as a number', { lines: [{ code: 'A', askedIdr: 5 }] }, '/lines/0/askedIdr'],
    ['with a negative amount', { lines: [{ code: 'A', askedIdr: '-5' }] }, '/lines/0/askedIdr'],
    ['with a fraction', { lines: [{ code: 'A', askedIdr: '5.00' }] }, '/lines/0/askedIdr'],
    ['with an exponent', { lines: [{ code: 'A', askedIdr: '5e7' }] }, '/lines/0/askedIdr'],
    ['with an empty amount', { lines: [{ code: 'A', askedIdr: '' }] }, '/lines/0/askedIdr'],
    ['with a newline behind the amount', { lines: [{ code: 'A', askedIdr: '5\n' }] }, '/lines/0/askedIdr'],
    ['with an amount of 19 digits', { lines: [{ code: 'A', askedIdr: '1'.repeat(19) }] }, '/lines/0/askedIdr'],
    ['with no line', { lines: [] }, '/lines'],
    ['with 51 lines', { lines: Array.from({ length: 51 }, (_, index) => ({ ...line, code: `L${index}` })) }, '/lines'],
    ['with a day that does not exist', { riskDay: '2026-02-30' }, '/riskDay'],
    ['with an instant for a day', { riskDay: '2026-02-14T00:00:00Z' }, '/riskDay'],
    ['with a country in small letters', { riskCountry: 'tw' }, '/riskCountry'],
    ['with an unknown programme', { programme: 'JKP' }, '/programme'],
    ['with a claimRef that is no UUID', { claimRef: 'case-1' }, '/claimRef'],
    ['with attempt 0', { attempt: 0 }, '/attempt'],
    ['with attempt 1.5', { attempt: 1.5 }, '/attempt'],
    ['with an unknown payee', { payee: { kind: 'VILLAGE', accountToken: 't' } }, '/payee/kind'],
    ['with a hash that is none', { documents: [{ ...paper, sha256: 'A'.repeat(64) }] }, '/documents/0/sha256'],
    ['with null for the papers', { documents: null }, '/documents'],
  ])('%s', async (_name, change, field) => {
    const body = { ...aSubmission(), ...change };
    const { status, body: problem } = await insurer.call('POST /v1/claims', { key: 'bad', body });
    expect(status).toBe(422);
    expect(problem.errors.map((error) => error.field)).toContain(field);
    expect(componentFaults('Submission', JSON.parse(JSON.stringify(body)))).not.toBeNull();
  });

  test('with a line twice, which a schema cannot say', async () => {
    const { status, body } = await insurer.submit(aSubmission({ lines: [line, line] }), 'bad');
    expect([status, (body as never as { errors: { field: string }[] }).errors[0]?.field]).toEqual([422, '/lines']);
  });

  test('naming every fault at once, each with rule and remedy', async () => {
    const body = { ...aSubmission(), attempt: '1', programme: 'X' };
    const { body: problem } = await insurer.call('POST /v1/claims', { key: 'bad', body });
    expect(problem.errors.map(({ field }) => field)).toEqual(['/attempt', '/programme']);
    for (const { rule, remedy } of problem.errors) expect([rule.length > 0, remedy.length > 0]).toEqual([true, true]);
  });
});

describe('a request cannot be read', () => {
  const good = JSON.stringify(aSubmission());
  const claims = 'POST /v1/claims';
  test.each<[string, number, string, string, object]>([
    ['broken JSON', 400, 'broken-json', claims, { key: 'k', raw: '{"claimRef":' }],
    ['two JSON values', 400, 'broken-json', claims, { key: 'k', raw: '{}{}' }],
    ['no UTF-8', 400, 'broken-json', claims, { key: 'k', raw: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['no body', 400, 'broken-json', claims, { key: 'k' }],
    ['an array for a body', 422, 'invalid-body', claims, { key: 'k', raw: '[]' }],
    ['null for a body', 422, 'invalid-body', claims, { key: 'k', raw: 'null' }],
    ['deep nesting', 422, 'invalid-body', claims, { key: 'k', raw: '['.repeat(400_000) + ']'.repeat(400_000) }],
    ['text', 415, 'not-json', claims, { key: 'k', raw: good, headers: { 'content-type': 'text/plain' } }],
    ['10 MB', 413, 'body-too-large', claims, { key: 'k', raw: 'x'.repeat(10_000_000) }],
    ['no key', 400, 'invalid-header', claims, { raw: good }],
    ['an empty key', 400, 'invalid-header', claims, { key: '', raw: good }],
    ['a key of 201 characters', 400, 'invalid-header', claims, { key: 'k'.repeat(201), raw: good }],
    ['no such address', 404, 'no-such-address', 'GET /v2/claims', {}],
    ['no such claim', 404, 'no-such-claim', 'GET /v1/claims/BPJS-2026-999999', {}],
    ['no such key', 404, 'no-such-claim', 'GET /v1/claims?idempotencyKey=never', {}],
    ['no key to look for', 400, 'invalid-query', 'GET /v1/claims', {}],
    ['no day', 400, 'invalid-query', 'GET /v1/reconciliation', {}],
    ['no day that exists', 400, 'invalid-query', 'GET /v1/reconciliation?day=2026-13-01', {}],
    ['another method', 405, 'wrong-method', 'DELETE /v1/claims', {}],
    ['a plan for no UUID', 400, 'invalid-path', 'PUT /admin/plans/case-1', { body: { steps: [] } }],
    ['a broken escape', 400, 'invalid-path', 'GET /v1/claims/%ff', {}],
  ])('%s: %i %s', async (_name, status, code, operation, sent) => {
    const { status: answered, body } = await insurer.call(operation, sent);
    expect(answered).toBe(status);
    expect(body.type).toBe(`urn:bpjs:problem:${code}`);
  });

  test('a body of just 1 MiB is read', async () => {
    const raw = good + ' '.repeat(1024 * 1024 - good.length);
    expect((await insurer.call('POST /v1/claims', { key: 'exactly', raw })).status).toBe(202);
    expect((await insurer.call('POST /v1/claims', { key: 'exactly', raw: `${raw} ` })).status).toBe(413);
  });
});

describe('server and openapi.yaml say the same about', () => {
  const schemas = {
    AccidentReport,
    FaultPlan,
    Information,
    Objection,
    PaymentOrder,
    Plan,
    Submission,
    Withdrawal,
  };
  const accident = { claimRef: aSubmission().claimRef, branch: '35.05', riskDay: '2026-02-14', riskCountry: 'TW' };
  const order = { orderRef: 'L.main.1', lines: [{ code: 'A', amountIdr: '5' }], accountToken: 't' };
  test.each<[keyof typeof schemas, unknown, boolean]>([
    ['Submission', aSubmission(), true],
    ['Submission', aSubmission({ documents: [], claimRef: '11111111-1111-1111-1111-111111111111' }), true],
    ['Information', { documents: [paper] }, true],
    ['Information', { documents: [] }, false],
    ['PaymentOrder', order, true],
    ['PaymentOrder', { ...order, accountToken: '' }, false],
    ['PaymentOrder', { ...order, lines: [{ code: 'A', amountIdr: 5 }] }, false],
    ['Submission', { ...aSubmission(), branch: 'Blitar' }, false],
    ['AccidentReport', accident, true],
    ['AccidentReport', { ...accident, branch: undefined }, false],
    ['Withdrawal', { reasonCode: 'OWN_WISH' }, true],
    ['Withdrawal', {}, false],
    ['Objection', { reasonCode: 'FACTS_DIFFER' }, true],
    ['Objection', { reasonCode: '' }, false],
    ['FaultPlan', {}, true],
    ['FaultPlan', { seed: 7, refuse: 10, loseCallback: 100, closedBranches: ['35.05'], trusting: true }, true],
    ['FaultPlan', { refuse: 101 }, false],
    ['FaultPlan', { closedBranches: ['Blitar'] }, false],
    ['FaultPlan', { explode: 1 }, false],
    ['PaymentOrder', { ...order, orderRef: undefined }, false],
    [
      'Plan',
      {
        steps: [
          { do: 'approve', decider: 'KANWIL' },
          { do: 'return-payment', reasonCode: 'R' },
        ],
      },
      true,
    ],
    ['Plan', { steps: [{ do: 'approve' }, { do: 'reverse', lines: [{ code: 'A', decision: 'rejected' }] }] }, true],
    ['Plan', { steps: [{ do: 'reverse', lines: [] }] }, false],
    ['Plan', { steps: [] }, true],
    ['Plan', { steps: [{ do: 'approve', delayMs: 5 }, { do: 'pay' }], delayMs: 0 }, true],
    ['Plan', { steps: [{ do: 'refuse-intake', reasonCode: 'R', article: 'Pasal 1' }] }, true],
    ['Plan', { steps: [{ do: 'refuse-intake', reasonCode: 'R' }] }, false],
    ['Plan', { steps: [{ do: 'fail-payment', reasonCode: 'R' }] }, true],
    ['Plan', { steps: [informationStep, { do: 'reject', reasonCode: 'R', article: 'Pasal 1' }] }, true],
    ['Plan', { steps: [{ do: 'decide', lines: [{ code: 'A', decision: 'approved', approvedIdr: '5' }] }] }, true],
    ['Plan', { steps: [{ do: 'decide', lines: [{ code: 'A', decision: 'maybe' }] }] }, false],
    ['Plan', { steps: [{ do: 'refuse-intake' }] }, false],
    ['Plan', { steps: [{ do: 'dance' }] }, false],
    ['Plan', { steps: [], delayMs: -1 }, false],
    ['Plan', { steps: [], delayMs: 2 ** 31 }, false],
    ['Plan', { steps: [{ do: 'pay', reasonCode: 'R' }] }, false],
  ])('%s %j: %s', (name, value, good) => {
    expect(schemas[name].safeParse(value).success).toBe(good);
    expect(componentFaults(name, JSON.parse(JSON.stringify(value))) === null).toBe(good);
  });
});
