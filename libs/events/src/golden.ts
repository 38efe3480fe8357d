import { z } from 'zod';
import type { CloudEvent } from './cloud-event.ts';
import { schemaUri, type EventContract, type JsonSchema } from './contract.ts';

/** Values by member; the first that a schema takes stands in the example. Invented, as every name and number in them. */
const BY_MEMBER: Readonly<Record<string, string>> = {
  actorId: 'disnaker-blitar-1',
  area: '35.05.08.2003',
  askedIdr: '42500000',
  calendar: '2026.1',
  category: 'GAJI_TIDAK_DIBAYAR',
  clock: 'verifying',
  clockId: 'verifying#1',
  country: 'TW',
  document: 'SK_KDEI',
  from: 'evidence',
  id: 'disnaker-blitar-1',
  milestone: 'submitted',
  number: 'KLM-2026-000001',
  order: 'JKK_RAWAT_LN.main.1',
  outcome: 'paid_full',
  payee: 'heir-1',
  reason: 'markComplete',
  reasonCode: 'ISSUER_REFUSED',
  requirement: 'accidentLetter',
  riskCountry: 'TW',
  stage: 'verification',
  taskId: 'evidence#2',
  verifiedBy: 'disnaker-blitar-2',
};

/** For members that are not named above: one for each form that a string can have. */
const SAMPLES: readonly string[] = [
  '3f6a1c52-0000-4000-8000-000000000002',
  'a3'.repeat(32),
  '2026-01-05T02:00:00.000Z',
  '2026-01-05',
  '42500000',
  '35.05.08.2003',
  'Pasal 50',
  'TW',
  '2026.1',
  'share:0.8',
  '1/2',
  'command/guard',
  'evidence#2',
  'disnaker:35.05',
  'mediasi-advokasi',
  'accidentLetter',
  'PAPER_MISSING',
  'KLM-2026-000001',
  'BPJS-2026-0001',
];

/** The case that all golden events belong to; invented. */
export const GOLDEN_CASE = '3f6a1c52-0000-4000-8000-000000000001';

/**
 * One example of an event, made from its schema and nothing else: the same schema gives the same example. Every member that the
 * schema names is there, so that an agency sees the whole shape. `draw` gives a text of a form for which there is no sample here.
 * @throws RangeError naming a member for which nothing fits
 */
export function goldenEvent(
  { type, data }: Pick<EventContract, 'type' | 'data'>,
  id: string,
  draw: (pattern: RegExp) => string = () => '',
): CloudEvent {
  const example = new Example(draw).of(z.toJSONSchema(data, { io: 'input' }), '', type);
  return {
    specversion: '1.0',
    id,
    type,
    source: '/titian/case-worker',
    subject: GOLDEN_CASE,
    time: '2026-01-05T02:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: schemaUri(type),
    caseversion: 7,
    prevhash: 'b4'.repeat(32),
    hash: 'c5'.repeat(32),
    data: example as CloudEvent['data'],
  };
}

class Example {
  constructor(private readonly draw: (pattern: RegExp) => string) {}

  of(schema: JsonSchema, member: string, at: string): unknown {
    if ('const' in schema) return schema['const'];
    if (Array.isArray(schema['enum'])) return schema['enum'][0];
    if (Array.isArray(schema['anyOf'])) return this.of(richest(schema['anyOf'] as JsonSchema[]), member, at);
    switch (schema['type']) {
      case 'object':
        return Object.fromEntries(
          Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, inner]) => [
            name,
            this.of(inner, name, `${at}/${name}`),
          ]),
        );
      case 'array':
        return [this.of(schema['items'] as JsonSchema, member, at)];
      case 'string':
        return this.text(schema, member, at);
      case 'integer':
      case 'number':
        return Math.max(Number(schema['minimum'] ?? 0), Number(schema['exclusiveMinimum'] ?? 0) + 1);
      case 'boolean':
        return true;
      default:
        throw new RangeError(`no example for ${at}`);
    }
  }

  private text(schema: JsonSchema, member: string, at: string): string {
    const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : /^/;
    const isInstant = schema['format'] === 'date-time';
    const fits = (text: string): boolean => pattern.test(text) && (!isInstant || text.includes('T'));
    const named = [BY_MEMBER[member] ?? '', ...SAMPLES].find((text) => text !== '' && fits(text));
    const found = named ?? [this.draw(pattern)].find((text) => text !== '' && fits(text));
    if (found === undefined) throw new RangeError(`no example for ${at}: add a sample to libs/events/src/golden.ts`);
    return found;
  }
}

/** Of what a member may be, that which shows most: an object before a string, anything before null. */
function richest(choices: readonly JsonSchema[]): JsonSchema {
  const size = (choice: JsonSchema): number => (choice['type'] === 'null' ? -1 : JSON.stringify(choice).length);
  return choices.reduce((best, each) => (size(each) > size(best) ? each : best));
}
