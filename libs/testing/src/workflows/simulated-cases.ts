import { v5 as uuidv5 } from 'uuid';
import { simulateDeadlines, type Actor, type CaseModel, type JsonObject, type StoredEvent } from '@titian/domain';
import { TestCase } from '@titian/domain/testing/claim-world';
import { currentCalendar, officeDirectory, officeId } from '@titian/rulebook';
import type { CaseWorld } from './case-world.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NAMESPACE = '0c0e8c58-8d3c-5d0a-9d31-5f6d8f0b7b11';
/** One village in each zone. */
const VILLAGES = ['35.05.08.2003', '51.08.01.2001', '91.01.01.2001'] as const;
const SYSTEM: Actor = { id: 'system', role: 'system', office: 'titian', area: '' };

/** A way for a case to come to where it stands, in the domain's own words. */
export type Chapter = () => TestCase;

/** How many cases a test compares: 200 in all by default, more when somebody asks for them. */
export const SIMULATED_CASES = Number(process.env['TITIAN_SIMULATED_CASES'] ?? 200);
/** How far time goes, in days. */
export const SIMULATED_DAYS = Number(process.env['TITIAN_SIMULATED_DAYS'] ?? 150);

/** The events of a case that time alone brought: by the real workflow, and by the simulator. */
export interface Compared {
  readonly caseId: string;
  readonly real: readonly StoredEvent[];
  readonly simulated: readonly StoredEvent[];
}

/**
 * Puts generated cases into the record at moments of the past month, starts their runs, lets the server's time pass, and
 * simulates the same cases over the same time. Nobody acts meanwhile.
 */
export async function letTimePass(
  world: CaseWorld,
  model: CaseModel,
  chapters: readonly Chapter[],
  count: number,
  days: number,
): Promise<readonly Compared[]> {
  const began = await world.env.currentTimeMs();
  // On the half hour: no clock of hours ends within the minutes around a midnight, where a day more or less begins.
  const base = Math.floor(began / HOUR_MS) * HOUR_MS - HOUR_MS / 2;
  const cases: { caseId: string; revision: number; armedAt: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const caseId = uuidv5(`${model.definition.type}/${n}`, NAMESPACE);
    const chapter = chapters[n % chapters.length];
    if (chapter === undefined) throw new RangeError('no chapter');
    await seed(world, caseId, chapter, n, base - ((n * 7) % 700) * HOUR_MS);
    cases.push({ caseId, revision: world.record.stateOf(caseId)?.revision ?? 0, armedAt: '' });
  }
  for (const each of cases) {
    await world.send(each.caseId, { name: 'recalendar', actor: SYSTEM, input: {} });
    each.armedAt = await world.instant(0);
  }
  const states = cases.map(({ caseId, revision }) => world.record.stateAt(caseId, revision));
  await world.env.sleep(days * DAY_MS);
  const until = await world.instant(0);
  return cases.map(({ caseId, revision, armedAt }, n) => {
    const state = states[n];
    if (state == null) throw new Error(`case ${caseId} is not in the record`);
    const simulatedWorld = { calendar: currentCalendar, officesAt: officeDirectory, from: armedAt, until };
    return {
      caseId,
      real: (world.record.events.get(caseId) ?? []).filter((event) => event.revision > revision),
      simulated: simulateDeadlines(model, state, simulatedWorld),
    };
  });
}

/** Tells a chapter to the record, by officers of the case's own area. */
async function seed(world: CaseWorld, caseId: string, chapter: Chapter, n: number, nowMs: number): Promise<void> {
  const village = VILLAGES[n % VILLAGES.length] ?? VILLAGES[0];
  // What an attempt would report in the first second is told at once: here time alone is watched.
  const searched: Spoken = { name: 'recordDuplicateSearch', actor: SYSTEM, input: { found: [] } };
  for (const [step, { name, actor, input }] of [...commandsOf(chapter), searched].entries()) {
    const here: Actor = { ...actor, area: '', office: officeId(actor.role, village) };
    const placed: JsonObject = 'areaCode' in input ? { ...input, areaCode: village } : input;
    const { receipt } = await world.record.commit({
      caseType: world.caseType,
      caseId,
      knownRevision: 0,
      commandId: `seed/${step}`,
      command: { name, actor: here, input: placed },
      now: new Date(nowMs).toISOString(),
    });
    if (receipt.refusal !== null) throw new Error(`${name}: ${receipt.refusal.message.en}`);
  }
}

interface Spoken {
  readonly name: string;
  readonly actor: Actor;
  readonly input: JsonObject;
}

/** The commands of a chapter, as they are told. */
function commandsOf(chapter: Chapter): readonly Spoken[] {
  const told: Spoken[] = [];
  const original = Object.getOwnPropertyDescriptor(TestCase.prototype, 'do') ?? {};
  const really = original.value as TestCase['do'];
  TestCase.prototype.do = function (this: TestCase, name: string, actor: Actor, input: JsonObject = {}): TestCase {
    told.push({ name, actor, input });
    return really.call(this, name, actor, input);
  };
  try {
    chapter();
  } finally {
    Object.defineProperty(TestCase.prototype, 'do', original);
  }
  return told;
}

/** An event without the seconds by which a timer is late; the moments that law sets stay as they are. */
export function withoutLateness({ event }: StoredEvent): object {
  return event.kind === 'clock.started' ? { ...event, from: event.from.slice(0, 13) } : event;
}
