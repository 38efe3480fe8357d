/** What a broker says of one message, whoever sends it and however often: too large, a bad time, a bad record. */
const REFUSALS: ReadonlySet<string> = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_TIMESTAMP',
  'INVALID_RECORD',
]);

/** A message among those sent is one that no broker of this cluster will take: sending it again is of no use. */
export class RefusedByBroker extends Error {
  override readonly name = 'RefusedByBroker';
  constructor(
    /** The protocol's name of it, e.g. `MESSAGE_TOO_LARGE`. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`refused by the broker: ${code}`, options);
  }
}

/** The code of a refusal, however deep kafkajs has wrapped it; undefined for a fault that may pass. */
export function refusalOf(error: unknown): string | undefined {
  for (let each = error; typeof each === 'object' && each !== null;) {
    const { type, cause, originalError } = each as { type?: unknown; cause?: unknown; originalError?: unknown };
    if (typeof type === 'string' && REFUSALS.has(type)) return type;
    each = cause ?? originalError;
  }
  return undefined;
}
