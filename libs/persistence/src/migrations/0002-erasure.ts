import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements that no command refers to may be erased, by the worker and nothing else. */
export class Erasure1732000000002 implements MigrationInterface {
  readonly name = 'Erasure1732000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const STATEMENTS = [
  // A statement of a case stays out of reach of every delete, whatever the query says.
  `create policy worker_erases on statement as restrictive for delete to case_worker using (case_id is null)`,
  `grant delete on statement to case_worker`,
  `create index statement_unreferenced on statement (created_at) where case_id is null`,
];
