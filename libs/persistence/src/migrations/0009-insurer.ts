import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What passed between the gateway and the insurer, for a dispute; and callbacks that wait for a person. */
export class Insurer1732000000009 implements MigrationInterface {
  readonly name = 'Insurer1732000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const STATEMENTS = [
  // Bodies are redacted before they come here: accounts and names are cut, codes, amounts and references stay.
  `create table bpjs_exchange (
    exchange_id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    direction text not null check (direction in ('out', 'in')),
    case_id uuid,
    operation text not null,
    idempotency_key text,
    request jsonb,
    status integer,
    response jsonb,
    fault text,
    took_ms integer not null
  )`,
  `create index bpjs_exchange_case on bpjs_exchange (case_id, exchange_id)`,
  `create index bpjs_exchange_at on bpjs_exchange (at)`,
  // A callback about something unknown is kept until a person releases it; the same one twice is one row.
  `create table bpjs_parked_callback (
    callback_id uuid primary key,
    type text not null,
    claim_ref uuid not null,
    reference text not null,
    reason text not null,
    body jsonb not null,
    parked_at timestamptz not null default now(),
    times integer not null default 1,
    released_at timestamptz,
    released_by text,
    outcome text
  )`,
  `create index bpjs_parked_open on bpjs_parked_callback (parked_at) where released_at is null`,
  `grant select, insert on bpjs_exchange to bpjs_gateway`,
  `grant select, insert, update on bpjs_parked_callback to bpjs_gateway`,
  `alter table bpjs_exchange enable row level security`,
  `alter table bpjs_parked_callback enable row level security`,
  `create policy gateway_all on bpjs_exchange to bpjs_gateway using (true) with check (true)`,
  `create policy gateway_all on bpjs_parked_callback to bpjs_gateway using (true) with check (true)`,
  // A like claim is one with the same worker (keyed digest of the NIK) and the same day of the event.
  `create index case_file_risk_day on case_file ((state -> 'facts' ->> 'riskDay')) where type = 'claim'`,
  // The reconciler asks for our claims that the insurer has, by its reference.
  `create index case_file_insurer_reference on case_file ((state -> 'facts' ->> 'insurerReference')) where type = 'claim'`,
];
