import { isWithin } from '../shared/area-code.ts';
import { checkGuards, checkInput, checkReason, checkStanding, checkVersion } from './checks.ts';
import { isKernelCommand, KERNEL_COMMANDS, type Command, type Decision, type KernelCommand } from './command.ts';
import { carryOut, openCase } from './consequences.ts';
import { bringToCalendar } from './clock/bring-to-calendar.ts';
import { keepWatch, tellDueClocks } from './escalation.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseModel, DecisionContext, Situation } from './registry.ts';
import type { CaseState } from './state.ts';
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
  carryOut(unfolding, command.name, situation);
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
  switch (name) {
    case 'clockDue':
      tellDueClocks(unfolding);
      break;
    case 'keepWatch':
      keepWatch(unfolding);
      break;
    case 'recalendar':
      break; // it is done: see above
    default: {
      const unmet = turnTask(name, unfolding, state, command);
      if (unmet !== null) return refused(unmet);
    }
  }
  return { ok: true, events: unfolding.events };
}

/** A directory id, never a name or a number of a person: it enters the log. */
const isOfficerId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9-]{1,59}$/.test(value) && !/\d{6}/.test(value);

function turnTask(
  name: 'takeTask' | 'assignTask' | 'releaseTask',
  unfolding: Unfolding,
  state: CaseState,
  command: Command,
): Refusal | null {
  const taskId = typeof command.input['taskId'] === 'string' ? command.input['taskId'] : '';
  const task = state.tasks[taskId];
  if (task === undefined || task.status === 'completed' || task.status === 'cancelled') {
    return refuse(
      'task/not-found',
      { id: 'Tugas itu tidak ada atau sudah selesai.', en: 'There is no such open task.' }, // the id may be anything
      { id: 'Muat ulang daftar kerja.', en: 'Load the worklist again.' },
      '/taskId',
    );
  }
  const { actor } = command;
  const holds = task.role === actor.role && task.office === actor.office;
  const others = name !== 'assignTask' && task.officerId !== null && task.officerId !== actor.id;
  if (!holds || others) {
    return refuse(
      'task/not-yours',
      { id: 'Tugas ini milik kantor atau petugas lain.', en: 'The task belongs to another office or officer.' },
      { id: 'Minta petugas itu melepas tugasnya.', en: 'Ask that officer to release it.' },
      '/taskId',
    );
  }
  if (name === 'assignTask' && !isOfficerId(command.input['officerId'])) {
    return refuse(
      'command/invalid-input',
      { id: 'Isian /officerId bukan nomor petugas.', en: '/officerId is not the directory id of an officer.' },
      { id: 'Pilih petugas dari kantor yang sama.', en: 'Choose an officer of the same office.' },
      '/officerId',
    );
  }
  const officerId = { takeTask: actor.id, assignTask: String(command.input['officerId']), releaseTask: null }[name];
  if (officerId !== task.officerId) unfolding.emit({ kind: 'task.assigned', taskId, officerId });
  return null;
}
