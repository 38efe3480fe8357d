import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { cancelAbsence, dataSource, keepDirectory, removeOffice, type KeptRow } from '@titian/persistence';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';

/** Where the directory is and who changes it. */
interface Change {
  readonly database: string;
  readonly json: boolean;
  readonly by: string | undefined;
}

const DirectoryFile = z.strictObject({
  offices: z.array(z.unknown()).default([]),
  absences: z.array(z.unknown()).default([]),
});

/** Brings the directory to what a file says and tells what came of each row. @returns 1 if a row was refused */
export async function importOffices(
  { database, json, by, file, first }: Change & { readonly file: string; readonly first: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const given = await readDirectory(file);
  return withDirectory(database, async (db) => {
    if (first && (await wasEverChanged(db))) {
      terminal.out(json ? JSON.stringify({ rows: [] }) : 'the directory is kept already; nothing was changed');
      return EXIT.good;
    }
    return tellRows(await keepDirectory(db, given, by ?? userInfo().username), json, terminal);
  });
}

/** @returns 1 if there is no such office */
export async function removeOne(
  { database, json, by, office }: Change & { readonly office: string },
  terminal: Terminal,
): Promise<ExitCode> {
  return withDirectory(database, async (db) => {
    const removed = await removeOffice(db, office, by ?? userInfo().username);
    if (json) terminal.out(JSON.stringify({ office, removed }));
    else if (removed) terminal.out(`${office} is taken out; the office that the area code names answers from now on`);
    else terminal.err(`titian: no office ${office} is stored; titian offices check lists them.`);
    return removed ? EXIT.good : EXIT.finding;
  });
}

interface Absent extends Change {
  readonly officer: string;
  readonly from: string;
  readonly until: string | undefined;
  readonly reason: string;
  readonly cancel: boolean;
}

/** @returns 1 if the absence was refused, or there is none to take back */
export async function recordAbsence(
  { database, json, by = userInfo().username, officer, from, until, reason, cancel }: Absent,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!cancel && until === undefined)
    throw new Misuse('name the last day with --until, or take it back with --cancel.');
  return withDirectory(database, async (db) => {
    if (!cancel) {
      const absence = { officerId: officer, from, until, reasonCode: reason };
      return tellRows(await keepDirectory(db, { absences: [absence] }, by), json, terminal);
    }
    const cancelled = await cancelAbsence(db, officer, from, by);
    if (json) terminal.out(JSON.stringify({ officer, from, cancelled }));
    else if (cancelled) terminal.out(`${officer} is there again from ${from}`);
    else terminal.err(`titian: no absence of ${officer} begins on ${from}.`);
    return cancelled ? EXIT.good : EXIT.finding;
  });
}

async function readDirectory(file: string): Promise<z.infer<typeof DirectoryFile>> {
  let read: unknown;
  try {
    read = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Misuse(`${file} is not a JSON file that can be read: ${(error as Error).message}`);
  }
  const parsed = DirectoryFile.safeParse(read);
  if (!parsed.success) throw new Misuse(`${file} holds {"offices": […], "absences": […]} and nothing else.`);
  return parsed.data;
}

async function wasEverChanged(db: DataSource): Promise<boolean> {
  const [row] = await db.query<{ version: number }[]>(`select version from office_directory`);
  return (row?.version ?? 0) > 0;
}

function tellRows(rows: readonly KeptRow[], json: boolean, terminal: Terminal): ExitCode {
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  if (json) terminal.out(JSON.stringify({ rows }));
  else {
    for (const { row, subject, faults } of refused) {
      for (const { field, rule, message, remedy } of faults) {
        terminal.out(`${row}${field} (${subject}): ${message.en} ${remedy.en} [${rule}]`);
      }
    }
    const count = (outcome: KeptRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
    terminal.out(
      `${count('created')} created, ${count('changed')} changed, ${count('unchanged')} unchanged, ${refused.length} refused`,
    );
  }
  return refused.length === 0 ? EXIT.good : EXIT.finding;
}

/** Works on the directory of a record. */
export async function withDirectory<Result>(
  database: string,
  work: (db: DataSource) => Promise<Result>,
): Promise<Result> {
  const db = await dataSource(database, 2, 'offices').initialize();
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
