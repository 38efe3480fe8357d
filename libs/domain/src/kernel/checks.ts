import { isWithin } from '../shared/area-code.ts';
import type { JsonObject, Text } from '../shared/text.ts';
import type { Command } from './command.ts';
import type { CaseDefinition, CommandRule } from './definition.ts';
import { refuseConflict } from './people.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseModel, Situation } from './registry.ts';
import type { CaseState } from './state.ts';
import { URGENT_FLAG } from './unfolding.ts';

/** The commands that the stage and the role would allow, for a refusal that says what is possible instead. */
const possible = (definition: CaseDefinition, stage: string, role: string): string =>
  Object.entries(definition.commands)
    .filter(([, rule]) => rule.from.includes(stage) && (rule.roles as readonly string[]).includes(role))
    .map(([name]) => name)
    .join(', ') || '–';

const text = (id: string, en: string): Text => ({ id, en });

/** The version token, stage, suspension, role, area and second-officer rules; input and guards come after. */
export function checkStanding(
  definition: CaseDefinition,
  state: CaseState | null,
  command: Command,
  rule: CommandRule,
): Refusal | null {
  const { actor, name } = command;
  const opening = definition.opening.includes(name);
  if (state === null && !opening) {
    return refuse(
      'case/not-found',
      text('Kasus dengan nomor ini tidak ada.', 'There is no case with this id.'),
      text('Periksa nomor kasus, atau buka kasus baru.', 'Check the id, or open a new case.'),
    );
  }
  if (state !== null && opening) {
    return refuse(
      'case/already-opened',
      text('Kasus ini sudah dibuka.', 'This case is open already.'),
      text('Lanjutkan kasus yang ada.', 'Go on with the existing case.'),
    );
  }
  if (state === null) return checkActor(rule, command, stringOf(command.input['areaCode']));
  const stale = checkVersion(state, command);
  if (stale !== null) return stale;
  const refusedActor = checkActor(rule, command, state.area);
  if (refusedActor !== null) return refusedActor;
  if (Object.hasOwn(state.conflicts, actor.id)) return refuseConflict(actor.office);
  if (!rule.from.includes(state.stage)) {
    return refuse(
      'command/wrong-stage',
      text(
        `Tindakan ${name} hanya boleh pada tahap ${rule.from.join(', ')}; kasus ini pada tahap ${state.stage}.`,
        `${name} is allowed in ${rule.from.join(', ')}; the case is in ${state.stage}.`,
      ),
      text(
        `Tindakan yang mungkin sekarang: ${possible(definition, state.stage, actor.role)}.`,
        `Possible now: ${possible(definition, state.stage, actor.role)}.`,
      ),
    );
  }
  const urgent = state.flags.includes(URGENT_FLAG) && rule.suspends === undefined; // no missing paper holds it up
  if (state.status === 'suspended' && rule.resumes !== true && rule.whileSuspended !== true && !urgent) {
    return refuse(
      'case/suspended',
      text(`Kasus ditangguhkan (${state.suspension ?? ''}).`, `The case is suspended (${state.suspension ?? ''}).`),
      text(
        'Penuhi dahulu yang ditunggu, lalu lanjutkan kasus.',
        'First settle what it waits for, then resume the case.',
      ),
    );
  }
  if (state.status !== 'suspended' && rule.resumes === true && rule.whileSuspended !== true) {
    return refuse(
      'command/wrong-stage',
      text('Kasus tidak sedang ditangguhkan.', 'The case is not suspended.'),
      text('Tidak ada yang perlu dilanjutkan.', 'There is nothing to resume.'),
    );
  }
  if (rule.checks !== undefined && state.actedBy[rule.checks] === actor.id) {
    return refuse(
      'command/maker-is-checker',
      text(
        `Petugas yang melakukan ${rule.checks} tidak boleh melakukan ${name}.`,
        `The officer who did ${rule.checks} may not do ${name}.`,
      ),
      text('Minta petugas lain di kantor yang sama.', 'Ask another officer of the office.'),
    );
  }
  return null;
}

/** A caller who names the version it saw is refused if the case has moved on since. */
export function checkVersion({ revision }: CaseState, { expectedRevision }: Command): Refusal | null {
  if (expectedRevision === undefined || expectedRevision === revision) return null;
  return refuse(
    'case/stale-version',
    text(
      `Kasus sudah berada pada versi ${revision}, bukan ${expectedRevision}.`,
      `The case is at version ${revision}, not ${expectedRevision}.`,
    ),
    text(
      'Muat ulang kasus, lihat perubahannya, lalu kirim lagi.',
      'Load the case again, look at the change, then send again.',
    ),
  );
}

function checkActor(rule: CommandRule, { actor, name }: Command, area: string): Refusal | null {
  if (!rule.roles.includes(actor.role)) {
    return refuse(
      'command/wrong-role',
      text(
        `Peran ${actor.role} tidak boleh melakukan ${name}; yang boleh: ${rule.roles.join(', ')}.`,
        `Role ${actor.role} may not do ${name}; allowed: ${rule.roles.join(', ')}.`,
      ),
      text('Minta petugas dengan peran itu.', 'Ask an officer who holds one of these roles.'),
    );
  }
  if (!isWithin(area, actor.area)) {
    return refuse(
      'command/outside-jurisdiction',
      text(
        `Wilayah ${area} di luar kewenangan ${actor.office}.`,
        `Area ${area} is outside the jurisdiction of ${actor.office}.`,
      ),
      text('Teruskan kepada kantor yang berwenang.', 'Hand the matter to the competent office.'),
      '/areaCode',
    );
  }
  return null;
}

/** @returns the parsed input, or a refusal that names the first faulty member */
export function checkInput(model: CaseModel, rule: CommandRule, input: JsonObject): JsonObject | Refusal {
  const schema = model.code.inputs[rule.input];
  if (schema === undefined) throw new RangeError(`no input schema ${rule.input}`);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data as JsonObject;
  const [first] = parsed.error.issues;
  const field = `/${(first?.path ?? []).map(String).join('/')}`;
  return refuse(
    'command/invalid-input',
    text(`Isian ${field} tidak sah: ${first?.message ?? ''}`, `${field} is not valid: ${first?.message ?? ''}`),
    text('Perbaiki isian itu dan kirim lagi.', 'Correct that member and send again.'),
    field,
  );
}

/** The first guard that is not met, in the order of the definition. */
export function checkGuards(model: CaseModel, situation: Situation): Refusal | null {
  for (const name of situation.rule.guards) {
    const guard = model.code.guards[name];
    if (guard === undefined) throw new RangeError(`no guard ${name}`);
    const unmet = guard.check(situation);
    if (unmet !== null) return refuse('command/guard', unmet.message, unmet.remedy, unmet.field ?? null);
  }
  return null;
}

/** Reason codes in the input must be those the command allows. */
export function checkReason(rule: CommandRule, input: JsonObject): Refusal | null {
  const given = input['reasonCode'];
  if (typeof given !== 'string' || rule.reasons === undefined || rule.reasons.includes(given)) return null;
  return refuse(
    'command/unknown-reason',
    text(`Kode alasan ${given} tidak dikenal di sini.`, `Reason code ${given} is not known here.`),
    text(`Pilih salah satu: ${rule.reasons.join(', ')}.`, `Choose one of ${rule.reasons.join(', ')}.`),
    '/reasonCode',
  );
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
