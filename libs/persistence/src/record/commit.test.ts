import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Command } from '@titian/domain';
import { evolveAll } from '@titian/domain';
import { MAKER, SYSTEM, steps, VILLAGE } from '@titian/domain/testing/claim-world';
import {
  commandsOf,
  NOW,
  openRecord,
  report,
  requestOf,
  tell,
  tellStory,
  world,
  type TestRecord,
} from '../testing/record-world.ts';
import { commit, load, type CommitRequest } from './commit.ts';

jest.setTimeout(60_000);

let record: TestRecord;
beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());

const TABLES = ['case_file', 'case_event', 'command_receipt', 'clock', 'task', 'evidence', 'custody'] as const;

/** Every row of a case, in every table. */
async function rowsOf(caseId: string): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    rows[table] = await record.owner.query(`select t::text as row from ${table} t where case_id = $1 order by 1`, [
      caseId,
    ]);
  }
  return rows;
}
const commitAs = (request: CommitRequest): ReturnType<typeof commit> => commit(record.as.case_worker, world, request);
const note = (): Command => ({
  name: 'addNote',
  actor: VILLAGE,
  input: { statement: { statementId: randomUUID(), digest: 'c'.repeat(64) } },
});
const outcome: Command = {
  name: 'recordAccidentOutcome',
  actor: VILLAGE,
  input: { outcome: 'RECOVERED', day: '2026-01-02' },
};
const tooEarly: Command = { name: 'submit', actor: MAKER, input: {} };

describe('a command id', () => {
  test('that was done answers as the first time and changes nothing', async () => {
    const caseId = randomUUID();
    const opening = requestOf(caseId, report());
    const first = await commitAs(opening);
    const later = requestOf(caseId, outcome);
    const second = await commitAs(later);
    const before = await rowsOf(caseId);

    const again = await commitAs({ ...opening, now: '2026-01-09T02:00:00.000Z' });
    expect(again.receipt).toEqual(first.receipt);
    expect(again.events.slice(0, first.events.length)).toEqual(first.events);
    expect((await commitAs(later)).receipt).toEqual(second.receipt);
    expect(await rowsOf(caseId)).toEqual(before);
  });

  test('that was refused stays refused, even when the command has become possible', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const [, ...rest] = commandsOf(steps.ready);
    const refusedOnce = requestOf(caseId, tooEarly);
    const { receipt } = await commitAs(refusedOnce);
    expect(receipt).toMatchObject({ status: 'refused', refusal: { code: 'command/wrong-stage' } });
    for (const { command, now } of rest) await tell(record.as.case_worker, requestOf(caseId, command, { now }));
    const before = await rowsOf(caseId);

    expect((await commitAs(refusedOnce)).receipt).toEqual(receipt);
    expect(await rowsOf(caseId)).toEqual(before);
    expect((await commitAs(requestOf(caseId, tooEarly))).receipt.status).toBe('done');
  });

  test.each<[string, (first: Command) => Command]>([
    ['another input', (first) => ({ ...first, input: { ...first.input, day: '2026-01-03' } })],
    ['another actor', (first) => ({ ...first, actor: { ...first.actor, id: 'sekdes' } })],
    ['another command', (first) => ({ ...note(), actor: first.actor })],
  ])('that comes back with %s is refused and changes nothing', async (_what, other) => {
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const request = requestOf(caseId, outcome);
    const { receipt } = await commitAs(request);
    const before = await rowsOf(caseId);

    const reused = await commitAs({ ...request, command: other(outcome) });
    expect(reused.receipt).toMatchObject({
      status: 'refused',
      revision: receipt.revision,
      refusal: { code: 'command/key-reused' },
    });
    expect(await rowsOf(caseId)).toEqual(before);
    expect((await commitAs(request)).receipt).toEqual(receipt);
  });

  test.each([
    ['opens a case', async (): Promise<string> => Promise.resolve(randomUUID()), report()],
    ['acts on a case', (): Promise<string> => tellStory(record.as.case_worker, steps.reported), outcome],
  ])('that %s has one effect, however many send it at once', async (_what, given, command) => {
    const caseId = await given();
    const request = requestOf(caseId, command);
    const answers = await Promise.all(Array.from({ length: 20 }, () => commitAs(request)));

    const [first] = answers;
    expect(first?.receipt.status).toBe('done');
    for (const answer of answers) expect(answer).toEqual(first);
    const counted: unknown = await record.owner.query(
      `select (select count(*)::int from command_receipt where case_id = $1 and command_id = $2) as receipts,
         (select count(*)::int from case_event where case_id = $1 and command_id = $2 and body like '%"command":%') as events,
         (select revision from case_file where case_id = $1) as revision`,
      [caseId, request.commandId],
    );
    expect(counted).toEqual([{ receipts: 1, events: 1, revision: first?.receipt.revision }]);
  });
});

describe('commands that meet', () => {
  test('on one case all take effect, one after the other', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const before = (await load(record.owner, world, caseId)).state?.revision ?? 0;
    const requests = Array.from({ length: 40 }, () => requestOf(caseId, note()));
    const answers = await Promise.all(requests.map(commitAs));

    expect(answers.map(({ receipt }) => receipt.status)).toEqual(requests.map(() => 'done'));
    const revisions = answers.map(({ receipt }) => receipt.revision).sort((a, b) => a - b);
    expect(new Set(revisions).size).toBe(40);
    const rows: { revision: number; command_id: string }[] = await record.owner.query(
      `select revision, command_id from case_event where case_id = $1 order by revision`,
      [caseId],
    );
    expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, n) => n + 1));
    const stored = new Set(rows.filter(({ revision }) => revision > before).map(({ command_id }) => command_id));
    expect(stored).toEqual(new Set(requests.map(({ commandId }) => commandId)));
  });

  test('and both open the same case leave one case; the second is told', async () => {
    const caseId = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => commitAs(requestOf(caseId, report()))));
    expect(answers.map(({ receipt }) => receipt.refusal?.code ?? 'done').sort()).toEqual([
      'case/already-opened',
      'case/already-opened',
      'case/already-opened',
      'done',
    ]);
  });
});

describe('a refusal', () => {
  test('of an intake leaves no row anywhere', async () => {
    const caseId = randomUUID();
    const future = requestOf(caseId, report({ riskDay: '2026-02-01' }));
    const unknown = requestOf(caseId, tooEarly);
    expect(await commitAs(future)).toMatchObject({
      receipt: { status: 'refused', revision: 0, refusal: { code: 'command/guard' } },
      events: [],
      deadline: null,
    });
    expect((await commitAs(unknown)).receipt.refusal?.code).toBe('case/not-found');
    expect(Object.values(await rowsOf(caseId)).flat()).toEqual([]);
    expect(await load(record.as.case_worker, world, caseId)).toMatchObject({ state: null, deadline: null });
  });

  test('on a case leaves its receipt and nothing else', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const { command_receipt: receipts = [], ...before } = await rowsOf(caseId);
    await commitAs(requestOf(caseId, tooEarly));
    const { command_receipt: later = [], ...after } = await rowsOf(caseId);
    expect(after).toEqual(before);
    expect(later).toHaveLength(receipts.length + 1);
  });
});

describe('the events that come back', () => {
  test('are exactly those after the revision that the caller knew, in order', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.complete);
    const request = requestOf(caseId, note());
    const { receipt, events } = await commitAs(request);
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: receipt.revision }, (_, n) => n + 1));
    for (const knownRevision of [1, 7, receipt.revision - 1, receipt.revision, receipt.revision + 5]) {
      expect((await commitAs({ ...request, knownRevision })).events).toEqual(events.slice(knownRevision));
    }
    const { state } = await load(record.as.case_worker, world, caseId);
    expect(evolveAll(null, events)).toEqual(state);
  });

  test('come with a refusal too: a caller that missed some catches up', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.evidence);
    const { receipt, events } = await commitAs(requestOf(caseId, tooEarly, { knownRevision: 3 }));
    expect(receipt.status).toBe('refused');
    expect(events.map(({ revision }) => revision)).toEqual(
      Array.from({ length: receipt.revision - 3 }, (_, n) => n + 4),
    );
  });

  test('are none when nothing was due, and the receipt says done', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const revision = (await load(record.as.case_worker, world, caseId)).state?.revision ?? 0;
    const early = requestOf(
      caseId,
      { name: 'clockDue', actor: SYSTEM, input: {} },
      { knownRevision: revision, now: NOW },
    );
    expect(await commitAs(early)).toMatchObject({ receipt: { status: 'done', revision }, events: [] });
  });
});
