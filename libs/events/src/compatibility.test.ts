import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { breaksOf, publishedContract, type JsonSchema, type ReleasedContract } from './index.ts';

const folder = join(import.meta.dirname, '../releases');
const last = readdirSync(folder)
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .at(-1);
const released = JSON.parse(readFileSync(join(folder, last ?? ''), 'utf8')) as ReleasedContract;

/** A small contract, so that each case shows one change. */
const before: JsonSchema = {
  title: 'titian.x.done.v1',
  type: 'object',
  properties: {
    amountIdr: { type: 'string', pattern: '^[0-9]+$' },
    level: { type: 'integer', minimum: 1 },
    note: { type: 'string', format: 'uuid' },
    role: { type: 'string', 'x-extensible-enum': ['a', 'b'] },
    items: { type: 'array', maxItems: 5, items: { type: 'object', properties: { code: { const: 'X' } } } },
    facts: { anyOf: [{ type: 'object', properties: { day: { type: 'string' } } }, { type: 'null' }] },
  },
  required: ['amountIdr', 'level'],
};
const now = (change: (schema: Record<string, Record<string, unknown>>) => void): ReturnType<typeof breaksOf> => {
  const schema = structuredClone(before) as Record<string, Record<string, unknown>>;
  change(schema);
  const envelope = { type: 'object' };
  return breaksOf(
    { version: '1', envelope, events: { 'titian.x.done.v1': before } },
    { envelope, events: { 'titian.x.done.v1': schema, 'titian.y.done.v1': {} } },
  );
};
type Members = Record<string, Record<string, unknown>>;
const members = (schema: Record<string, unknown>): Members => schema['properties'] as Members;

test('what is published now keeps the last release whole', () => {
  expect(breaksOf(released, publishedContract())).toEqual([]);
});

describe('within v1 an event only grows', () => {
  test.each<[string, (schema: Record<string, Record<string, unknown>>) => void]>([
    ['nothing changed, and there is one more event', () => undefined],
    ['an optional member came', (schema) => Object.assign(members(schema), { more: { type: 'string' } })],
    [
      'a value of an enumeration came',
      (schema) => Object.assign(members(schema)['role'] ?? {}, { 'x-extensible-enum': ['b', 'a', 'c'] }),
    ],
    ['words changed', (schema) => Object.assign(schema, { description: 'better words' })],
    [
      'a choice grew',
      (schema) =>
        Object.assign(members(schema)['facts'] ?? {}, {
          anyOf: [
            { type: 'object', properties: { day: { type: 'string' }, more: { type: 'integer' } } },
            { type: 'null' },
          ],
        }),
    ],
    [
      'a choice came that the release takes',
      (schema) =>
        Object.assign(members(schema)['facts'] ?? {}, {
          anyOf: [
            { type: 'object', properties: { day: { type: 'string' } } },
            { type: 'object', properties: { other: { type: 'string' } } },
            { type: 'null' },
          ],
        }),
    ],
  ])('%s', (_what, change) => {
    expect(now(change)).toEqual([]);
  });

  test.each<[string, (schema: Record<string, Record<string, unknown>>) => void, string]>([
    ['a member went', (schema) => delete members(schema)['note'], 'the member is gone'],
    [
      'a member may be missing now',
      (schema) => Object.assign(schema, { required: ['amountIdr'] }),
      'may now be missing',
    ],
    [
      'a member became required',
      (schema) => Object.assign(schema, { required: ['amountIdr', 'level', 'note'] }),
      'old events do not have it',
    ],
    [
      'a new member is required',
      (schema) => {
        Object.assign(members(schema), { more: { type: 'string' } });
        Object.assign(schema, { required: ['amountIdr', 'level', 'more'] });
      },
      'old events do not have it',
    ],
    [
      'a type changed',
      (schema) => Object.assign(members(schema)['amountIdr'] ?? {}, { type: 'integer' }),
      'type changed',
    ],
    [
      'a pattern narrowed',
      (schema) => Object.assign(members(schema)['amountIdr'] ?? {}, { pattern: '^[1-9]+$' }),
      'pattern changed',
    ],
    ['a pattern went', (schema) => delete members(schema)['amountIdr']?.['pattern'], 'pattern changed'],
    ['a format changed', (schema) => Object.assign(members(schema)['note'] ?? {}, { format: 'uri' }), 'format changed'],
    ['a bound narrowed', (schema) => Object.assign(members(schema)['level'] ?? {}, { minimum: 2 }), 'minimum changed'],
    ['a bound came', (schema) => Object.assign(members(schema)['level'] ?? {}, { maximum: 9 }), 'maximum changed'],
    [
      'a value of an enumeration went',
      (schema) => Object.assign(members(schema)['role'] ?? {}, { 'x-extensible-enum': ['a', 'c'] }),
      'old events have: b',
    ],
    [
      'an enumeration was closed',
      (schema) => Object.assign(members(schema), { role: { type: 'string', enum: ['a', 'b'] } }),
      'the enumeration began or ended',
    ],
    [
      'items changed inside',
      (schema) =>
        Object.assign(members(schema)['items'] ?? {}, {
          items: { type: 'object', properties: { code: { const: 'Y' } } },
        }),
      'const changed',
    ],
    [
      'a choice went',
      (schema) =>
        Object.assign(members(schema)['facts'] ?? {}, {
          anyOf: [{ type: 'object', properties: { day: { type: 'string' } } }],
        }),
      'a choice that old events made',
    ],
    [
      'a choice came that nobody takes',
      (schema) =>
        Object.assign(members(schema)['facts'] ?? {}, {
          anyOf: [{ type: 'object', properties: { day: { type: 'string' } } }, { type: 'null' }, { type: 'string' }],
        }),
      'the release does not take',
    ],
  ])('breaks when %s', (_what, change, said) => {
    expect(
      now(change)
        .map(({ what }) => what)
        .join('; '),
    ).toContain(said);
  });

  test('breaks when an event is gone or the envelope loses an attribute', () => {
    const { envelope, events } = publishedContract();
    const { 'titian.case.closed.v1': _gone, ...rest } = events;
    const { hash: _hash, ...attributes } = envelope['properties'] as Record<string, unknown>;
    expect(breaksOf({ version: '1', envelope, events }, { envelope, events: rest })).toHaveLength(1);
    const less = { ...envelope, properties: attributes };
    expect(breaksOf({ version: '1', envelope, events }, { envelope: less, events })).toContainEqual({
      at: 'envelope/hash',
      what: 'the member is gone',
    });
  });
});
