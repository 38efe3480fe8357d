import type { DataSource } from 'typeorm';

/** One call to the insurer, or one of its callbacks. */
export interface Exchange {
  readonly direction: 'out' | 'in';
  readonly caseId: string | null;
  readonly operation: string;
  readonly key: string | null;
  readonly request: unknown;
  readonly status: number | null;
  readonly response: unknown;
  readonly fault: string | null;
  readonly tookMs: number;
}

/** Members that could lead to a person; their values never reach the log. */
const CUT = new Set(['accountToken', 'account', 'accountNumber', 'holderName', 'name', 'nik', 'phone', 'detail']);

/** A body without what leads to a person: codes, days, amounts and references stay. */
export function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [member, CUT.has(member) ? '[cut]' : redacted(inner)]),
  );
}

/** Keeps what was said between us and the insurer, redacted, for the day on which somebody disputes it. */
export class ExchangeLog {
  constructor(private readonly db: DataSource) {}

  async keep(exchange: Exchange): Promise<void> {
    const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(redacted(value)));
    await this.db.query(
      `insert into bpjs_exchange
         (direction, case_id, operation, idempotency_key, request, status, response, fault, took_ms)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        exchange.direction,
        exchange.caseId,
        exchange.operation,
        exchange.key,
        json(exchange.request),
        exchange.status,
        json(exchange.response),
        exchange.fault,
        Math.round(exchange.tookMs),
      ],
    );
  }
}
