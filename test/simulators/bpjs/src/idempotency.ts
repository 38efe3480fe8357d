import { createHash } from 'node:crypto';
import type { IntakeRefusal, JournalEvent, UsedKey } from './journal-event.ts';
import { Problem } from './problem.ts';
import type { State } from './state.ts';

/** What a key was used for: one request of one caller. */
export interface Keyed {
  readonly key: string;
  readonly fingerprint: string;
}

/** Members in one order: the same body written otherwise is the same body. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, member]) => [name, canonical(member)]),
  );
}

/** Binds a key to the operation, e.g. `POST /v1/claims`, and to the checked body. */
export function keyed(key: string, operation: string, body: unknown): Keyed {
  const fingerprint = createHash('sha256')
    .update(`${operation}\n${JSON.stringify(canonical(body))}`)
    .digest('hex');
  return { key, fingerprint };
}

/**
 * What this request was answered before, if it was.
 *
 * @throws Problem 409 if the key was used for another request
 */
export function findUse(state: State, { key, fingerprint }: Keyed): UsedKey | undefined {
  const used = state.keys.get(key);
  if (!used) return undefined;
  if (used.fingerprint === fingerprint) return used;
  throw new Problem(
    409,
    'idempotency-key-reused',
    'The key was used for another request',
    {
      field: 'header:Idempotency-Key',
      rule: 'one key, one operation and one body',
      remedy: 'repeat the first request unchanged, or take a new key',
    },
    { reference: used.reference },
  );
}

/** Keeps the answer under its key; belongs into the same record as what the request did. */
export function keyUsed(
  { key, fingerprint }: Keyed,
  reference: string,
  answer: Readonly<Record<string, string>>,
  refusal?: IntakeRefusal,
): Extract<JournalEvent, { type: 'key-used' }> {
  return { type: 'key-used', key, fingerprint, reference, answer, ...(refusal ? { refusal } : {}) };
}
