import { describe, expect, test } from '@jest/globals';
import { CASE_TYPES, claimDefinition, complaintDefinition, placementDefinition } from '@titian/domain';
import {
  CASE_TOPICS,
  CATALOGUE,
  DEAD_LETTER_TOPICS,
  KERNEL_EVENTS,
  CLAIM_EVENTS,
  COMPLAINT_EVENTS,
  PLACEMENT_EVENTS,
  publishedSchema,
  topicOf,
} from './index.ts';

type Schema = Record<string, unknown>;
const PEOPLE = [
  'Siti Aminah',
  'Jl. Merdeka 5, Blitar',
  '+62 812 3456 7890',
  'siti@example.id',
  'Dia jatuh dari tangga.',
];

/** Every schema inside a schema, with its place. */
function parts(schema: unknown, at = ''): [string, Schema][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own: [string, Schema][] = Array.isArray(schema) ? [] : [[at, schema as Schema]];
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => parts(value, `${at}/${key}`))];
}

const strings = [...CATALOGUE.values()].flatMap((contract) =>
  parts(publishedSchema(contract))
    .filter(([, schema]) => schema['type'] === 'string')
    .map(([at, schema]) => [`${contract.type}${at}`, schema] as const),
);

describe('the catalogue of events', () => {
  test.each(Object.keys(claimDefinition.commands))('has the event of the claim command %s', (command) => {
    const event = claimDefinition.commands[command]?.event ?? '';
    expect(CATALOGUE.has(`titian.claim.${event}.v1`)).toBe(true);
  });

  test.each(Object.values(complaintDefinition.commands).map(({ event }) => event))(
    'has the complaint event %s',
    (event) => {
      expect(CATALOGUE.has(`titian.complaint.${event}.v1`)).toBe(true);
    },
  );

  test.each(Object.values(placementDefinition.commands).map(({ event }) => event))(
    'has the placement event %s',
    (event) => {
      expect(CATALOGUE.has(`titian.placement.${event}.v1`)).toBe(true);
    },
  );

  test('gives every contract a name of its own', () => {
    const ofCommands = [...CLAIM_EVENTS, ...COMPLAINT_EVENTS, ...PLACEMENT_EVENTS];
    expect(CATALOGUE.size).toBe(Object.keys(KERNEL_EVENTS).length + ofCommands.length);
  });

  test('names each kernel event after its kind', () => {
    for (const [kind, { type }] of Object.entries(KERNEL_EVENTS)) expect(type).toBe(`titian.${kind}.v1`);
  });

  test('knows a topic and a dead-letter topic for every case type', () => {
    expect(CASE_TOPICS).toEqual(CASE_TYPES.map(topicOf));
    for (const topic of CASE_TOPICS) expect(DEAD_LETTER_TOPICS).toContain(`${topic}.dlq`);
  });

  test('publishes JSON Schema 2020-12 that lets consumers meet members they do not know', () => {
    for (const contract of CATALOGUE.values()) {
      expect(publishedSchema(contract)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `urn:titian:schema:${contract.type}`,
        type: 'object',
      });
      const closed = parts(publishedSchema(contract)).filter(([, schema]) => schema['additionalProperties'] === false);
      expect(closed).toEqual([]);
    }
  });
});

describe('words of people have no way into an event', () => {
  test('the walk over the schemas finds the strings it is to judge', () => {
    expect(strings.length).toBeGreaterThan(100);
  });

  test('every string is an enumeration, a format or a narrow pattern', () => {
    const open = strings.filter(
      ([, schema]) =>
        !['x-extensible-enum', 'const', 'pattern', 'format'].some((keyword) => Object.hasOwn(schema, keyword)),
    );
    expect(open.map(([at]) => at)).toEqual([]);
  });

  test.each(PEOPLE)('no pattern accepts "%s"', (words) => {
    const accepting = strings.filter(
      ([, { pattern }]) => typeof pattern === 'string' && new RegExp(pattern, 'u').test(words),
    );
    expect(accepting.map(([at]) => at)).toEqual([]);
  });

  test.each(['3505082003900001', '081234567890'])('no pattern accepts the number %s, references apart', (number) => {
    // The insurer and the bank make references, and theirs may be digits only: the domain's input decides what one is.
    const accepting = strings.filter(
      ([at, { pattern }]) =>
        typeof pattern === 'string' && new RegExp(pattern, 'u').test(number) && !/[rR]eference(\/|$)/.test(at),
    );
    expect(accepting.map(([at]) => at)).toEqual([]);
  });

  test('no object takes members that its contract does not name', () => {
    const loose = [...CATALOGUE.values()].flatMap(({ type, data }) =>
      parts(JSON.parse(JSON.stringify(publishedSchema({ type, summary: '', data }))))
        .filter(
          ([, schema]) => typeof schema['additionalProperties'] === 'object' || schema['propertyNames'] !== undefined,
        )
        .map(([at]) => `${type}${at}`),
    );
    expect(loose).toEqual([]);
  });
});
