import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startStack, type LocalStack } from '@titian/local';
import { FrontDesk } from '../access/front-desk.ts';

jest.setTimeout(60_000);
const HEAD = 'kades-tambakrejo';
const DISTRICT = 'disnaker-blitar-1';
const abroad = {
  areaCode: '35.05.08.2003',
  registeredDay: '2025-01-10',
  country: 'TW',
  placedBy: 'P3MI',
  departureDay: '2025-02-01',
  contract: { from: '2025-02-01', until: '2027-01-31' },
  premium: { paidDay: '2025-01-20', months: 24 },
  worker: { name: 'Contoh Pelindungan' },
};
const claim = {
  claimType: 'JKK_RAWAT_LN',
  riskDay: '2025-10-01',
  riskCountry: 'TW',
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000' }],
};

/** Other benefits that are due stand beside the one that is asked for. */
const startingWith = (answer: string): unknown =>
  expect.arrayContaining([expect.objectContaining({ code: 'JKK_RAWAT_LN', answer })]);

/** What a placement knows of cover, in its own view and beside the cases that it is linked with, on the real stack. */
describe('the cover of a placement', () => {
  let stack: LocalStack;
  let desk: FrontDesk;
  let placement = '';

  beforeAll(async () => {
    const parts = ['postgres', 'temporal', 'case-worker', 'case-api'] as const;
    stack = await startStack({ profile: `test-${String(process.pid)}-cover`, ports: 'free', parts });
    desk = new FrontDesk(stack.addresses.apiUrl);
    placement = await opened('/v1/placements/abroad', abroad);
    await desk.must(HEAD, `POST /v1/cases/${placement}/commands/changeContract`, {
      from: '2025-07-01',
      until: '2027-06-30',
      changed: 'EMPLOYER',
    });
    await desk.must(HEAD, `POST /v1/cases/${placement}/commands/recordLeave`, {
      from: '2025-05-01',
      until: '2025-05-20',
    });
  }, 180_000);
  afterAll(async () => {
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const opened = async (path: string, body: object): Promise<string> =>
    String((await desk.must(HEAD, `POST ${path}`, body)).body['caseId']);
  const view = async (caseId: string) => (await desk.ask(HEAD, `GET /v1/cases/${caseId}`)).body;
  const covers = async (caseId: string) => ((await view(caseId))['placementCovers'] ?? []) as Record<string, unknown>[];
  const claimOf = async (input: object): Promise<string> => {
    const before = ((await view(placement))['links'] as unknown[]).length;
    await desk.must(DISTRICT, `POST /v1/cases/${placement}/commands/openClaim`, input);
    for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
      const links = (await view(placement))['links'] as { caseId: string }[];
      if (links.length > before) return links.at(-1)?.caseId ?? '';
    }
    throw new Error('the claim was not opened');
  };

  test('with a contract that changed and no new premium says which days are uncovered, why and by which row', async () => {
    expect((await view(placement))['cover']).toMatchObject({
      periods: [{ contractChanged: 'NO' }, { contractChanged: 'EMPLOYER' }],
      uncovered: [
        {
          from: '2025-07-31',
          to: null,
          programmes: ['JKK', 'JKM'],
          because: { id: expect.stringContaining('perjanjian kerja 2') },
          rows: expect.arrayContaining([expect.objectContaining({ id: 'window/window.during@2023-02-22' })]),
        },
      ],
      leaves: [{ from: '2025-05-01', until: '2025-05-20' }],
    });
  });

  test('is what a claim that it opens is calculated with', async () => {
    const caseId = await claimOf(claim);
    const seen = await view(caseId);
    expect(seen['facts']).toMatchObject({
      coverage: [
        { paidDuringOn: '2025-01-20', contractEndsOn: '2025-06-30', contractChanged: 'NO' },
        { paidDuringOn: null, contractStartsOn: '2025-07-01', contractChanged: 'EMPLOYER' },
      ],
      precheck: { lines: startingWith('no') },
    });
    expect((await covers(caseId))[0]).toMatchObject({
      caseId: placement,
      onRiskDay: [
        { programme: 'JKK', answer: 'not_covered' },
        { programme: 'JKM', answer: 'not_covered' },
      ],
      differences: [],
      expectation: null,
    });
  });

  test('yields to what the caller says, and the difference is named', async () => {
    const [first] = (await covers(await claimOf({ ...claim, riskDay: '2025-09-01' })))[0]?.['coverage'] as object[];
    const told = { ...first, paidDuringOn: '2025-01-25', contractEndsOn: '2027-01-31' };
    const caseId = await claimOf({ ...claim, riskDay: '2025-09-02', coverage: [told] });
    expect((await view(caseId))['facts']).toMatchObject({ precheck: { lines: startingWith('eligible') } });
    expect((await covers(caseId))[0]?.['differences']).toEqual([
      { field: '', told: 1, placement: 2 },
      { field: '/0/paidDuringOn', told: '2025-01-25', placement: '2025-01-20' },
      { field: '/0/contractEndsOn', told: '2027-01-31', placement: '2025-06-30' },
    ]);
  });

  test('on leave names only the death benefit', async () => {
    const caseId = await claimOf({ ...claim, riskDay: '2025-05-10', riskCountry: 'ID' });
    expect((await view(caseId))['facts']).toMatchObject({ circumstances: { onLeave: true } });
    expect((await covers(caseId))[0]?.['onRiskDay']).toMatchObject([
      { programme: 'JKK', answer: 'not_covered' },
      { programme: 'JKM', answer: 'covered' },
    ]);
  });

  test('is shown beside a claim that was linked later, with what the rules would give by it', async () => {
    const body = { ...claim, areaCode: abroad.areaCode, riskDay: '2025-03-01', reporter: { relation: 'FAMILY' } };
    const caseId = await opened('/v1/claims', { ...body, worker: abroad.worker });
    expect(await view(caseId)).toMatchObject({ facts: { precheck: { lines: startingWith('undetermined') } } });
    await desk.must(HEAD, `POST /v1/cases/${caseId}/commands/linkCase`, { caseId: placement, relation: 'placement' });
    expect((await covers(caseId))[0]).toMatchObject({
      onRiskDay: [{ programme: 'JKK', answer: 'covered' }, { programme: 'JKM' }],
      expectation: { lines: startingWith('eligible') },
    });
    expect(await desk.ask('family:' + caseId, `GET /v1/cases/${caseId}`)).not.toHaveProperty('body.placementCovers');
  });
});
