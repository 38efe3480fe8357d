import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { startStack, type LocalStack } from '@titian/local';
import { inVerification, OFFICER, opening, SECRETS } from '../access/claims.ts';
import { FrontDesk, logsUnder } from '../access/front-desk.ts';
import { watchEvents, type EventWatch } from '../story/event-watch.ts';

const SERANG = 'kades-serang';
const [DISTRICT, SECOND] = ['disnaker-blitar-1', 'disnaker-blitar-2'];
const ELSEWHERE = 'disnaker-malang-1';
/** The same worker as she is called in the other village. */
const ALIAS = `Hj. ${SECRETS.name.toUpperCase()} binti Sukiman`;

interface Seen {
  readonly flags: readonly { readonly flag: string }[];
  readonly facts: { readonly possibleDuplicates?: readonly { readonly caseId: string; readonly rule: string }[] };
  readonly links: readonly object[];
  readonly tasks: readonly { readonly name: string; readonly role: string }[];
  readonly worker: { readonly personId: string | null };
  readonly milestones: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly evidence: readonly { readonly requirement: string; readonly status: string }[];
}

/** Two villages tell of one accident; a person decides what a machine may only propose. Over HTTP on the real stack. */
describe('one worker in two villages', () => {
  let stack: LocalStack;
  let watch: EventWatch;
  let desk: FrontDesk;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    stack = await startStack({ profile: `test-${String(process.pid)}-persons`, ports: 'free' });
    watch = await watchEvents(stack.addresses.kafkaBrokers);
    desk = new FrontDesk(stack.addresses.apiUrl);
    const told = await desk.must(
      SERANG,
      'POST /v1/claims',
      opening({ areaCode: '35.05.13.2001', worker: { name: ALIAS, nik: SECRETS.nik } }),
    );
    first = String(told.body['caseId']);
    second = await inVerification(desk);
  }, 240_000);
  afterAll(async () => {
    await watch.stop();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const see = async (who: string, caseId: string): Promise<Seen> =>
    (await desk.ask(who, `GET /v1/cases/${caseId}`)).body as unknown as Seen;
  const act = (who: string, command: string, input: object = {}) =>
    desk.must(who, `POST /v1/cases/${second}/commands/${command}`, input);
  async function until(who: string, caseId: string, isThere: (seen: Seen) => boolean): Promise<Seen> {
    for (const deadline = Date.now() + 30_000; ;) {
      const seen = await see(who, caseId);
      if (isThere(seen)) return seen;
      if (Date.now() > deadline) throw new Error(`the case stayed ${JSON.stringify([seen.flags, seen.facts])}`);
      await pause(50);
    }
  }
  const find = async (who: string, body: object) => {
    const answer = await desk.ask(who, 'POST /v1/persons/search', { body });
    const persons = (answer.body['persons'] ?? []) as {
      personId: string;
      cases: { caseId: string }[];
      hasNik: boolean;
    }[];
    return { ...answer, persons };
  };

  describe('the number', () => {
    test.each([
      ['15 digits', '350508450790007', '16 digits'],
      ['no day', '3505087907900077', 'day of birth'],
      ['a serial of nought', '3505084507900000', '0001'],
    ])('with %s is refused, and the field is named', async (_what, nik, rule) => {
      const { status, body } = await desk.ask(OFFICER, 'POST /v1/claims', {
        body: opening({ worker: { name: SECRETS.name, nik } }),
      });
      expect(status).toBe(400);
      expect(body['errors']).toEqual([
        expect.objectContaining({ field: '/worker/nik', rule: expect.stringContaining(rule) }),
      ]);
      expect(JSON.stringify(body)).not.toContain(nik);
    });

    test('of another district is taken with a warning, each time it is told', async () => {
      const body = opening({
        areaCode: '35.05.13.2001',
        riskDay: '2025-03-03',
        worker: { name: 'Sumini Contoh', nik: '3505084507900078' },
      });
      const key = randomUUID();
      const [once, again] = [
        await desk.ask(SERANG, 'POST /v1/claims', { body, key }),
        await desk.ask(SERANG, 'POST /v1/claims', { body, key }),
      ];
      expect([once.status, again.status]).toEqual([201, 201]);
      expect(once.body['warnings']).toMatchObject([{ code: 'person/nik-of-another-district', field: '/worker/nik' }]);
      expect(again.body).toEqual(once.body);
      const { persons } = await find(SERANG, { nik: '3505084507900078' });
      expect(persons.map(({ cases }) => cases.map(({ caseId }) => caseId))).toEqual([[once.body['caseId']]]);
    });
  });

  describe('the second claim', () => {
    test('is proposed as a duplicate of the first, and the district is asked', async () => {
      const seen = await until(DISTRICT, second, ({ flags }) =>
        flags.some(({ flag }) => flag === 'duplicate_suspected'),
      );
      expect(seen.facts.possibleDuplicates).toEqual([{ caseId: first, rule: 'NIK_AND_EVENT' }]);
      const asked = seen.tasks.filter(({ name }) => name === 'recordDuplicateSearch');
      expect(asked).toEqual([expect.objectContaining({ role: 'district_officer', status: 'unassigned' })]);
    });

    test('opens nothing of the other village to this one, and names no case to the family', async () => {
      expect((await desk.ask(OFFICER, `GET /v1/cases/${first}`)).status).toBe(404);
      const { body } = await desk.ask(`family:${second}`, `GET /v1/cases/${second}`);
      expect(JSON.stringify(body)).not.toContain(first);
      expect(body['worker']).toEqual({ personId: expect.any(String) });
    });

    test('is not submitted before an officer has decided, with a reason', async () => {
      const { evidence } = await see(DISTRICT, second);
      for (const { requirement, status } of evidence) {
        if (status === 'attached') await act(DISTRICT, 'verifyItem', { requirement, against: 'ORIGINAL' });
      }
      await act(DISTRICT, 'recordMembership', {
        from: '2025-01-01',
        until: '2027-01-01',
        active: true,
        source: 'BPJS_CARD',
      });
      await act(DISTRICT, 'approveFile', { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '1000' }] });
      await act(SECOND, 'checkFile');
      await until(DISTRICT, second, ({ milestones }) => milestones['duplicates_searched'] !== undefined);
      const refused = await desk.command(DISTRICT, second, 'submit', {});
      expect([refused.status, refused.code]).toEqual([422, 'command/guard']);
      const noReason = await desk.command(DISTRICT, second, 'confirmSameWorker', { caseId: first });
      expect([noReason.status, noReason.body['field']]).toEqual([422, '/reasonCode']);
      await act(DISTRICT, 'confirmSameWorker', { caseId: first, reasonCode: 'ANOTHER_MATTER' });
      const decided = await see(DISTRICT, second);
      expect(decided.flags).toEqual([]);
      expect(decided.links).toContainEqual(
        expect.objectContaining({ caseId: first, relation: 'same_worker', visible: true }),
      );
      await act(DISTRICT, 'submit');
    });
  });

  describe('a person', () => {
    test.each([
      ['the village', OFFICER, () => [second]],
      ['the other village', SERANG, () => [first]],
      ['the district', DISTRICT, () => [first, second]],
    ])('is one, and shows %s the cases of its area', async (_who, who, cases) => {
      const { status, persons } = await find(who, { nik: SECRETS.nik });
      expect(status).toBe(200);
      expect(persons).toHaveLength(1);
      expect(persons[0]?.hasNik).toBe(true);
      expect(persons[0]?.cases.map(({ caseId }) => caseId).sort()).toEqual(cases().sort());
      const { body } = await desk.ask(who, `GET /v1/persons/${persons[0]?.personId ?? ''}`);
      expect(body).toEqual(persons[0]);
    });

    test('is found by name, day of birth and village, in another spelling', async () => {
      const asked = { name: 'ngatinem  RAHASIAWATI', bornOn: '1990-07-05', areaCode: '35.05.08.2003' };
      expect((await find(DISTRICT, asked)).persons).toHaveLength(1);
      expect((await find(DISTRICT, { ...asked, bornOn: '1990-07-06' })).persons).toEqual([]);
    });

    test('is nobody elsewhere, and not for everybody', async () => {
      const { worker } = await see(DISTRICT, second);
      expect((await find(ELSEWHERE, { nik: SECRETS.nik })).persons).toEqual([]);
      const unknown = await desk.ask(ELSEWHERE, `GET /v1/persons/${worker.personId ?? ''}`);
      expect([unknown.status, unknown.code]).toEqual([404, 'person/not-found']);
      expect((await find('kecamatan-wonotirto', { nik: SECRETS.nik })).status).toBe(403);
      expect(await find(`family:${second}`, { nik: SECRETS.nik })).toMatchObject({
        status: 403,
        body: { rule: { en: 'A family looks for nobody else: only its own case is open to it.' } },
      });
      expect((await desk.ask(null, 'POST /v1/persons/search', { body: { nik: SECRETS.nik } })).status).toBe(401);
      expect((await find(DISTRICT, { name: SECRETS.name })).status).toBe(400);
    });

    test('shows a family its own case and nobody else’s', async () => {
      const { worker } = await see(DISTRICT, second);
      const { status, body } = await desk.ask(`family:${second}`, `GET /v1/persons/${worker.personId ?? ''}`);
      expect(status).toBe(200);
      expect((body['cases'] as { caseId: string }[]).map(({ caseId }) => caseId)).toEqual([second]);
    });
  });

  describe('the number and the name', () => {
    const planted = [
      SECRETS.nik,
      SECRETS.name,
      SECRETS.name.toUpperCase(),
      'Sukiman',
      '3505084507900078',
      '1990-07-05',
    ];
    const found = (text: string): string[] => planted.filter((secret) => text.includes(secret));

    test('are in no event on Kafka', async () => {
      for (const caseId of [first, second]) {
        await watch.until(caseId, (await see(DISTRICT, caseId)).revision);
        expect(found(JSON.stringify(watch.of(caseId)))).toEqual([]);
      }
      expect(watch.of(second).map(({ event }) => event.type)).toContain('titian.claim.same-worker-confirmed.v1');
    });

    test('are in no history', async () => {
      const connection = await Connection.connect({ address: stack.addresses.temporalAddress });
      for (const workflowId of [`claim/${second}`, `${second}/duplicateSearch/1`, `${second}/duplicateSearch/2`]) {
        const { history } = await connection.workflowService.getWorkflowExecutionHistory({
          namespace: 'titian',
          execution: { workflowId },
        });
        const texts = JSON.stringify(history, (_key, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
        );
        expect(texts).toContain('duplicateSearch');
        expect(found(texts)).toEqual([]);
      }
      await connection.close();
    });

    test('are in no log of any part, and in no address', async () => {
      for (const [file, text] of await logsUnder(stack.profile.logs)) expect([file, found(text)]).toEqual([file, []]);
      expect(desk.heard.filter((heard) => heard.startsWith('http') && found(heard).length > 0)).toEqual([]);
    });
  });
});
