import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JournalRecord } from './journal-event.ts';
import { Journal } from './journal.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  file = join(folder, 'journal.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function record(scope: string): JournalRecord {
  return { at: scope, events: [{ type: 'plan-put', scope: `type:${scope}`, plan: { steps: [], delayMs: 0 } }] };
}

async function readAll(): Promise<string[]> {
  const read: string[] = [];
  const journal = await Journal.open(folder, ({ at }) => read.push(at));
  await journal.close();
  return read;
}

async function writeAll(...names: string[]): Promise<void> {
  const journal = await Journal.open(folder, () => undefined);
  for (const name of names) journal.append(record(name));
  await journal.durable();
  await journal.close();
}

test('what is durable is in the file, in the order of appending', async () => {
  const journal = await Journal.open(folder, () => undefined);
  for (let index = 0; index < 100; index += 1) {
    journal.append(record(String(index)));
    if (index % 7 === 0) await journal.durable();
  }
  await journal.durable();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as JournalRecord).at)).toEqual([...Array(100).keys()].map(String));
  await journal.close();
});

describe('a torn last line', () => {
  test('is cut off, and writing goes on behind the last whole one', async () => {
    await writeAll('one', 'two');
    await appendFile(file, '{"at":"three","eve');
    expect(await readAll()).toEqual(['one', 'two']);
    await writeAll('four');
    expect(await readAll()).toEqual(['one', 'two', 'four']);
  });

  test('may be torn at any byte: what is whole before it is read', async () => {
    await writeAll('one', 'dua ✓', 'three');
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), async (length) => {
        const torn = whole.subarray(0, length);
        await writeFile(file, torn);
        const lines = torn.filter((byte) => byte === 10).length;
        expect(await readAll()).toEqual(['one', 'dua ✓', 'three'].slice(0, lines));
        expect((await stat(file)).size).toBe(torn.lastIndexOf(10) + 1);
      }),
      { numRuns: 100 },
    );
  });
});

test('records longer than a chunk of reading are read whole', async () => {
  const long = 'x'.repeat(700_000);
  await writeAll(long, 'short', long, long);
  expect(await readAll()).toEqual([long, 'short', long, long]);
});

test('a whole line that cannot be read stops the start, for it was answered for once', async () => {
  await writeAll('one', 'two', 'three');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"two"', '"two'));
  await expect(readAll()).rejects.toThrow('line 2 of journal.jsonl cannot be read');
  expect(await readFile(file, 'utf8')).toBe(text.replace('"two"', '"two'));
});

test('a second writer on the file is noticed, and nothing is written after it', async () => {
  const journal = await Journal.open(folder, () => undefined);
  await appendFile(file, `${JSON.stringify(record('stranger'))}\n`);
  journal.append(record('own'));
  await expect(journal.durable()).rejects.toThrow('the journal cannot be written');
  expect(() => {
    journal.append(record('later'));
  }).toThrow('the journal cannot be written');
  expect(journal.failure).toBeDefined();
  await journal.close();
  expect(await readAll()).toEqual(['stranger']);
});
