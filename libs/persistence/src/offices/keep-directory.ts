import type { DataSource, EntityManager } from 'typeorm';
import { checkAbsence, checkOffice, type Checked } from '@titian/rulebook';
import { keepAbsence } from './keep-absence.ts';
import { keepOffice } from './keep-office.ts';
import { holdDirectory, type Stored } from './office-change.ts';

/** What came of one row of the directory. */
export interface KeptRow extends Stored {
  /** Where it stood in what was given, e.g. `/offices/3`. */
  readonly row: string;
  readonly subject: string;
}

/** Offices and absences as an operator gives them, not checked yet. */
export interface DirectoryInput {
  readonly offices?: readonly unknown[];
  readonly absences?: readonly unknown[];
}

/**
 * Brings the directory to what is given, row by row: each is stored whole or not at all, and one that is refused says why
 * and holds up no other. Offices and absences that are not named stay as they are. Repeatable.
 */
export async function keepDirectory(
  db: DataSource,
  { offices = [], absences = [] }: DirectoryInput,
  by: string,
): Promise<readonly KeptRow[]> {
  const kept: KeptRow[] = [];
  for (const [n, given] of offices.entries()) {
    kept.push(await keepRow(db, `/offices/${n}`, nameOf(given, 'office'), checkOffice(given), keepOffice, by));
  }
  for (const [n, given] of absences.entries()) {
    kept.push(await keepRow(db, `/absences/${n}`, nameOf(given, 'officerId'), checkAbsence(given), keepAbsence, by));
  }
  return kept;
}

/** What a row is about, if it says so at all. */
function nameOf(given: unknown, member: string): string {
  const named = typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[member] : undefined;
  return typeof named === 'string' ? named.slice(0, 60) : '';
}

async function keepRow<Row>(
  db: DataSource,
  row: string,
  subject: string,
  checked: Checked<Row>,
  keep: (tx: EntityManager, row: Row, by: string) => Promise<Stored>,
  by: string,
): Promise<KeptRow> {
  if (!checked.ok) return { row, subject, outcome: 'refused', faults: checked.faults };
  const stored = await db.transaction(async (tx) => {
    await holdDirectory(tx);
    return keep(tx, checked.row, by);
  });
  return { row, subject, ...stored };
}
