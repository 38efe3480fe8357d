import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Bell, Gate } from './waiting.ts';

describe('the bell of a stream', () => {
  test('rung before the sleep, it lets nobody fall asleep, and only once', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    const started = Date.now();
    await bell.wait(5_000);
    expect(Date.now() - started).toBeLessThan(1_000);
    await bell.wait(20);
    expect(Date.now() - started).toBeGreaterThanOrEqual(15);
  });

  test('rung during the sleep, it ends it', async () => {
    const bell = new Bell();
    const slept = bell.wait(5_000).then(() => Date.now());
    const rungAt = Date.now();
    bell.ring();
    expect((await slept) - rungAt).toBeLessThan(1_000);
  });
});

describe('the gate before the pool', () => {
  test('lets so many in at once, the others in order, and goes on after a fault', async () => {
    const gate = new Gate(2);
    let inside = 0;
    let most = 0;
    const entered: number[] = [];
    const works = Array.from({ length: 6 }, (_, n) =>
      gate.through(async () => {
        entered.push(n);
        inside += 1;
        most = Math.max(most, inside);
        await pause(5);
        inside -= 1;
        if (n === 1) throw new Error('gone');
        return n;
      }),
    );
    const outcomes = await Promise.allSettled(works);
    expect(most).toBe(2);
    expect(entered).toEqual([0, 1, 2, 3, 4, 5]);
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, true]);
  });
});
