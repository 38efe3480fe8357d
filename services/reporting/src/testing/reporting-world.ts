import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { evolveAll, type CaseState, type CaseType, type StoredEvent } from '@titian/domain';
import { migrate } from '@titian/persistence/migrate';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { applyEvents } from '../case-store.ts';
import { toReported } from './reported-events.ts';

/** A schema of this release, and a pool as the service has it. */
export interface ReportingWorld {
  readonly record: TestDatabase;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export async function openReporting(): Promise<ReportingWorld> {
  const record = await createTestDatabase(migrate);
  const pool = new pg.Pool({ connectionString: record.urlOf('reporting'), max: 4 });
  pool.on('error', () => undefined); // a database that is dropped takes its connections along
  return {
    record,
    pool,
    close: async () => {
      await pool.end();
      await record.drop();
    },
  };
}

/** A story told again: of another case, in another place, so many days later. */
export interface Retold {
  readonly caseId: string;
  readonly type: CaseType;
  readonly events: readonly StoredEvent[];
}

export function retell(
  type: CaseType,
  events: readonly StoredEvent[],
  change: { readonly area?: string; readonly office?: string; readonly days?: number; readonly number?: number } = {},
): Retold {
  const caseId = randomUUID();
  const { area, office, days = 0 } = change;
  const later = (instant: string): string => new Date(Date.parse(instant) + days * 86_400_000).toISOString();
  const told = events.map(({ revision, at, event }): StoredEvent => {
    const moved = (): StoredEvent['event'] => {
      if (event.kind === 'case.opened') {
        const custody = office === undefined ? event.custody : { ...event.custody, office };
        return { ...event, custody, openedAt: later(event.openedAt), ...(area === undefined ? {} : { area }) };
      }
      return event.kind === 'custody.moved' && office !== undefined ? { ...event, office } : event;
    };
    return { caseId, revision, at: later(at), event: moved() };
  });
  return { caseId, type, events: told };
}

/** What the domain makes of it. */
export function stateOf({ events }: Retold): CaseState {
  const state = evolveAll(null, events);
  if (state === null) throw new Error('no event');
  return state;
}

/** Puts cases into the schema as the service does. */
export async function report(pool: pg.Pool, cases: readonly Retold[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await applyEvents(
      client,
      cases.flatMap(({ type, events }) => events.map((event) => toReported(type, event))),
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
