import { z } from 'zod';
import {
  claimDefinition,
  claimInputs,
  complaintDefinition,
  complaintInputs,
  placementDefinition,
  placementInputs,
  type CaseDefinition,
} from '@titian/domain';
import { defineEvent, type EventContract } from './contract.ts';
import { actor, village } from './words.ts';

/** One event for each command of a definition: what was done, by whom, with which codes. */
export function eventsOfCommands(
  definition: CaseDefinition,
  inputs: Readonly<Record<string, z.ZodObject>>,
): readonly EventContract[] {
  return Object.entries(definition.commands).map(([command, rule]) => {
    const input = inputs[rule.input];
    if (input === undefined) throw new RangeError(`no input schema ${rule.input}`);
    return defineEvent({
      type: `titian.${definition.type}.${rule.event}.v1`,
      summary: `${rule.label.en}.`,
      data: z.strictObject({
        name: z.literal(rule.event),
        command: z.literal(command),
        actor,
        input: Object.hasOwn(input.shape, 'areaCode') ? input.extend({ areaCode: village }) : input,
      }),
    });
  });
}

/** What people and services do to a claim. */
export const CLAIM_EVENTS: readonly EventContract[] = eventsOfCommands(claimDefinition, claimInputs);

/** What people and services do to a complaint. */
export const COMPLAINT_EVENTS: readonly EventContract[] = eventsOfCommands(complaintDefinition, complaintInputs);

/** What people and services do to a placement. */
export const PLACEMENT_EVENTS: readonly EventContract[] = eventsOfCommands(placementDefinition, placementInputs);
