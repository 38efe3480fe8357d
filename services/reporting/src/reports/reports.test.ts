import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { approval, INSURER, rejection, steps, SYSTEM, VILLAGE, payment } from '@titian/domain/testing/claim-world';
import { complaintSteps } from '@titian/domain/testing/complaint-world';
import { developmentIdentity } from '@titian/auth';
import { createLogger, Metrics } from '@titian/observability';
import { ReportsServer } from '../reports-server.ts';
import { openReporting, report, retell, type ReportingWorld, type Retold } from '../testing/reporting-world.ts';
import { figuresOf, type Line } from './figures.ts';
import { findInconsistencies } from './consistency.ts';
import { REPORTS } from './measures.ts';

jest.setTimeout(60_000);

const BLITAR = '35.05.08.2003';
const MALANG = '35.07.01.2001';
const SERANG = '36.04.01.2001';
const times = (count: number, work: (n: number) => Retold): Retold[] =>
  Array.from({ length: count }, (_, n) => work(n));
const paid = steps.closed().events;
const complaint = complaintSteps.closed().events;

let world: ReportingWorld;
let server: ReportsServer;
let port: number;

beforeAll(async () => {
  world = await openReporting();
  const late = steps.verification().at('2026-03-05T02:00:00.000Z').do('clockDue', SYSTEM).events;
  await report(world.pool, [
    ...times(8, () => retell('claim', paid, { area: BLITAR, office: 'disnaker:35.05' })),
    ...times(6, () => retell('claim', paid, { area: MALANG, office: 'disnaker:35.07', days: 31 })),
    ...times(7, () => retell('claim', late, { area: BLITAR, office: 'disnaker:35.05' })),
    ...times(2, () => retell('complaint', complaint, { area: MALANG, office: 'disnaker:35.07' })),
    ...times(9, () => retell('complaint', complaint, { area: BLITAR, office: 'disnaker:35.05' })),
    ...times(12, () => retell('complaint', complaint, { area: SERANG, office: 'disnaker:36.04' })),
  ]);
  server = new ReportsServer({
    pool: world.pool,
    identities: developmentIdentity('local'),
    least: 5,
    logger: createLogger('test', 'silent'),
    metrics: new Metrics(),
    parts: () => ({}),
  });
  port = await server.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const linesOf = async (name: string, least: number): Promise<readonly Line[]> => {
  const found = REPORTS.get(name);
  if (found === undefined) throw new Error(`no report ${name}`);
  return figuresOf(world.pool, found, least);
};
const lineAt = (lines: readonly Line[], place: string, kind: string, month: string, part = '*'): Line | undefined =>
  lines.find((line) => line.place === place && line.kind === kind && line.month === month && line.part === part);

async function get(path: string, who = 'kp2mi-1'): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, { headers: who === '' ? {} : { 'x-titian-identity': who } });
}

describe('the figures', () => {
  test('add up over places, kinds and months', async () => {
    const lines = await linesOf('flow', 1);
    expect(lineAt(lines, '*', '*', '*')?.values).toMatchObject({ opened: 44, closed: 37 });
    expect(lineAt(lines, '35/35.05', 'claim', '2026-01')?.values).toMatchObject({ opened: 15, closed: 8 });
    expect(lineAt(lines, '35/35.07', 'claim', '2026-02')?.values).toMatchObject({ opened: 6, closed: 6 });
    expect(lineAt(lines, '35/35.05/disnaker:35.05', 'claim/JKK_RAWAT_LN', '2026-02')?.values).toMatchObject({
      open: 7,
    });
    for (const measure of ['opened', 'closed', 'escalations', 'clocksEnded']) {
      const total = Number(lineAt(lines, '*', '*', '*')?.values[measure] ?? 0);
      const parts = lines.filter(
        ({ place, kind, month }) => place.split('/').length === 3 && kind.includes('/') && month !== '*',
      );
      expect([measure, parts.reduce((sum, { values }) => sum + Number(values[measure] ?? 0), 0)]).toEqual([
        measure,
        total,
      ]);
    }
  });

  test('tell of breaches, ages, stays in a stage, outcomes, amounts and time to money', async () => {
    const flow = lineAt(await linesOf('flow', 1), '35/35.05', 'claim', '2026-03')?.values;
    expect(flow).toMatchObject({ open: 7, breachPercent: 100 });
    expect(flow?.['escalations']).toBeGreaterThanOrEqual(7);
    expect(flow?.['openMedianDays']).toBeGreaterThan(80);
    const stay = lineAt(await linesOf('stages', 1), '*', 'claim', '*', 'verification')?.values;
    expect(stay).toMatchObject({ left: 14, medianHours: 0 });
    const outcomes = await linesOf('outcomes', 1);
    expect(lineAt(outcomes, '*', 'claim', '*', 'paid_full')?.values).toEqual({ closed: 14 });
    expect(lineAt(await linesOf('amounts', 1), '35/35.05', 'claim', '*')?.values).toMatchObject({
      decided: 8,
      decidedIdr: '340000000',
      askedIdr: '340000000',
      paid: 8,
      paidIdr: '340000000',
      medianDaysToMoney: 0,
    });
  });

  test('that are too many are refused, instead of ending the service', async () => {
    const found = REPORTS.get('flow');
    if (found === undefined) throw new Error('no report');
    await expect(figuresOf(world.pool, found, 5, 10)).rejects.toThrow('flow has more than 10 figures');
  });

  test('of fewer than five are not told, nor what would give them away', async () => {
    const lines = await linesOf('flow', 5);
    const malang = lineAt(lines, '35/35.07', 'complaint', '2026-01');
    expect(malang?.values).not.toHaveProperty('opened');
    expect(malang?.suppressed).toContain('opened');
    // 11 complaints of the province, 9 of them in Blitar, would leave 2.
    const blitar = lineAt(lines, '35/35.05', 'complaint', '2026-01');
    const province = lineAt(lines, '35', 'complaint', '2026-01');
    expect([blitar, province].some((line) => line?.suppressed.includes('opened'))).toBe(true);
    expect(lineAt(lines, '36/36.04', 'complaint', '2026-01')).toBeDefined();
  });
});

describe('a reader', () => {
  test('sees the own area, at the depth that is asked for', async () => {
    const answer = (await (await get('/v1/reports/flow?level=office&kind=type', 'disnaker-blitar-1')).json()) as {
      lines: Line[];
    };
    expect(answer.lines.length).toBeGreaterThan(0);
    expect(new Set(answer.lines.map(({ place }) => place))).toEqual(new Set(['35/35.05/disnaker:35.05']));
    const country = (await (await get('/v1/reports/flow?kind=all&month=all')).json()) as {
      lines: Line[];
      complete: boolean;
    };
    expect(country.lines).toMatchObject([{ place: '*', kind: '*', month: '*', values: { opened: 44 } }]);
    expect(country.complete).toBe(false); // nothing was read from Kafka here
  });

  test.each([
    ['who is not known', '/v1/reports/flow', '', 401, 'identity/unknown'],
    ['of a village', '/v1/reports/flow', 'kades-tambakrejo', 403, 'access/role'],
    ['of another area', '/v1/reports/flow?area=35.07', 'disnaker-blitar-1', 403, 'access/area'],
    ['of a wider area', '/v1/reports/flow?level=province', 'disnaker-blitar-1', 400, 'request/invalid'],
    [
      'who asks for the consistency monitor of a district',
      '/v1/reports/consistency',
      'disnaker-blitar-1',
      403,
      'access/role',
    ],
    ['who asks for a month that is none', '/v1/reports/flow?from=2026-13', 'kp2mi-1', 400, 'request/invalid'],
    ['who asks in a word that is unknown', '/v1/reports/flow?place=35', 'kp2mi-1', 400, 'request/invalid'],
    ['of a report that is none', '/v1/reports/weather', 'kp2mi-1', 404, 'report/not-found'],
  ])('%s is refused with what to do', async (_who, path, who, status, code) => {
    const response = await get(path, who);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: `urn:titian:problem:${code}`, rule: {}, remedy: {} });
  });

  test('gets a CSV whose hidden cells are empty and named', async () => {
    const response = await get('/v1/reports/flow?level=regency&kind=type&month=each&format=csv');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toMatch(/titian-flow-\d{4}-\d\d-\d\d\.csv/);
    const [head = '', ...rows] = (await response.text()).split('\r\n');
    expect(head).toBe(
      'place,kind,month,opened,closed,open,openMedianDays,openOldestDays,escalations,clocksEnded,breachPercent,clocks,suppressed,unverifiedLaw',
    );
    const malang = rows.find((row) => row.startsWith('35/35.07,complaint,2026-01'))?.split(',');
    expect(malang?.[3]).toBe('');
    expect(malang?.[12]).toContain('opened');
    const blitar = rows.find((row) => row.startsWith('35/35.05,claim,2026-01'))?.split(',') ?? [];
    expect(blitar.at(-1)?.split(' ')).toContain('gathering'); // a limit of our own
    expect(blitar.at(-1)?.split(' ')).not.toContain('verifying'); // one that is read in the law
  });

  test('gets an Excel workbook with the table and what must be known of it', async () => {
    const response = await get('/v1/reports/amounts?level=regency&format=xlsx');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
  });
});

describe('the consistency monitor', () => {
  const decided = (how: 'approve' | 'reject'): Retold['events'] =>
    how === 'approve'
      ? steps.review().do('approve', INSURER, approval('42500000')).events
      : steps.review().do('reject', INSURER, rejection()).events;
  let control: ReportingWorld;
  beforeAll(async () => {
    control = await openReporting();
  });
  afterAll(() => control.close());

  test('finds nothing where offices do alike, whatever one of them does now and then', async () => {
    await report(control.pool, [
      ...times(9, () => retell('claim', decided('approve'), { office: 'disnaker:35.05' })),
      ...times(1, () => retell('claim', decided('reject'), { office: 'disnaker:35.05' })),
      ...times(8, () => retell('claim', decided('approve'), { office: 'disnaker:35.07' })),
      ...times(4, () => retell('claim', decided('reject'), { office: 'disnaker:36.04' })), // too few to be a practice
      ...times(6, () =>
        retell(
          'claim',
          steps
            .review()
            .do('approvePart', INSURER, approval('1000'))
            .do('acceptDecision', VILLAGE)
            .do('paid', INSURER, payment('1000')).events,
          {
            office: 'disnaker:35.05',
          },
        ),
      ).slice(0, 3),
    ]);
    expect(await findInconsistencies(control.pool, 5)).toEqual([]);
  });

  test('finds an office that refuses what the others approve, and one that asks for another paper', async () => {
    await report(
      control.pool,
      times(6, () => retell('claim', decided('reject'), { office: 'disnaker:35.09' })),
    );
    const found = await findInconsistencies(control.pool, 5);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      about: 'result',
      pattern: expect.stringMatching(/type=JKK_RAWAT_LN .*cover=inside/),
    });
    expect(found[0]?.offices).toContainEqual({
      office: 'disnaker:35.09',
      cases: 6,
      alike: 6,
      judgement: 'JKK_RAWAT_LN=rejected:OUTSIDE_COVERAGE',
    });
    expect(found[0]?.offices.map(({ office }) => office)).toEqual([
      'disnaker:35.05',
      'disnaker:35.07',
      'disnaker:35.09',
    ]);
  });
});
