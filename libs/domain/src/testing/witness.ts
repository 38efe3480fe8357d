import type { Command } from '../kernel/command.ts';
import type { CaseDefinition } from '../kernel/definition.ts';
import type { CaseModel, Guard } from '../kernel/registry.ts';

/** What tests have seen of a definition: a guard that never refused, or a reason that was never taken, is not tested. */
export interface Witness {
  /** Guards that said no at least once. */
  readonly guards: Set<string>;
  /** `command/REASON` that a case took at least once. */
  readonly reasons: Set<string>;
}

export const newWitness = (): Witness => ({ guards: new Set(), reasons: new Set() });

/** The same model, whose guards tell the witness when they refuse. */
export function witnessed(model: CaseModel, { guards: seen }: Witness): CaseModel {
  const watch = ([name, guard]: [string, Guard]): [string, Guard] => [
    name,
    {
      ...guard,
      check: (situation) => {
        const unmet = guard.check(situation);
        if (unmet !== null) seen.add(name);
        return unmet;
      },
    },
  ];
  return {
    ...model,
    code: { ...model.code, guards: Object.fromEntries(Object.entries(model.code.guards).map(watch)) },
  };
}

/** After a command was done with one of its reasons: takes note of every reason that the case would have taken as well. */
export function witnessReasons(
  { reasons: seen }: Witness,
  { commands }: CaseDefinition,
  command: Command,
  accepts: (command: Command) => boolean,
): void {
  const known = commands[command.name]?.reasons ?? [];
  if (!known.includes(String(command.input['reasonCode']))) return;
  for (const reasonCode of known) {
    if (seen.has(`${command.name}/${reasonCode}`)) continue;
    if (accepts({ ...command, input: { ...command.input, reasonCode } })) seen.add(`${command.name}/${reasonCode}`);
  }
}

/** Guards and reasons of a definition that the witness has not seen, sorted. */
export function unseen({ guards, reasons }: Witness, { commands }: CaseDefinition): readonly string[] {
  const rules = Object.entries(commands);
  const wanted = [
    ...rules.flatMap(([, rule]) => rule.guards.filter((name) => !guards.has(name))),
    ...rules.flatMap(([name, rule]) =>
      (rule.reasons ?? []).map((reason) => `${name}/${reason}`).filter((each) => !reasons.has(each)),
    ),
  ];
  return [...new Set(wanted)].sort();
}
