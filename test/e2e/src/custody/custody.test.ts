import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Command, JsonObject } from '@titian/domain';
import { startStack, type LocalStack } from '@titian/local';
import { commit, dataSource, models } from '@titian/persistence';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { inVerification, OFFICER, opening } from '../access/claims.ts';
import { FrontDesk, type Answer } from '../access/front-desk.ts';
import { DEMO_OFFICES, titianOf } from '../titian.ts';

const DAY_MS = 86_400_000;
const HEAD = 'disnaker-blitar-1';
const DEPUTY = 'disnaker-blitar-2';
const BP3MI = ['bp3mi-jatim-1', 'bp3mi-jatim-2'];
const today = (ahead = 0): string => new Date(Date.now() + 7 * 3_600_000 + ahead * DAY_MS).toISOString().slice(0, 10);
const consent = { by: 'SUBJECT', how: 'SPOKEN', day: today(-1) };
const HELP = { body: 'BP3MI', reasonCode: 'NEEDS_HELP', consent };

interface View {
  readonly custody: {
    readonly role: string;
    readonly office: string;
    readonly since: string;
    readonly history: readonly { readonly since: string; readonly until: string | null; readonly office: string }[];
  };
  readonly offers: readonly JsonObject[];
  readonly conflicts: readonly JsonObject[];
  readonly flags: readonly { readonly flag: string }[];
  readonly escalation: { readonly level: number };
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly officerId: string | null }[];
  readonly timeline: readonly { readonly type: string; readonly data: JsonObject }[];
}

/** Offices with people, offers between them, and time that runs out, on the whole system. */
describe('custody and offices', () => {
  let stack: LocalStack;
  let titian: ReturnType<typeof titianOf>;
  let desk: FrontDesk;
  let db: pg.Pool;

  beforeAll(async () => {
    stack = await startStack({
      profile: `test-${String(process.pid)}-custody`,
      ports: 'free',
      parts: ['postgres', 'temporal', 'case-worker', 'case-api'],
    });
    await stack.restart('case-worker', { GUARDIAN_EVERY_SECONDS: '3600' }); // the test wakes what sleeps itself
    titian = titianOf(stack);
    desk = new FrontDesk(stack.addresses.apiUrl);
    db = new pg.Pool({ connectionString: stack.addresses.databaseUrl, max: 2 });
    expect(await titian('offices', 'import', DEMO_OFFICES)).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(async () => {
    await db.end();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const verdict = ({ status, code }: Answer): string => (code === undefined ? String(status) : `${status} ${code}`);
  const view = async (caseId: string, who = HEAD): Promise<View> =>
    (await desk.ask(who, `GET /v1/cases/${caseId}`)).body as unknown as View;
  const act = (who: string, caseId: string, command: string, input: object = {}) =>
    desk.must(who, `POST /v1/cases/${caseId}/commands/${command}`, input);
  const eventsOf = async (caseId: string): Promise<number> =>
    (await db.query(`select from case_event where case_id = $1`, [caseId])).rowCount ?? 0;

  test('a referral that is accepted leaves custody where it is; the help is given back', async () => {
    const caseId = await inVerification(desk);
    await act(HEAD, caseId, 'refer', { ...HELP, statement: { text: 'Tolong periksa perusahaan penempatan.' } });
    const offered = await view(caseId);
    expect(offered.custody.office).toBe('disnaker:35.05');
    expect(offered.offers).toMatchObject([
      { offer: 'referral', status: 'offered', to: { office: 'bp3mi:35' }, answerBy: expect.any(String) },
    ]);
    const asked = offered.tasks.find(({ kind }) => kind === 'offer');
    expect(BP3MI).toContain(asked?.officerId);
    const family = `family:${caseId}`;
    expect((await view(caseId, family)).offers).toMatchObject([{ offer: 'referral', body: { body: 'BP3MI' } }]);

    await act('bp3mi-jatim-1', caseId, 'acceptReferral');
    expect(await view(caseId)).toMatchObject({
      custody: { office: 'disnaker:35.05' },
      offers: [{ status: 'accepted', answerBy: null }],
    });
    await act('bp3mi-jatim-1', caseId, 'returnReferral', { reasonCode: 'HELP_GIVEN' });
    expect(await view(caseId)).toMatchObject({ custody: { office: 'disnaker:35.05' }, offers: [], flags: [] });
  }, 60_000);

  test('a transfer that is accepted moves custody; the periods follow each other without a gap', async () => {
    const caseId = await inVerification(desk);
    await act(HEAD, caseId, 'transfer', { ...HELP, reasonCode: 'OTHER_LEVEL' });
    expect((await view(caseId)).custody.office).toBe('disnaker:35.05');
    await act('bp3mi-jatim-1', caseId, 'acceptTransfer');
    const { custody, tasks } = await view(caseId);
    expect(custody).toMatchObject({ role: 'bp3mi_officer', office: 'bp3mi:35' });
    expect(custody.history.map(({ office }) => office)).toEqual(['desa:35.05.08.2003', 'disnaker:35.05', 'bp3mi:35']);
    for (const [n, { until }] of custody.history.entries()) expect(until).toBe(custody.history[n + 1]?.since ?? null);
    expect(custody.since).toBe(custody.history.at(-1)?.since);
    expect(BP3MI).toContain(tasks.find(({ kind }) => kind === 'stage')?.officerId);
  }, 60_000);

  test('a transfer that nobody answers in time comes back, and a rung is climbed', async () => {
    const caseId = randomUUID();
    const kades = {
      id: OFFICER,
      role: 'village_officer',
      office: 'desa:35.05.08.2003',
      area: '35.05.08.2003',
    } as const;
    const { worker: _worker, account: _account, ...known } = opening() as JsonObject;
    const report = { ...known, subject: { statementId: randomUUID(), digest: 'a'.repeat(64) } };
    const transfer = { body: 'DISNAKER', reasonCode: 'OTHER_LEVEL', consent: { ...consent, day: today(-20) } };
    // As if the system had slept for ten days since; what is overdue is told by the case's own timer once it has a run.
    await inThePast(caseId, [
      { name: 'reportAccident', actor: kades, input: report },
      { name: 'transfer', actor: kades, input: transfer },
    ]);
    expect(await view(caseId)).toMatchObject({ flags: [{ flag: 'transfer_offered' }], escalation: { level: 0 } });
    expect(await titian('rehydrate')).toMatchObject({ code: 0 });
    const returned = await until(caseId, ({ offers }) => offers.length === 0);
    expect(returned.custody.office).toBe('desa:35.05.08.2003');
    expect(returned.escalation.level).toBeGreaterThan(0);
    expect(returned.timeline).toContainEqual(
      expect.objectContaining({ type: 'titian.offer.ended.v1', data: { offer: 'transfer', as: 'lapsed' } }),
    );
    expect(verdict(await desk.command(HEAD, caseId, 'acceptTransfer', {}))).toBe('422 command/guard');
  }, 90_000);

  async function inThePast(caseId: string, commands: readonly Command[]): Promise<void> {
    const record = await dataSource(stack.addresses.databaseUrl, 1, 'past').initialize();
    try {
      const world = { models, calendar: currentCalendar, offices: officeDirectory() };
      const now = new Date(Date.now() - 10 * DAY_MS).toISOString();
      for (const [knownRevision, command] of commands.entries()) {
        const request = { caseType: 'claim', caseId, knownRevision, commandId: randomUUID(), command, now } as const;
        expect((await commit(record, world, request)).receipt.refusal).toBeNull();
      }
    } finally {
      await record.destroy();
    }
  }

  async function until(caseId: string, isSo: (view: View) => boolean): Promise<View> {
    let seen = await view(caseId);
    for (const deadline = Date.now() + 60_000; !isSo(seen); seen = await view(caseId)) {
      if (Date.now() > deadline) throw new Error(`still not so: ${JSON.stringify(seen.offers)}`);
      await pause(100);
    }
    return seen;
  }

  test('an absent holder is replaced by the deputy, and the path says until when', async () => {
    const absent = ['offices', 'absent', HEAD, '--from', today(-1)];
    expect(await titian(...absent, '--until', today(3))).toMatchObject({ code: 0 });
    try {
      const { tasks } = await view(await inVerification(desk));
      expect(tasks.find(({ kind }) => kind === 'stage')).toMatchObject({ officerId: DEPUTY });
      const { body } = await desk.ask(OFFICER, `GET /v1/offices/resolution?area=35.05.08.2003&role=district_officer`);
      expect(body).toMatchObject({
        office: { office: 'disnaker:35.05', zone: 'WIB' },
        ladder: { climbsOver: false },
        people: null, // a village is told where a matter goes, not who works at the regency
        path: expect.arrayContaining([
          expect.objectContaining({
            found: 'answers',
            posts: expect.arrayContaining([
              expect.objectContaining({
                post: 'kepala-bidang',
                found: 'deputised',
                awayUntil: today(3),
                words: expect.objectContaining({ en: `Holder absent until ${today(3)}; a deputy stands in.` }),
              }),
            ]),
          }),
        ]),
      });
      const above = await desk.ask('bp3mi-jatim-1', `GET /v1/offices/resolution?area=35.05&role=district_officer`);
      expect(above.body).toMatchObject({ people: [DEPUTY] });
    } finally {
      await titian(...absent, '--cancel');
    }
  }, 60_000);

  test('who has a conflict of interest does nothing on the case, and is given nothing', async () => {
    const caseId = await inVerification(desk);
    await act(DEPUTY, caseId, 'declareConflict', { ground: 'RELATIVE' });
    expect(await view(caseId)).toMatchObject({ conflicts: [{ officerId: DEPUTY, ground: 'RELATIVE' }] });
    const before = await eventsOf(caseId);
    const verify = { requirement: 'form', against: 'ORIGINAL' };
    expect(verdict(await desk.command(DEPUTY, caseId, 'verifyItem', verify))).toBe('403 command/conflict-of-interest');
    expect(verdict(await desk.command(DEPUTY, caseId, 'liftConflict', { officerId: DEPUTY }))).toMatch(/^4/);
    const task = (await view(caseId)).tasks.find(({ kind }) => kind === 'stage');
    const ref = String(task?.id).replace('#', '-');
    const give = await desk.ask(HEAD, `POST /v1/cases/${caseId}/tasks/${ref}/assign`, { body: { officerId: DEPUTY } });
    expect(verdict(give)).toBe('409 task/conflict-of-interest');
    expect(give.body).toMatchObject({ field: '/officerId', remedy: { en: expect.stringContaining(HEAD) } });
    expect(await eventsOf(caseId)).toBe(before);
    // Without a name it goes to whoever may do it.
    const given = await desk.must(HEAD, `POST /v1/cases/${caseId}/tasks/${ref}/release`, {}).catch(() => null);
    expect(given).not.toBeNull();
    await desk.must(HEAD, `POST /v1/cases/${caseId}/tasks/${ref}/assign`, {});
    expect((await view(caseId)).tasks.find(({ kind }) => kind === 'stage')).toMatchObject({ officerId: HEAD });
  }, 60_000);

  test('no family hears who works where, and no conflict lets out a name', async () => {
    const caseId = await inVerification(desk);
    await act(DEPUTY, caseId, 'declareConflict', { ground: 'INTEREST' });
    const family = `family:${caseId}`;
    const seen = JSON.stringify(await view(caseId, family));
    for (const id of [HEAD, DEPUTY, ...BP3MI]) expect(seen).not.toContain(id);
    const { body } = await desk.ask(family, 'GET /v1/offices/resolution?area=35.05.08.2003&role=district_officer');
    expect(JSON.stringify(body)).not.toContain('disnaker-blitar');
  }, 60_000);

  test.each([
    ['no role of an office', 'area=35.05&role=family', '/role'],
    ['no place', 'area=35.5&role=district_officer', '/area'],
    ['no moment', 'area=35.05&role=district_officer&at=tomorrow', '/at'],
  ])('%s is refused with the field', async (_what, query, field) => {
    const answer = await desk.ask(HEAD, `GET /v1/offices/resolution?${query}`);
    expect([verdict(answer), answer.body['field']]).toEqual(['400 request/invalid', field]);
  });

  test('the audit finds that every case was held in every moment', async () => {
    expect(await titian('audit', 'verify')).toMatchObject({ code: 0, answer: { findings: [] } });
  }, 30_000);
});
