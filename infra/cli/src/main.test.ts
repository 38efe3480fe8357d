import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { claimCode, claimDefinition } from '@titian/domain';
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
    ['a case id that is none', ['audit', 'verify', '--case', '7'], /not a case id/],
    ['an instant that is none', ['events', 'replay', '--from', 'yesterday'], /not an instant/],
    ['a replay from nowhere', ['events', 'replay'], /--from/],
    ['a topic that is none', ['events', 'tail', '--topic', 'cats'], /titian\.claim\.v1/],
    ['a count that is none', ['events', 'tail', '--max', '0'], /not a number/],
    ['no brokers', ['events', 'tail'], /--brokers or KAFKA_BROKERS/],
    ['no database', ['audit', 'verify'], /--database or DATABASE_URL/],
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
  test('finds nothing in the definitions of this release', async () => {
    expect(await titian('rules', 'lint')).toEqual({ code: 0, said: '2 definitions, 0 findings' });
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
    expect(lintRules([model], terminal, false)).toBe(1);
    expect(lines.join('\n')).toContain('claim 1 /stages/closed');
  });
});
