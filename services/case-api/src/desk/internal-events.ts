import { eventType, type CaseDefinition } from '@titian/domain';

/** The published type of the event that a command of this definition leaves; undefined if it has no such command. */
export function typeOfCommand({ type, commands }: CaseDefinition, command: string): string | undefined {
  const name = commands[command]?.event;
  if (name === undefined) return undefined;
  return eventType(type, { kind: 'acted', name, command, actor: { id: '', role: 'system', office: '' }, input: {} });
}

/** Officers among themselves: a family does not see what happened there, only that the case has moved on. */
export const isInternal = (definition: CaseDefinition, type: string): boolean =>
  type === typeOfCommand(definition, 'addNote');
