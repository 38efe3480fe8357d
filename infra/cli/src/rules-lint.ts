import { lintDefinition, type CaseModel, type LintFinding } from '@titian/domain';
import { HELD_ROLES } from '@titian/rulebook';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

type Found = LintFinding & { readonly definition: string };

/** Checks every definition of this release. */
export function lintRules(models: readonly CaseModel[], terminal: Terminal, json: boolean): ExitCode {
  const found: Found[] = models.flatMap(({ definition, code }) =>
    lintDefinition(definition, code, HELD_ROLES).map((finding) => ({
      definition: `${definition.type} ${definition.version}`,
      ...finding,
    })),
  );
  if (json) terminal.out(JSON.stringify({ definitions: models.length, findings: found }));
  else {
    for (const { definition, rule, at, message } of found) terminal.out(`${definition} ${at}: ${message} (${rule})`);
    terminal.out(`${models.length} definitions, ${found.length} findings`);
  }
  return found.length === 0 ? EXIT.good : EXIT.finding;
}
