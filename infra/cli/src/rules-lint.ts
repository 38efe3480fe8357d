import { lintDefinition, type CaseModel } from '@titian/domain';
import { HELD_ROLES, lawRows, lintRows, rulebook, SOURCES, unverifiedRows, type Rows } from '@titian/rulebook';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

interface Found {
  /** A definition such as `claim 1`, or `rows`. */
  readonly where: string;
  readonly rule: string;
  readonly at: string;
  readonly message: string;
}

export interface LintWords {
  readonly json: boolean;
  /** Lists the rows whose text nobody has read, not only their number. */
  readonly unverified: boolean;
}

/** Checks every definition and every row of law of this release. */
export function lintRules(
  models: readonly CaseModel[],
  terminal: Terminal,
  { json, unverified }: LintWords,
  rows: Rows = rulebook.rows,
): ExitCode {
  const found: Found[] = [
    ...models.flatMap(({ definition, code }) =>
      lintDefinition(definition, code, HELD_ROLES).map((finding) => ({
        where: `${definition.type} ${definition.version}`,
        ...finding,
      })),
    ),
    ...lintRows(rows, SOURCES).map((finding) => ({ where: 'rows', ...finding })),
  ];
  const unread = unverifiedRows(rows);
  const counted = lawRows(rows).length;
  if (json) {
    terminal.out(JSON.stringify({ definitions: models.length, rows: counted, unverified: unread, findings: found }));
  } else {
    for (const { where, rule, at, message } of found) terminal.out(`${where} ${at}: ${message} (${rule})`);
    if (unverified) for (const id of unread) terminal.out(`not verified: ${id}`);
    terminal.out(
      `${models.length} definitions, ${counted} rows of law (${unread.length} not verified), ${found.length} findings`,
    );
  }
  return found.length === 0 ? EXIT.good : EXIT.finding;
}
