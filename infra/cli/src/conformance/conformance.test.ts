import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { CATALOGUE, CloudEvent, publishedSchema } from '@titian/events';
import { fill, readConsumerConfig } from './consumer-config.ts';
import { compare, openEffect } from './effect.ts';
import {
  belated,
  duplicated,
  interleaved,
  ofLaterRelease,
  poisoned,
  RECORDED,
  toParcel,
  type Recorded,
} from './stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-kit-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What somebody must run who changed the contract before a release. */
const REMEDY = 'npm run build && node infra/build/record-streams.mjs';

function versions(recorded: readonly Recorded[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { event } of recorded) found.set(event.subject, [...(found.get(event.subject) ?? []), event.caseversion]);
  return found;
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const ids = (recorded: readonly Recorded[]): string[] => recorded.map(({ event }) => event.id);

describe('the recorded events', () => {
  test('keep the contract of today, so that what agencies read yesterday is still read', () => {
    const broken = RECORDED.filter(({ event }) => {
      const contract = CATALOGUE.get(event.type);
      return !CloudEvent.safeParse(event).success || contract?.data.safeParse(event.data).success !== true;
    });
    expect({ remedy: REMEDY, types: [...new Set(broken.map(({ event }) => event.type))] }).toEqual({
      remedy: REMEDY,
      types: [],
    });
  });

  test('are whole cases of every type, each chained to the event before', () => {
    expect(new Set(RECORDED.map(({ caseType }) => caseType))).toEqual(new Set(['claim', 'complaint', 'placement']));
    for (const [, found] of versions(RECORDED)) expect(found).toEqual(upTo(found.length));
    const last = new Map<string, string>();
    for (const { event } of RECORDED) {
      expect(event.prevhash).toBe(last.get(event.subject) ?? '0'.repeat(64));
      last.set(event.subject, event.hash);
    }
  });

  test('hold nobody’s name, number or words', () => {
    expect(JSON.stringify(RECORDED)).not.toMatch(/\b\d{16}\b|\b(0|62)8\d{7,12}\b|Contoh|Sulastri|Wagiman/);
  });
});

describe('a disturbance', () => {
  test('that mixes cases keeps the order of each', () => {
    const mixed = interleaved(RECORDED);
    expect(new Set(ids(mixed))).toEqual(new Set(ids(RECORDED)));
    for (const [, found] of versions(mixed)) expect(found).toEqual(upTo(found.length));
    const turns = mixed.filter(({ event }, at) => event.subject !== mixed[at - 1]?.event.subject).length;
    expect(turns).toBeGreaterThan(RECORDED.length / 2);
  });

  test('that repeats brings every event at least twice, some long after', () => {
    const counts = new Map<string, number>();
    for (const id of ids(duplicated(RECORDED))) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(Math.min(...counts.values())).toBe(2);
    expect(duplicated(RECORDED).at(-1)?.event.id).toBe(RECORDED.at(-1)?.event.id);
  });

  test('that delays brings the same events, each case beginning with its first', () => {
    const late = belated(RECORDED);
    expect(new Set(ids(late))).toEqual(new Set(ids(RECORDED)));
    for (const [, found] of versions(late)) {
      expect(found[0]).toBe(1);
      expect(found).not.toEqual(upTo(found.length));
    }
  });

  test('of a later release keeps what is known, and no id comes twice', () => {
    const later = ofLaterRelease(RECORDED);
    expect(new Set(ids(later)).size).toBe(later.length);
    const known = later.filter(({ event }) => CATALOGUE.has(event.type));
    expect(known.length).toBe(RECORDED.length);
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const contract of CATALOGUE.values()) ajv.addSchema(publishedSchema(contract), contract.type);
    expect(known.filter(({ event }) => !ajv.validate(event.type, event.data))).toEqual([]);
    for (const [, found] of versions(later)) expect(found).toEqual(upTo(found.length));
  });

  test('by poison puts one message that is no JSON into each topic, between events of one case', () => {
    const parcels = poisoned(RECORDED);
    const poison = parcels.filter((each) => each.poison !== undefined);
    expect(poison.map(({ caseType }) => caseType).sort()).toEqual(['claim', 'complaint', 'placement']);
    for (const { value } of poison) expect(() => JSON.parse(value) as unknown).toThrow(SyntaxError);
    const good = parcels.filter((each) => each.poison === undefined);
    expect(good.map(({ value }) => value)).toEqual(RECORDED.map((each) => toParcel(each).value));
  });
});

describe('the description of a consumer', () => {
  const described = (content: object): string => {
    const file = join(folder, 'consumer.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  test('is started in the folder of its file', () => {
    const config = readConsumerConfig(described({ command: ['node', 'x.js'] }));
    expect(config).toMatchObject({ cwd: folder, effect: { file: '{effect}' }, positions: 'kafka' });
  });

  test('may be a command line alone', () => {
    expect(readConsumerConfig('python3 consumer.py').command).toEqual(['sh', '-c', 'python3 consumer.py']);
  });

  test.each([
    [{ command: [] }, '/command'],
    [{ command: ['x'], effect: { file: 'a', url: 'b' } }, '/effect'],
    [{ command: ['x'], postions: 'own' }, 'postions'],
  ])('%j is refused by its member', (content, member) => {
    expect(() => readConsumerConfig(described(content))).toThrow(member);
  });

  test('names what it takes from the environment and is not there', () => {
    expect(fill('{group} at ${PLACE}', { group: 'g' }, { PLACE: 'p' })).toBe('g at p');
    expect(() => fill('${PLACE}', {}, {})).toThrow('needs PLACE, which is not set');
  });
});

describe('the effect', () => {
  const place = { values: { state: folder }, env: process.env, cwd: folder };

  test('is read from a file, a command or a URL, in any order of lines', async () => {
    writeFileSync(join(folder, 'effect.txt'), 'b\n\na\n');
    const server = createServer((_request, response) => response.end('a\nb')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const sources = [
      { file: '{state}/effect.txt' },
      { command: ['cat', '{state}/effect.txt'] },
      { url: `http://127.0.0.1:${port}/` },
    ];
    for (const source of sources) {
      const reader = openEffect(source, place);
      expect(await reader.read()).toEqual(['a', 'b']);
      await reader.close();
    }
    server.close();
  });

  test('that cannot be read is no effect, and says why', async () => {
    const reader = openEffect({ file: '{state}/none.txt' }, place);
    expect(await reader.read()).toBeUndefined();
    expect(reader.trouble).toMatch(/ENOENT/);
  });

  test('is compared line by line, and a line that comes twice counts twice', () => {
    expect(compare(['a', 'b', 'b'], ['b', 'c'])).toEqual({ missing: ['a', 'b'], extra: ['c'] });
    expect(compare(['a'], ['a'])).toEqual({ missing: [], extra: [] });
  });
});
