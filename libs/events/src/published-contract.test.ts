import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import {
  asyncApiDocument,
  CASE_TOPICS,
  CATALOGUE,
  CloudEvent,
  goldenEvent,
  publishedEnvelope,
  publishedSchema,
  topicsOf,
} from './index.ts';

const root = join(import.meta.dirname, '../../..');
const ajv = new Ajv2020({ strict: true, keywords: ['x-extensible-enum'], strictTypes: false, strictRequired: false });
addFormats.default(ajv);
const isEnvelope = ajv.compile(publishedEnvelope());
const contracts = [...CATALOGUE.values()].map((contract) => [contract.type, contract] as const);

describe('the golden event', () => {
  test.each(contracts)('of %s keeps its published schema and its contract', (type, contract) => {
    const kept = CloudEvent.parse(JSON.parse(readFileSync(join(root, `docs/events/golden/${type}.json`), 'utf8')));
    expect([isEnvelope(kept), isEnvelope.errors]).toEqual([true, null]);
    const isValid = ajv.compile(publishedSchema(contract));
    expect([isValid(kept.data), isValid.errors]).toEqual([true, null]);
    expect(contract.data.safeParse(kept.data).error).toBeUndefined();
  });

  test('is the same in every run, and names the member that it has no sample for', () => {
    const contract = { type: 'titian.x.done.v1' as const, data: z.strictObject({ odd: z.string().regex(/^§\d$/) }) };
    expect(() => goldenEvent(contract, 'x')).toThrow(/titian\.x\.done\.v1\/odd/);
    const [one, two] = [1, 2].map(() => goldenEvent(contract, 'x', () => '§7'));
    expect(one?.data).toEqual({ odd: '§7' });
    expect(two).toEqual(one);
  });

  test('has an id of its own', () => {
    const ids = contracts.map(
      ([type]) => CloudEvent.parse(JSON.parse(readFileSync(join(root, `docs/events/golden/${type}.json`), 'utf8'))).id,
    );
    expect(new Set(ids).size).toBe(contracts.length);
  });
});

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument('0.1.0') as {
    channels: Record<string, { messages: object }>;
    components: { schemas: Record<string, object> };
  };

  test('has every topic, and on it the events that may come', () => {
    expect(Object.keys(document.channels)).toEqual(CASE_TOPICS);
    for (const [type] of contracts)
      for (const topic of CASE_TOPICS)
        expect(Object.hasOwn(document.channels[topic]?.messages ?? {}, type)).toBe(topicsOf(type).includes(topic));
  });

  test('says of each event what its published schema says', () => {
    for (const [type, contract] of contracts)
      expect(publishedSchema(contract)).toMatchObject(document.components.schemas[type] ?? { missing: type });
  });
});
