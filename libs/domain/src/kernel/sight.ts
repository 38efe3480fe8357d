import type { JsonObject } from '../shared/text.ts';
import type { CaseDefinition } from './definition.ts';
import { eventType } from './event.ts';
import type { Role } from './vocabulary.ts';

/** The published type of the event that a command of this definition leaves; undefined if it has no such command. */
export function typeOfCommand({ type, commands }: CaseDefinition, command: string): string | undefined {
  const name = commands[command]?.event;
  if (name === undefined) return undefined;
  return eventType(type, { kind: 'acted', name, command, actor: { id: '', role: 'system', office: '' }, input: {} });
}

/** Whether a role learns of a flag. */
export const seesFlag = ({ flags }: CaseDefinition, flag: string, role: Role): boolean =>
  flags[flag]?.seenBy?.includes(role) ?? true;

/**
 * Whether a role learns what an event was: a family reads no notes of officers, and who may not know of a flag sees neither
 * it nor the command that raised or cleared it. That the case has moved on is no secret. `data` tells which flag an event is
 * about; without it an event of a flag says nothing and is shown.
 */
export function seesEvent(definition: CaseDefinition, role: Role, type: string, data: JsonObject = {}): boolean {
  if (role === 'family' && type === typeOfCommand(definition, 'addNote')) return false;
  if (/^titian\.flag\./.test(type)) return seesFlag(definition, String(data['flag']), role);
  return !Object.entries(definition.commands).some(
    ([command, { raises = [], clears = [] }]) =>
      [...raises, ...clears].some((flag) => !seesFlag(definition, flag, role)) &&
      typeOfCommand(definition, command) === type,
  );
}
