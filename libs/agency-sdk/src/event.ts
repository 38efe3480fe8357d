import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { EventData } from './contract/event-types.ts';

/** Every event type that this release of the SDK knows. */
export type EventType = keyof EventData;

/** CloudEvents 1.0 with the attributes that Titian always sets; unknown attributes are kept. */
export interface Envelope {
  readonly specversion: '1.0';
  /** The same on every redelivery. */
  readonly id: string;
  readonly type: string;
  readonly source: string;
  /** The case (UUID); also the key of the message, so that one case stays in order. */
  readonly subject: string;
  /** When it happened, not when it was published. */
  readonly time: string;
  readonly dataschema: string;
  /** Grows by one with each event of the case: a hole is a gap. */
  readonly caseversion: number;
  /** Hash of the event before it; 64 zeros for the first. */
  readonly prevhash: string;
  /** SHA-256 of the event as the record keeps it. */
  readonly hash: string;
  readonly data: unknown;
}

/** An event of a known type, checked against its published schema. */
export type AgencyEvent<Type extends EventType = EventType> = {
  [T in Type]: Omit<Envelope, 'type' | 'data'> & { readonly type: T; readonly data: EventData[T] };
}[Type];

/** What a message turned out to be. `fault` names members and rules, never values. */
export type Reading =
  | { readonly event: Envelope; readonly known: boolean }
  | { readonly fault: string; readonly event: Envelope | undefined };

const contract = createRequire(import.meta.url)('./contract/schemas.json') as {
  readonly envelope: object;
  readonly events: Readonly<Record<string, object>>;
};

/** Unknown members and unknown values of an enumeration pass: within v1 both may come. */
const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
const isEnvelope = ajv.compile<Envelope>(contract.envelope);

/** Reads a message. Never throws. An event of a type that this release does not know is read, and not `known`. */
export function readEvent(value: Buffer | null): Reading {
  const parsed = parse(value);
  if (parsed === undefined) return { fault: 'no JSON', event: undefined };
  if (!isEnvelope(parsed)) return { fault: `no event of Titian: ${faultOf(isEnvelope.errors)}`, event: undefined };
  const schema = Object.hasOwn(contract.events, parsed.type) ? contract.events[parsed.type] : undefined;
  if (schema === undefined) return { event: parsed, known: false };
  const isValid = ajv.getSchema(`urn:titian:schema:${parsed.type}`) ?? ajv.compile(schema);
  if (isValid(parsed.data) === true) return { event: parsed, known: true };
  return { fault: `breaks the schema of ${parsed.type}: ${faultOf(isValid.errors)}`, event: parsed };
}

function parse(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString('utf8') ?? '') as unknown;
  } catch {
    return undefined; // the reading says so
  }
}

const faultOf = (errors: typeof isEnvelope.errors): string =>
  errors?.map(({ instancePath, keyword }) => `${instancePath || '/'} (${keyword})`).join(', ') ?? '/';
