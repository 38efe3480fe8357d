import { describe, expect, test } from '@jest/globals';
import type { Identity } from '@titian/auth';
import { problem, ProblemError } from '@titian/http';
import type { WishOutcome } from '../desk/case-desk.ts';
import type { BulkItem } from './bulk-tasks.body.ts';
import { turnMany, type BulkRequest } from './bulk-turn.ts';
import type { TaskTurn } from './task-desk.ts';

const WHO: Identity = { id: 'disnaker-blitar-1', role: 'district_officer', office: 'disnaker:35.05', area: '35.05' };
const KEY = '0190a000-0000-7000-8000-0000000000aa';
const TEXT = { id: 'x', en: 'x' };
const item = (n: number, more: Partial<BulkItem> = {}): BulkItem => ({
  caseId: `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  taskId: `verification-${n}`,
  ...more,
});
const items = (count: number): readonly BulkItem[] => Array.from({ length: count }, (_, n) => item(n + 1));
const refusal = (status: number, code: string): ProblemError => new ProblemError(problem(status, code, TEXT, TEXT));

/** Answers each item by its place, counted from 1; those that nothing is said of are done. */
function desk(answers: Readonly<Record<number, WishOutcome | Error>> = {}, clock: () => number = () => 0) {
  const turns: TaskTurn[] = [];
  const faults: unknown[] = [];
  let atOnce = 0;
  let most = 0;
  const turn = async (_identity: Identity, given: TaskTurn): Promise<WishOutcome> => {
    turns.push(given);
    most = Math.max(most, ++atOnce);
    await new Promise(setImmediate);
    atOnce -= 1;
    const answer = answers[Number(given.caseId.slice(-12))];
    if (answer instanceof Error) throw answer;
    return (
      answer ?? { kind: 'done', receipt: { status: 'done', revision: 7, refusal: null }, replayed: false, warnings: [] }
    );
  };
  const ask = (request: Partial<BulkRequest>) =>
    turnMany(
      { turn, now: clock, onFault: (error) => faults.push(error) },
      { identity: WHO, key: KEY, command: 'takeTask', items: items(3), ...request },
    );
  return { ask, turns, faults, mostAtOnce: () => most };
}

describe('many tasks', () => {
  test('are as many commands, each with an id of its own, made of the key', async () => {
    const { ask, turns } = desk();
    const answer = await ask({
      items: [item(1), item(2, { revision: 5 })],
      command: 'assignTask',
      officerId: 'disnaker-blitar-2',
    });
    expect(answer).toMatchObject({ done: 2, refused: 0, pending: 0, unsent: 0 });
    expect(answer.items.map(({ taskId }) => taskId)).toEqual(['verification#1', 'verification#2']);
    expect(turns).toMatchObject([
      { command: 'assignTask', taskId: 'verification#1', officerId: 'disnaker-blitar-2', expectedRevision: undefined },
      { taskId: 'verification#2', expectedRevision: 5 },
    ]);
    expect(new Set(turns.map(({ commandId }) => commandId)).size).toBe(2);
    expect(answer.items.map(({ commandId }) => commandId)).toEqual(turns.map(({ commandId }) => commandId));
  });

  test('have the same ids when they are sent again, in another order and beside others, however they are written', async () => {
    const [first, again, other] = [desk(), desk(), desk()];
    const idsOf = ({ turns }: ReturnType<typeof desk>) =>
      turns.map(({ caseId, commandId }) => `${caseId} ${commandId}`).sort();
    await first.ask({ items: items(2) });
    await again.ask({ items: [item(2, { taskId: 'verification#2' }), item(1)] });
    expect(idsOf(again)).toEqual(idsOf(first));
    await other.ask({ items: items(2), identity: { ...WHO, id: 'disnaker-blitar-2' } });
    await other.ask({ items: items(2), key: KEY.replace('aa', 'ab') });
    expect(idsOf(other).some((id) => idsOf(first).includes(id))).toBe(false);
  });

  test('answer in the order in which they were sent, and one that fails leaves the others as they are', async () => {
    const { ask, faults } = desk({
      2: refusal(409, 'task/not-yours'),
      3: { kind: 'pending', warnings: [] },
      4: new Error('connection lost'),
      5: { kind: 'done', receipt: { status: 'done', revision: 3, refusal: null }, replayed: true, warnings: [] },
    });
    const answer = await ask({ items: items(6) });
    expect(answer.items.map(({ status, revision, replayed }) => [status, revision, replayed])).toEqual([
      ['done', 7, false],
      ['refused', null, false],
      ['pending', null, false],
      ['pending', null, false],
      ['done', 3, true],
      ['done', 7, false],
    ]);
    expect(answer).toMatchObject({ done: 3, refused: 1, pending: 2, unsent: 0 });
    expect(answer.items[1]?.problem?.type).toBe('urn:titian:problem:task/not-yours');
    expect(answer.items[3]?.problem).toMatchObject({ status: 500 });
    expect(JSON.stringify(answer)).not.toContain('connection lost');
    expect(faults).toHaveLength(1);
  });

  test('are done a few at a time', async () => {
    const { ask, turns, mostAtOnce } = desk();
    await ask({ items: items(100) });
    expect(turns).toHaveLength(100);
    expect(mostAtOnce()).toBe(6);
  });

  test('are no longer tried once the engine cannot be reached; the rest says so', async () => {
    const down = refusal(503, 'engine/unavailable');
    const { ask, turns } = desk({ 8: down });
    const answer = await ask({ items: items(50) });
    expect(turns.length).toBeLessThan(20);
    expect(answer.done + answer.unsent).toBe(50);
    expect(answer.items.at(-1)).toMatchObject({ status: 'unsent', problem: down.problem });
  });

  test('of which none was sent are a 503, to be sent again', async () => {
    const down = refusal(503, 'engine/unavailable');
    const { ask } = desk({ 1: down, 2: down, 3: down });
    await expect(ask({})).rejects.toBe(down);
  });

  test('that take too long are not begun; what was done is told', async () => {
    let asked = 0;
    const { ask, turns } = desk({}, () => (asked++ < 11 ? 0 : 21_000));
    const answer = await ask({ items: items(40) });
    expect(answer).toMatchObject({ done: 10, unsent: 30 });
    expect(turns).toHaveLength(10);
    expect(answer.items.at(-1)).toMatchObject({ status: 'unsent', problem: null });
  });
});
