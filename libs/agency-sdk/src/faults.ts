/** Thrown by a handler: this event can never be applied. It goes to the dead letters at once; the message says why and is kept. */
export class Poison extends Error {
  override readonly name = 'Poison';
}

/** Thrown by a handler: what it needs is away, e.g. the agency's own register. Tried until it is back, however long that is. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

/** Codes of Node and of PostgreSQL (classes 08, 53 and 57P0x, serialization, deadlock) that a later try may not meet. */
const PASSING =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[1-3]|40001|40P01|55P03)$/;

/** Whether the database or a register is away: no fault of the event, and no reason to bury it. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NotNow) return true;
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if (/^(Connection terminated|Client has encountered a connection error|timeout exceeded when)/.test(error.message))
    return true;
  return PASSING.test(codeOf(error));
}

/** What the dead letter says of a fault: its kind and code, and words only if the handler chose them. */
export function reasonOf(error: unknown, tries: number): string {
  if (error instanceof Poison) return error.message;
  const kind = error instanceof Error ? [error.name, codeOf(error)].filter(Boolean).join(' ') : 'unknown fault';
  return `gave up after ${tries} tries: ${kind}`;
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');
