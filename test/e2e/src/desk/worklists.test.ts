import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startStack, type LocalStack } from '@titian/local';
import { inEvidence, inVerification, OFFICER, SECRETS } from '../access/claims.ts';
import { FrontDesk, type Answer, type Sent } from '../access/front-desk.ts';

const DISTRICT = 'disnaker-blitar-1';
const COLLEAGUE = 'disnaker-blitar-2';
const SUBDISTRICT = 'kecamatan-wonotirto';
const ELSEWHERE = 'disnaker-malang-1';
const VILLAGE_CLAIMS = 8;

interface Task {
  readonly caseId: string;
  readonly taskId: string;
  readonly ref: string;
  readonly dueAt: string | null;
  readonly officerId: string | null;
}
interface ItemAnswer {
  readonly caseId: string;
  readonly taskId: string;
  readonly commandId: string;
  readonly status: string;
  readonly revision: number | null;
  readonly replayed: boolean;
  readonly problem: { readonly type: string; readonly status: number; readonly remedy: object } | null;
}
type Tally = Readonly<Record<'total' | 'overdue' | 'dueToday' | 'unassignedTasks', number>>;

/** The whole system: lists that say who waits for whom, many tasks at once, and who has how much, over HTTP. */
describe('the lists of a desk', () => {
  let stack: LocalStack;
  let desk: FrontDesk;
  let db: Client;
  const inVillage: string[] = [];
  const inDistrict: string[] = [];
  /** Came weeks ago and is entered now: its clocks have run out. */
  let late = '';

  beforeAll(async () => {
    stack = await startStack({ profile: `test-${String(process.pid)}-worklists`, ports: 'free' });
    desk = new FrontDesk(stack.addresses.apiUrl);
    db = new Client({ connectionString: stack.addresses.databaseUrl });
    await db.connect();
    for (let n = 0; n < VILLAGE_CLAIMS; n += 1) inVillage.push(await inEvidence(desk));
    for (let n = 0; n < 2; n += 1) inDistrict.push(await inVerification(desk));
    const report = {
      category: 'GAJI_TIDAK_DIBAYAR',
      areaCode: '35.05.08.2003',
      reporter: { relation: 'FAMILY' },
      consent: true,
      worker: { name: SECRETS.name, nik: SECRETS.nik },
      account: SECRETS.words,
      country: 'MY',
      receivedAt: new Date(Date.now() - 60 * 86_400_000).toISOString(),
    };
    late = String((await desk.must(OFFICER, 'POST /v1/complaints', report)).body['caseId']);
    await until(async () => (await counts('scope=area&overdue=true')).total === 1);
  }, 240_000);
  afterAll(async () => {
    await db.end();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end;) if (await holds()) return;
    throw new Error('it did not come to pass within a minute');
  }
  const verdict = ({ status, code }: Answer): string => (code === undefined ? String(status) : `${status} ${code}`);
  async function read(path: string, who = DISTRICT): Promise<Readonly<Record<string, unknown>>> {
    const answer = await desk.ask(who, `GET ${path}`);
    expect(verdict(answer)).toBe('200');
    return answer.body;
  }
  const counts = async (query: string, who = DISTRICT): Promise<Tally> =>
    (await read(`/v1/worklist/counts?${query}`, who)) as unknown as Tally;
  const cases = async (query: string, who = DISTRICT): Promise<readonly Record<string, unknown>[]> =>
    (await read(`/v1/worklist?${query}`, who))['items'] as Record<string, unknown>[];
  const idsOf = (items: readonly Record<string, unknown>[]): readonly unknown[] => items.map(({ caseId }) => caseId);
  const tasks = async (query: string, who: string): Promise<readonly Task[]> =>
    (await read(`/v1/tasks?limit=200&${query}`, who))['items'] as Task[];
  const bulk = (who: string | null, act: 'take' | 'assign', body: object, more: Sent = {}): Promise<Answer> =>
    desk.ask(who, `POST /v1/tasks/${act}`, { body, ...more });
  const itemsOf = ({ body }: Answer): readonly ItemAnswer[] => body['items'] as ItemAnswer[];
  const statusesOf = (answer: Answer): readonly string[] => itemsOf(answer).map(({ status }) => status);
  const toItem = ({ caseId, taskId }: Task): object => ({ caseId, taskId });
  /** Tasks of an office that lie in its pool; those that its people were given are put back there first. */
  async function free(people: readonly string[], name: string): Promise<readonly Task[]> {
    for (const who of people) {
      for (const { caseId, ref } of await tasks(`scope=mine&name=${name}`, who))
        expect(verdict(await desk.ask(who, `POST /v1/cases/${caseId}/tasks/${ref}/release`))).toBe('200');
    }
    return tasks(`scope=office&name=${name}`, people[0] ?? '');
  }
  /** How often the log says that somebody got a task by that command. */
  async function handed({ caseId }: Pick<Task, 'caseId'>, item: ItemAnswer | undefined): Promise<number> {
    const { rows } = await db.query<{ n: number }>(
      `select count(*)::int as n from case_event where case_id = $1 and command_id = $2 and type = 'titian.task.assigned.v1'`,
      [caseId, item?.commandId],
    );
    return rows[0]?.n ?? -1;
  }
  const stored = async (): Promise<unknown> =>
    (
      await db.query(
        `select (select count(*) from case_event) as events, (select count(*) from command_receipt) as receipts`,
      )
    ).rows[0];

  describe('counts', () => {
    test('call a case overdue as long as the work is not done, however far it has climbed', async () => {
      const [item] = await cases('scope=area&overdue=true');
      expect(item).toMatchObject({ caseId: late, overdue: true });
      expect(idsOf(await cases('scope=area&limit=1'))).toEqual([late]);
      const { rows } = await db.query<{ due_at: Date; wakes_at: Date }>(
        `select due_at, wakes_at from case_file where case_id = $1`,
        [late],
      );
      expect(rows[0]?.due_at.getTime()).toBeLessThan(Date.now());
      expect(rows[0]?.wakes_at.getTime()).toBeGreaterThan(Date.now());
    });

    test.each([DISTRICT, OFFICER, SUBDISTRICT, ELSEWHERE, 'kp2mi-1'])(
      'of all lists of %s are those of each',
      async (who) => {
        const { scopes } = (await read('/v1/worklist/overview', who)) as { scopes: Record<string, Tally> };
        expect(Object.keys(scopes).sort()).toEqual(['area', 'escalated', 'mine', 'office', 'waiting']);
        for (const [scope, tally] of Object.entries(scopes)) {
          const { total, overdue, dueToday, unassignedTasks } = await counts(`scope=${scope}`, who);
          expect([scope, tally]).toEqual([scope, { total, overdue, dueToday, unassignedTasks }]);
          expect((await cases(`scope=${scope}&limit=200`, who)).length).toBe(total);
        }
        if (who === ELSEWHERE) expect(Object.values(scopes).map(({ total }) => total)).toEqual([0, 0, 0, 0, 0]);
      },
    );

    test('are those of the record', async () => {
      const { rows } = await db.query<{ total: number; free: number }>(
        `select count(*)::int as total, (select count(*)::int from task where status = 'unassigned') as free
         from case_file where status <> 'closed'`,
      );
      expect(await counts('scope=area', 'kp2mi-1')).toMatchObject({
        total: rows[0]?.total,
        unassignedTasks: rows[0]?.free,
        overdue: 1,
      });
    });
  });

  describe('cases that wait for somebody outside', () => {
    test('are listed for the whole area, and leave the list with the answer', async () => {
      const [claim = ''] = inDistrict;
      const asked = { requirements: ['form'], reasonCode: 'PAPER_UNREADABLE' };
      expect(verdict(await desk.command(DISTRICT, claim, 'requestInfo', asked))).toBe('200');
      for (const who of [DISTRICT, OFFICER, 'kp2mi-1']) {
        expect(idsOf(await cases('scope=waiting', who))).toContain(claim);
        expect(idsOf(await cases('scope=waiting&waitsFor=family', who))).toEqual([claim]);
        expect(await cases('scope=waiting&waitsFor=insurer', who)).toEqual([]);
      }
      expect(await cases('scope=waiting', ELSEWHERE)).toEqual([]);
      const [item] = await cases('scope=waiting');
      expect(item).toMatchObject({ status: 'suspended', waitsFor: ['family'] });
      expect(verdict(await desk.command(DISTRICT, claim, 'answerInfo', {}))).toBe('200');
      expect(idsOf(await cases('scope=waiting'))).not.toContain(claim);
    });
  });

  test('a suspicion is in no list of those who are not to know of it', async () => {
    const claim = inVillage[1] ?? '';
    expect(verdict(await desk.command(DISTRICT, claim, 'flagFraud', { reasonCode: 'PAPER_FORGED' }))).toBe('200');
    const flagsIn = async (path: string, who: string): Promise<unknown> =>
      ((await read(path, who))['items'] as Record<string, unknown>[]).find(({ caseId }) => caseId === claim)?.['flags'];
    expect(await flagsIn('/v1/worklist?scope=area&limit=200', DISTRICT)).toContain('fraud_suspected');
    for (const path of ['/v1/worklist?scope=area&limit=200', '/v1/tasks?limit=200'])
      expect(await flagsIn(path, OFFICER)).not.toContain('fraud_suspected');
  });

  describe('cases that the ladder brought', () => {
    test('are listed for the office that was asked and for no other, until its task is done', async () => {
      const [claim = ''] = inVillage;
      expect(verdict(await desk.command(OFFICER, claim, 'escalateByHand', { reasonCode: 'NOBODY_ACTS' }))).toBe('200');
      expect(idsOf(await cases('scope=escalated', SUBDISTRICT))).toContain(claim);
      expect(idsOf(await cases('scope=escalated', OFFICER))).not.toContain(claim);
      expect((await counts('scope=escalated', SUBDISTRICT)).total).toBe(
        (await cases('scope=escalated', SUBDISTRICT)).length,
      );
      const asked = await tasks('scope=open&name=escalation', SUBDISTRICT);
      expect(asked.map(({ caseId }) => caseId)).toContain(claim);
      const withdrawn = await desk.command(`family:${claim}`, claim, 'withdraw', { reasonCode: 'OWN_WISH' });
      expect(verdict(withdrawn)).toBe('200');
      expect(idsOf(await cases('scope=escalated', SUBDISTRICT))).not.toContain(claim);
    });
  });

  describe('many tasks at once', () => {
    test('are taken by a command each; what is refused leaves the others as they are, and a repeat does nothing twice', async () => {
      const [first, second, third] = await free([OFFICER], 'evidence');
      if (first === undefined || second === undefined || third === undefined) throw new Error('too few tasks');
      const key = randomUUID();
      const body = {
        tasks: [
          toItem(first),
          { caseId: randomUUID(), taskId: 'evidence-1' },
          { ...toItem(second), taskId: second.ref },
          { ...toItem(third), taskId: 'evidence-99' },
          { ...toItem(third), revision: 1 },
        ],
      };
      const answer = await bulk(OFFICER, 'take', body, { key });
      expect(verdict(answer)).toBe('200');
      expect(statusesOf(answer)).toEqual(['done', 'refused', 'done', 'refused', 'refused']);
      expect(answer.body).toMatchObject({ done: 2, refused: 3, pending: 0, unsent: 0 });
      expect(itemsOf(answer).map(({ problem }) => problem?.type.replace('urn:titian:problem:', ''))).toEqual([
        undefined,
        'case/not-found',
        undefined,
        'task/not-found',
        'case/stale-version',
      ]);
      for (const { problem } of itemsOf(answer).filter(({ status }) => status === 'refused'))
        expect(problem?.remedy).toEqual({ id: expect.any(String), en: expect.any(String) });
      const items = itemsOf(answer);
      expect(await handed(first, items[0])).toBe(1);
      expect(await handed(second, items[2])).toBe(1);
      for (const item of items.slice(3)) expect(await handed(third, item)).toBe(0);
      const mine = (await tasks('scope=mine', OFFICER)).map(({ caseId }) => caseId);
      expect(mine).toEqual(expect.arrayContaining([first.caseId, second.caseId]));
      expect(mine).not.toContain(third.caseId);

      const again = await bulk(OFFICER, 'take', body, { key });
      expect(statusesOf(again)).toEqual(statusesOf(answer));
      expect(itemsOf(again).map(({ replayed }) => replayed)).toEqual([true, false, true, false, false]);
      expect(itemsOf(again).map(({ revision }) => revision)).toEqual(itemsOf(answer).map(({ revision }) => revision));
      expect(await handed(first, items[0])).toBe(1);

      const receipt = await read(`/v1/cases/${first.caseId}/receipts/${itemsOf(answer)[0]?.commandId ?? ''}`, OFFICER);
      expect(receipt).toMatchObject({ status: 'done', revision: itemsOf(answer)[0]?.revision });
    });

    test('sent several times at the same moment are done once', async () => {
      const open = await free([OFFICER], 'evidence');
      expect(open.length).toBeGreaterThan(2);
      const key = randomUUID();
      const body = { tasks: open.map(toItem) };
      const answers = await Promise.all([1, 2, 3].map(() => bulk(OFFICER, 'take', body, { key })));
      for (const answer of answers) expect([verdict(answer), answer.body['done']]).toEqual(['200', open.length]);
      for (const [n, task] of open.entries())
        for (const answer of answers) expect(await handed(task, itemsOf(answer)[n])).toBe(1);
      expect(await tasks('scope=office&name=evidence', OFFICER)).toEqual([]);
    });

    test('are given to a colleague, and back; one key stands for one officer', async () => {
      const open = (await free([DISTRICT, COLLEAGUE], 'verification')).filter(({ caseId }) =>
        inDistrict.includes(caseId),
      );
      expect(open).toHaveLength(2);
      const body = { tasks: open.map(toItem), officerId: COLLEAGUE };
      const key = randomUUID();
      expect(statusesOf(await bulk(DISTRICT, 'assign', body, { key }))).toEqual(['done', 'done']);
      expect((await tasks('scope=mine', COLLEAGUE)).map(({ caseId }) => caseId).sort()).toEqual(
        open.map(({ caseId }) => caseId).sort(),
      );
      const other = await bulk(DISTRICT, 'assign', { ...body, officerId: DISTRICT }, { key });
      expect(itemsOf(other).map(({ status, problem }) => [status, problem?.type])).toEqual(
        open.map(() => ['refused', 'urn:titian:problem:command/key-reused']),
      );
      // Whoever has them now: this is how the work of somebody who is ill goes on.
      expect(statusesOf(await bulk(DISTRICT, 'assign', { ...body, officerId: DISTRICT }))).toEqual(['done', 'done']);
      expect(await tasks('scope=mine', COLLEAGUE)).toEqual([]);
      expect(statusesOf(await bulk(COLLEAGUE, 'take', { tasks: open.map(toItem) }))).toEqual(['refused', 'refused']);
    });

    test('are not given to somebody who works elsewhere, nor by somebody of another office', async () => {
      const open = (await tasks('scope=mine', DISTRICT)).map(toItem);
      expect(open.length).toBeGreaterThan(1);
      const before = await stored();
      const codesOf = (answer: Answer): unknown[] =>
        itemsOf(answer).map(({ problem }) => problem?.type.replace('urn:titian:problem:', ''));
      expect(new Set(codesOf(await bulk(DISTRICT, 'assign', { tasks: open, officerId: ELSEWHERE })))).toEqual(
        new Set(['task/not-of-this-office']),
      );
      expect(new Set(codesOf(await bulk(ELSEWHERE, 'take', { tasks: open })))).toEqual(new Set(['case/not-found']));
      expect(new Set(codesOf(await bulk(OFFICER, 'take', { tasks: open })))).toEqual(new Set(['task/not-yours']));
      expect(await stored()).toEqual(before);
    });

    test.each<readonly [string, string | null, object, Sent, string, string | undefined]>([
      ['none', DISTRICT, { tasks: [] }, {}, '400 request/invalid', '/tasks'],
      ['too many', DISTRICT, { tasks: many(101) }, {}, '400 request/invalid', '/tasks'],
      [
        'one twice',
        DISTRICT,
        { tasks: [...many(1), { ...many(1)[0], taskId: 'evidence#1' }] },
        {},
        '400 request/invalid',
        '/tasks/1/taskId',
      ],
      [
        'one without a name',
        DISTRICT,
        { tasks: [{ ...many(1)[0], taskId: 'x' }] },
        {},
        '400 request/invalid',
        '/tasks/0/taskId',
      ],
      [
        'one with a member more',
        DISTRICT,
        { tasks: [{ ...many(1)[0], officerId: COLLEAGUE }] },
        {},
        '400 request/invalid',
        '/tasks/0',
      ],
      [
        'no key',
        DISTRICT,
        { tasks: many(1) },
        { headers: { 'idempotency-key': 'x' } },
        '400 request/invalid',
        '/headers/idempotency-key',
      ],
      ['nobody', null, { tasks: many(1) }, {}, '401 identity/unknown', '/headers/x-titian-identity'],
      ['a family', `family:${many(1)[0]?.caseId ?? ''}`, { tasks: many(1) }, {}, '403 access/role', undefined],
    ])('are refused as a whole: %s', async (_what, who, body, more, expected, field) => {
      const before = await stored();
      const answer = await bulk(who, 'take', body, more);
      expect([verdict(answer), answer.body['field']]).toEqual([expected, field]);
      for (const part of ['rule', 'remedy'])
        expect(answer.body[part]).toEqual({ id: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
      expect(await stored()).toEqual(before);
    });
  });

  describe('workload', () => {
    interface Office {
      readonly office: string;
      readonly cases: number;
      readonly breached: number;
      readonly ages: readonly { readonly cases: number; readonly held: number }[];
    }

    test('of my office tells what it holds, how old it is, and who has how much', async () => {
      const found = await read('/v1/workload');
      const office = found['office'] as Office;
      const { rows } = await db.query<{ n: number }>(
        `select count(*)::int as n from case_file where holder_office = $1 and status <> 'closed'`,
        [office.office],
      );
      expect(office.cases).toBe(rows[0]?.n);
      expect(office.cases).toBe((await counts('scope=office')).total);
      for (const band of ['cases', 'held'] as const)
        expect(office.ages.reduce((sum, age) => sum + age[band], 0)).toBe(office.cases);
      const people = found['people'] as { officerId: string; tasks: number }[];
      expect(people.map(({ officerId }) => officerId)).toEqual([DISTRICT, COLLEAGUE]);
      for (const { officerId, tasks: open } of people)
        expect([officerId, open]).toEqual([officerId, (await tasks('scope=mine', officerId)).length]);
      expect((found['pool'] as { tasks: number }).tasks).toBe((await tasks('scope=office', DISTRICT)).length);
    });

    test('of an area tells every office that holds a case of it, page by page', async () => {
      const offices: Office[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page = await read(`/v1/workload/offices?limit=1${next === '' ? '' : `&after=${next}`}`);
        offices.push(...(page['items'] as Office[]));
        next = page['next'] as string | null;
      }
      const { rows } = await db.query<{ office: string; n: number }>(
        `select holder_office as office, count(*)::int as n from case_file where status <> 'closed' group by 1 order by 1`,
      );
      expect(offices.map(({ office, cases: n }) => ({ office, n }))).toEqual(rows);
      expect(offices.reduce((sum, { breached }) => sum + breached, 0)).toBe(1);
    });

    test('of another area is not told', async () => {
      expect(await read('/v1/workload/offices', ELSEWHERE)).toMatchObject({ items: [], next: null });
      expect(await read('/v1/workload', ELSEWHERE)).toMatchObject({ office: { cases: 0 }, pool: { tasks: 0 } });
      expect(verdict(await desk.ask(ELSEWHERE, 'GET /v1/workload/offices?areaPrefix=35.05'))).toBe(
        '403 command/outside-jurisdiction',
      );
    });

    test.each(['/v1/worklist/overview', '/v1/workload', '/v1/workload/offices'])(
      '%s is asked by nobody unknown and no family',
      async (path) => {
        expect(verdict(await desk.ask(null, `GET ${path}`))).toBe('401 identity/unknown');
        expect(verdict(await desk.ask(`family:${inVillage[0] ?? ''}`, `GET ${path}`))).toBe('403 access/role');
      },
    );
  });
});

/** Items that are well made and mean nothing. */
function many(count: number): readonly { readonly caseId: string; readonly taskId: string }[] {
  return Array.from({ length: count }, (_, n) => ({
    caseId: `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    taskId: 'evidence-1',
  }));
}
