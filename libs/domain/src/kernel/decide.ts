import { isWithin } from '../shared/area-code.ts';
import { checkGuards, checkInput, checkReason, checkStanding, checkVersion } from './checks.ts';
import { isKernelCommand, KERNEL_COMMANDS, type Command, type Decision, type KernelCommand } from './command.ts';
import { carryOut, openCase } from './consequences.ts';
import { bringToCalendar } from './clock/bring-to-calendar.ts';
import { keepWatch, tellDueClocks } from './escalation.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseModel, DecisionContext, Situation } from './registry.ts';
import type { CaseState } from './state.ts';
import { declareConflict, liftConflict, turnTask } from './task-commands.ts';
import { Unfolding } from './unfolding.ts';

const refused = (refusal: Refusal): Decision => ({ ok: false, refusal });

/**
 * Decides a command on a state. Pure: the same definition, state, command and context give the same answer. Runs in the API
 * (early refusal) and inside `commit` (the truth), never in a workflow.
 */
export function decide(
  model: CaseModel,
  caseId: string,
  state: CaseState | null,
  command: Command,
  context: DecisionContext,
): Decision {
  const unfolding = new Unfolding(model, state, command.actor, context, caseId);
  if (isKernelCommand(command.name)) return decideKernel(command.name, unfolding, state, command);
  const rule = model.definition.commands[command.name];
  if (rule === undefined) return refused(unknownCommand(model, command.name));
  const standing = checkStanding(model.definition, state, command, rule);
  if (standing !== null) return refused(standing);
  const input = checkInput(model, rule, command.input);
  if (isRefusal(input)) return refused(input);
  const situation: Situation = {
    definition: model.definition,
    state,
    rule,
    actor: command.actor,
    input,
    now: context.now,
    benefits: context.benefits,
  };
  const unmet = checkReason(rule, input) ?? checkGuards(model, situation);
  if (unmet !== null) return refused(unmet);
  if (state === null) openCase(unfolding, rule, situation);
  else bringToCalendar(unfolding);
  carryOut(unfolding, command, situation);
  return { ok: true, events: unfolding.events };
}

const isRefusal = (value: object): value is Refusal => 'remedy' in value && 'code' in value;

function unknownCommand(model: CaseModel, name: string): Refusal {
  const known = Object.keys(model.definition.commands).join(', ');
  return refuse(
    'command/unknown',
    { id: `Tindakan ${name} tidak dikenal.`, en: `There is no command ${name}.` },
    { id: `Pilih salah satu: ${known}.`, en: `Choose one of ${known}.` },
  );
}

function decideKernel(name: KernelCommand, unfolding: Unfolding, state: CaseState | null, command: Command): Decision {
  if (state === null) {
    return refused(
      refuse(
        'case/not-found',
        { id: 'Kasus dengan nomor ini tidak ada.', en: 'There is no case with this id.' },
        { id: 'Periksa nomor kasus.', en: 'Check the id.' },
      ),
    );
  }
  const roles: readonly string[] = KERNEL_COMMANDS[name].roles;
  if (!roles.includes(command.actor.role) || !isWithin(state.area, command.actor.area)) {
    return refused(
      refuse(
        'command/wrong-role',
        { id: `Anda tidak boleh melakukan ${name} pada kasus ini.`, en: `You may not do ${name} on this case.` },
        { id: `Yang boleh: ${roles.join(', ')} di wilayahnya.`, en: `Allowed: ${roles.join(', ')} within their area.` },
      ),
    );
  }
  const stale = checkVersion(state, command);
  if (stale !== null) return refused(stale);
  bringToCalendar(unfolding);
  const unmet = carryOutKernel(name, unfolding, state, command);
  return unmet === null ? { ok: true, events: unfolding.events } : refused(unmet);
}

function carryOutKernel(name: KernelCommand, unfolding: Unfolding, state: CaseState, command: Command): Refusal | null {
  switch (name) {
    case 'clockDue':
      tellDueClocks(unfolding);
      return null;
    case 'keepWatch':
      keepWatch(unfolding);
      return null;
    case 'recalendar':
      return null; // it is done: every command brings the clocks to the calendar first
    case 'declareConflict':
      return declareConflict(unfolding, state, command);
    case 'liftConflict':
      return liftConflict(unfolding, state, command);
    default:
      return turnTask(name, unfolding, state, command);
  }
}
