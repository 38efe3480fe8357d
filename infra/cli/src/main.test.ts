import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { claimCode, claimDefinition } from '@titian/domain';
import { rulebook } from '@titian/rulebook';
import { main } from './main.ts';
import { lintRules } from './rules-lint.ts';

async function titian(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
  const nothingRuns = { TITIAN_HOME: mkdtempSync(join(tmpdir(), 'titian-cli-')) };
  return { code: await main(args, terminal, nothingRuns), said: lines.join('\n') };
}

describe('titian', () => {
  test.each([
    ['an unknown verb', ['fly'], /unknown command/],
    ['no verb', ['events'], /Usage/],
    ['an unknown flag', ['rules', 'lint', '--hard'], /unknown option/],
    ['a day that is none', ['rules', 'diff', '--from', 'May', '--to', '2023-02-22'], /not a day/],
    ['a case id that is none', ['audit', 'verify', '--case', '7'], /not a case id/],
    ['an instant that is none', ['events', 'replay', '--from', 'yesterday'], /not an instant/],
    ['a replay from nowhere', ['events', 'replay'], /--from/],
    ['a topic that is none', ['events', 'tail', '--topic', 'cats'], /titian\.claim\.v1/],
    ['a count that is none', ['events', 'tail', '--max', '0'], /not a number/],
    ['no brokers', ['events', 'tail'], /--brokers or KAFKA_BROKERS/],
    ['no database', ['audit', 'verify'], /--database or DATABASE_URL/],
    ['a list of nobody', ['import', 'placements', 'list.csv'], /--as/],
    [
      'a list that is none',
      ['import', 'placements', 'x.doc', '--as', 'a', '--api', 'http://127.0.0.1:1'],
      /only .csv and .xlsx/,
    ],
    [
      'a list that is away',
      ['import', 'placements', 'no.csv', '--as', 'a', '--api', 'http://127.0.0.1:1'],
      /no such file/,
    ],
    [
      'a database that is away',
      ['audit', 'verify', '--database', 'postgres://u:hunter2@127.0.0.1:1/d'],
      /ECONNREFUSED/,
    ],
  ])('ends with 2 and a sentence on %s', async (_what, args, sentence) => {
    const { code, said } = await titian(...args);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('hunter2');
    expect(code).toBe(2);
  });

  test('explains itself', async () => {
    const { code, said } = await titian('--help');
    expect(said).toContain('events');
    expect(code).toBe(0);
  });
});

describe('rules lint', () => {
  test('finds nothing in the definitions and rows of this release, and counts what nobody has read', async () => {
    const { code, said } = await titian('rules', 'lint');
    expect(said).toMatch(/^\d+ definitions, \d+ rows of law \(\d+ not verified\), 0 findings$/);
    expect(code).toBe(0);
    expect((await titian('rules', 'lint', '--unverified')).said).toContain(
      'not verified: benefit/benefit.JKM_SELAMA@2023-02-22',
    );
  });

  test('ends with 1 and names the row when a version leaves a gap', () => {
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), err: () => undefined };
    const { rows } = rulebook;
    const window = rows.window.map((row) => (row.validTo === '2023-02-21' ? { ...row, validTo: '2023-02-19' } : row));
    expect(lintRules([], terminal, { json: false, unverified: false }, { ...rows, window })).toBe(1);
    expect(lines.join('\n')).toContain('rows window/window.during@2023-02-22: nothing holds from 2023-02-20');
  });

  test('ends with 1 and names the place when a stage is a dead end', () => {
    const { closed, ...stages } = claimDefinition.stages;
    expect(closed).toBeDefined();
    const broken = {
      ...claimDefinition,
      stages: { ...stages, closed: { ...claimDefinition.stages['closed'], final: false } },
    };
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), err: () => undefined };
    const model = { definition: broken as typeof claimDefinition, hash: 'x', code: claimCode };
    expect(lintRules([model], terminal, { json: false, unverified: false })).toBe(1);
    expect(lines.join('\n')).toContain('claim 1 /stages/closed');
  });
});

describe('rules diff', () => {
  test('names what a new rule replaced and what it added', async () => {
    const { code, said } = await titian('rules', 'diff', '--from', '2023-02-21', '--to', '2023-02-22');
    expect(said).toContain('replaced benefit/benefit.JKK_GAGAL_BERANGKAT');
    expect(said).toContain('began    benefit/benefit.JKK_PEMERKOSAAN');
    expect(code).toBe(0);
  });
});
