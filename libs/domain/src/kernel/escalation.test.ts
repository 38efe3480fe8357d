import { describe, expect, test } from '@jest/globals';
import { requirementsOf } from '../claim/evidence.ts';
import type { z } from 'zod';
import {
  actor,
  calendar,
  CHECKER,
  INSURER,
  MAKER,
  model,
  OPENING,
  paper,
  rejection,
  steps,
  SYSTEM,
  TestCase,
  VILLAGE,
} from '../testing/claim-world.ts';
import { nextDeadline } from './clock/next-deadline.ts';
import { defineCase, type CaseDefinitionSchema } from './definition.ts';
import type { CaseModel } from './registry.ts';
import type { Role } from './vocabulary.ts';

type Draft = z.input<typeof CaseDefinitionSchema>;

/** The claim with another clock in the evidence stage. */
function withGathering(change: Partial<Draft['clocks'][string]>): CaseModel {
  const draft = structuredClone(model.definition) as unknown as Draft;
  Object.assign(draft.clocks['gathering'] ?? {}, change);
  return { ...model, definition: defineCase(draft) };
}

/** A claim of the short way, in the evidence stage at once. */
const inEvidence = (vacant: readonly Role[] = [], under: CaseModel = model, opening = OPENING): TestCase =>
  new TestCase(vacant, under).do('openClaim', VILLAGE, {
    ...opening,
    claimType: 'JKK_GAGAL_BERANGKAT',
    lines: [{ code: 'JKK_GAGAL_BERANGKAT', askedIdr: '42500000' }],
  });

/** Lets time pass from deadline to deadline, as the timer of the workflow does. */
function sleepUntil(claim: TestCase, until: string): TestCase {
  for (let due = nextDeadline(claim.open, calendar); due !== null && due.at <= until;) {
    claim.at(due.at > claim.now ? due.at : claim.now).do('clockDue', SYSTEM);
    due = nextDeadline(claim.open, calendar);
  }
  return claim.at(until);
}

/** What time did, a line for each event, with the moment it was told. */
function toldBy(claim: TestCase, since = 0): string[] {
  return claim.events.slice(since).flatMap(({ at, event }) => {
    switch (event.kind) {
      case 'clock.warned':
        return [`${at} warned ${event.clockId} ${event.threshold}`];
      case 'clock.breached':
        return [`${at} breached ${event.clockId}`];
      case 'case.escalated':
        return [`${at} level ${event.level} ${event.office}`];
      case 'rung.vacant':
        return [`${at} ${event.because} ${event.role}`];
      default:
        return [];
    }
  });
}

const openTasks = (claim: TestCase): string[] =>
  Object.values(claim.open.tasks)
    .filter(({ status }) => status === 'unassigned' || status === 'assigned')
    .map(({ name, role }) => `${name} ${role}`);
const runningRungs = (claim: TestCase): number =>
  Object.values(claim.open.clocks).filter(
    ({ name, entries }) => name === 'escalation' && entries.at(-1)?.action !== 'stopped',
  ).length;

describe('the ladder', () => {
  test('climbs from the village to the ministry while nobody acts, each rung after its own interval', () => {
    const claim = inEvidence();
    expect(claim.open.custody.role).toBe('village_officer');
    sleepUntil(claim, '2026-02-09T17:00:00.000Z');
    expect(toldBy(claim)).toEqual([
      '2026-01-14T17:00:00.000Z warned gathering#1 share:0.5',
      '2026-01-22T17:00:00.000Z warned gathering#1 share:0.8',
      '2026-01-26T17:00:00.000Z breached gathering#1',
      '2026-01-26T17:00:00.000Z level 2 subdistrict_officer:35.05',
      '2026-01-29T17:00:00.000Z breached escalation#1',
      '2026-01-29T17:00:00.000Z level 3 district_officer:35.05',
      '2026-02-03T17:00:00.000Z breached escalation#2',
      '2026-02-03T17:00:00.000Z level 4 bp3mi_officer:35.05',
      '2026-02-09T17:00:00.000Z breached escalation#3',
      '2026-02-09T17:00:00.000Z level 5 ministry_officer:35.05',
    ]);
    expect(claim.open).toMatchObject({ escalationLevel: 5, stage: 'evidence', custody: { role: 'village_officer' } });
  });

  test('asks every rung that it climbs, and the stage keeps its holder', () => {
    expect(openTasks(sleepUntil(inEvidence(), '2026-02-09T17:00:00.000Z'))).toEqual([
      'evidence village_officer',
      'escalation subdistrict_officer',
      'escalation district_officer',
      'escalation bp3mi_officer',
      'escalation ministry_officer',
      'outward village_officer',
    ]);
  });

  test.each<[string, readonly Role[], readonly string[]]>([
    ['the subdistrict', ['subdistrict_officer'], ['vacant subdistrict_officer', 'level 3 district_officer:35.05']],
    [
      'all but the ministry',
      ['subdistrict_officer', 'district_officer', 'bp3mi_officer'],
      [
        'vacant subdistrict_officer',
        'vacant district_officer',
        'vacant bp3mi_officer',
        'level 5 ministry_officer:35.05',
      ],
    ],
    [
      'every post above the holder, who is asked as the highest there is,',
      ['subdistrict_officer', 'district_officer', 'bp3mi_officer', 'ministry_officer'],
      [
        'vacant subdistrict_officer',
        'vacant district_officer',
        'vacant bp3mi_officer',
        'vacant ministry_officer',
        'level 1 village_officer:35.05',
      ],
    ],
  ])('climbs over %s at once when it is vacant, and says so', (_what, vacant, expected) => {
    const claim = sleepUntil(inEvidence(vacant), '2026-01-26T17:00:00.000Z');
    const [breach, ...climbed] = toldBy(claim).slice(2);
    expect(breach).toBe('2026-01-26T17:00:00.000Z breached gathering#1');
    expect(climbed).toEqual(expected.map((line) => `2026-01-26T17:00:00.000Z ${line}`));
    expect(nextDeadline(claim.open, calendar)?.clockId).toBe('escalation#1');
  });

  test('is told again and again at the top, and never ends', () => {
    const claim = sleepUntil(inEvidence(), '2026-02-09T17:00:00.000Z');
    const before = claim.events.length;
    sleepUntil(claim, '2026-03-05T00:00:00.000Z');
    expect(toldBy(claim, before)).toEqual([
      '2026-02-17T17:00:00.000Z breached escalation#4',
      '2026-02-25T17:00:00.000Z breached escalation#5',
    ]);
    expect(nextDeadline(claim.open, calendar)?.clockId).toBe('escalation#6');
    expect(runningRungs(claim)).toBe(1);
    expect(openTasks(claim).filter((task) => task === 'escalation ministry_officer')).toHaveLength(1);
  });

  test('says at every try that the top is still vacant, and keeps the rung below it asked', () => {
    const claim = sleepUntil(inEvidence(['ministry_officer']), '2026-02-20T17:00:00.000Z');
    expect(toldBy(claim).slice(-4)).toEqual([
      '2026-02-09T17:00:00.000Z breached escalation#3',
      '2026-02-09T17:00:00.000Z vacant ministry_officer',
      '2026-02-17T17:00:00.000Z breached escalation#4',
      '2026-02-17T17:00:00.000Z vacant ministry_officer',
    ]);
    expect(openTasks(claim).filter((task) => task.startsWith('escalation'))).toEqual([
      'escalation subdistrict_officer',
      'escalation district_officer',
      'escalation bp3mi_officer',
    ]);
  });

  test('at the top asks the ministry again when another stage is late', () => {
    const claim = sleepUntil(inEvidence(), '2026-02-10T00:00:00.000Z');
    completeFile(claim);
    expect(openTasks(claim)).toEqual(['verification district_officer']);
    sleepUntil(claim, '2026-02-13T17:00:00.000Z');
    expect(toldBy(claim).at(-1)).toBe('2026-02-13T17:00:00.000Z breached verifying#1');
    expect(openTasks(claim)).toEqual(['verification district_officer', 'escalation ministry_officer']);
    expect(runningRungs(claim)).toBe(1);
  });
});

describe('the insurer’s own ladder', () => {
  const silent = (until: string): TestCase => sleepUntil(steps.review(), until);

  test('is climbed from the branch to the head office while the insurer holds the case', () => {
    const claim = silent('2026-01-30T00:00:00.000Z');
    expect(toldBy(claim).filter((line) => line.includes('level'))).toEqual([
      '2026-01-14T17:00:00.000Z level 1 insurer:35.05',
      '2026-01-20T17:00:00.000Z level 2 insurer_region:35.05',
      '2026-01-26T17:00:00.000Z level 3 insurer_centre:35.05',
    ]);
    expect(claim.open).toMatchObject({ sidewaysLevel: 3, escalationLevel: 0, custody: { role: 'insurer' } });
  });

  test('asks one of our own offices at each rung to look after it', () => {
    expect(openTasks(silent('2026-01-27T00:00:00.000Z'))).toEqual([
      'insurer_review insurer',
      'escalation insurer',
      'escalation district_officer',
      'escalation insurer_region',
      'escalation bp3mi_officer',
      'escalation insurer_centre',
      'escalation ministry_officer',
      'outward village_officer',
    ]);
  });

  test('is not the ladder of an office that holds the case again, and keeps its own level', () => {
    const claim = silent('2026-01-21T00:00:00.000Z').do('reject', INSURER, rejection());
    expect(claim.open).toMatchObject({ sidewaysLevel: 2, escalationLevel: 0, custody: { role: 'village_officer' } });
    sleepUntil(claim, '2026-03-01T00:00:00.000Z');
    expect(toldBy(claim).at(-1)).toContain('level 3 district_officer');
    expect(claim.open.sidewaysLevel).toBe(2);
  });
});

describe('the way out', () => {
  const offers = (claim: TestCase) =>
    claim.events.flatMap(({ at, event }) => (event.kind === 'outward.offered' ? [{ at, bodies: event.bodies }] : []));

  test('is offered to the family once, at the top of the ladder, and nothing is sent for it', () => {
    const claim = sleepUntil(inEvidence(), '2026-06-01T00:00:00.000Z');
    expect(offers(claim)).toEqual([{ at: '2026-02-09T17:00:00.000Z', bodies: ['ombudsman', 'lapor'] }]);
    expect(claim.open).toMatchObject({ offered: ['ombudsman', 'lapor'], flags: [], links: [] });
  });

  test('is not offered before', () => {
    expect(offers(sleepUntil(inEvidence(), '2026-02-09T16:00:00.000Z'))).toEqual([]);
  });

  test('is offered at once where nobody stands above the holder', () => {
    const vacant: readonly Role[] = ['subdistrict_officer', 'district_officer', 'bp3mi_officer', 'ministry_officer'];
    expect(offers(sleepUntil(inEvidence(vacant), '2026-01-26T17:00:00.000Z'))).toHaveLength(1);
  });
});

function completeFile(claim: TestCase): TestCase {
  for (const { requirement, rule } of requirementsOf(model.definition, model.code.conditions, claim.open)) {
    claim.do('attach', VILLAGE, paper(requirement, rule.anyOf[0]?.document ?? ''));
  }
  claim.do('recordHeirs', VILLAGE, { heirs: [{ person: OPENING['subject'] ?? null, relation: 'SPOUSE' }] });
  return claim
    .do('recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: OPENING['subject'] ?? null })
    .do('markComplete', VILLAGE);
}

describe('the escalation level', () => {
  const late = (): TestCase => sleepUntil(inEvidence(), '2026-01-30T02:00:00.000Z');

  test.each<[string, (claim: TestCase) => TestCase]>([
    ['an attached paper', (claim) => claim.do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM'))],
    ['a note', (claim) => claim.do('addNote', VILLAGE, { statement: OPENING['subject'] ?? null })],
    ['a task that is taken', (claim) => claim.do('takeTask', VILLAGE_OF_TASK, { taskId: 'evidence#1' })],
    ['a change of stage', completeFile],
    ['waiting for the family', (claim) => claim.do('requestInfo', VILLAGE, REQUEST)],
    ['the answer of the family', (claim) => claim.do('requestInfo', VILLAGE, REQUEST).do('answerInfo', VILLAGE)],
    [
      'withdrawing and reopening',
      (claim) =>
        claim
          .do('withdraw', actor('family'), { reasonCode: 'OWN_WISH' })
          .do('reopen', MAKER, { reasonCode: 'NEW_EVIDENCE' }),
    ],
  ])('survives %s', (_what, edit) => {
    const claim = late();
    expect(claim.open.escalationLevel).toBe(3);
    expect(edit(claim).open.escalationLevel).toBe(3);
  });

  test('goes on from where it was when the next stage is late', () => {
    const claim = completeFile(late());
    expect(runningRungs(claim)).toBe(0);
    sleepUntil(claim, '2026-02-28T00:00:00.000Z');
    expect(toldBy(claim).filter((line) => line.includes('level'))).toEqual([
      '2026-01-26T17:00:00.000Z level 2 subdistrict_officer:35.05',
      '2026-01-29T17:00:00.000Z level 3 district_officer:35.05',
      '2026-02-04T17:00:00.000Z level 4 bp3mi_officer:35.05',
      '2026-02-10T17:00:00.000Z level 5 ministry_officer:35.05',
    ]);
  });

  test('stands still while the family is waited for, and the ladder goes on afterwards', () => {
    const claim = late().do('requestInfo', VILLAGE, REQUEST);
    sleepUntil(claim, '2026-02-09T02:00:00.000Z');
    expect(claim.open.escalationLevel).toBe(3);
    claim.do('answerInfo', VILLAGE);
    sleepUntil(claim, '2026-02-12T17:00:00.000Z');
    expect(claim.open.escalationLevel).toBe(4);
  });

  test('does not climb any more for an answer that has come', () => {
    const claim = inEvidence().do('requestInfo', VILLAGE, REQUEST);
    sleepUntil(claim, '2026-01-28T02:00:00.000Z');
    expect(openTasks(claim)).toContain('awaitingApplicant village_officer');
    claim.do('answerInfo', VILLAGE);
    expect(runningRungs(claim)).toBe(0);
    expect(nextDeadline(claim.open, calendar)?.clockId).toBe('gathering#1');
  });

  test('does not climb for an answer that has come, though the same stage was late once before', () => {
    const claim = completeFile(late()).do('returnItem', MAKER, { requirement: 'form', reasonCode: 'DATA_DIFFER' });
    claim.do('requestInfo', VILLAGE, REQUEST);
    sleepUntil(claim, '2026-03-01T02:00:00.000Z');
    expect(runningRungs(claim)).toBe(1);
    claim.do('answerInfo', VILLAGE);
    expect(runningRungs(claim)).toBe(0);
  });
});

/** Holds the task of the stage: the office of the world’s directory. */
const VILLAGE_OF_TASK = actor('village_officer', 'kades', '35.05.08.2003', 'village_officer:35.05');
const REQUEST = { requirements: ['form'], reasonCode: 'PAPER_MISSING' };

describe('a clock that a command starts', () => {
  const approve = (claim: TestCase, by = MAKER): TestCase =>
    claim.do('approveFile', by, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] });

  test('runs once, however often the file is approved, so that nobody climbs twice for one delay', () => {
    const claim = approve(approve(steps.verified()), CHECKER);
    expect(Object.keys(claim.open.clocks).filter((id) => id.startsWith('secondCheck'))).toEqual(['secondCheck#1']);
    sleepUntil(claim, '2026-01-06T17:00:00.000Z');
    expect(claim.open.escalationLevel).toBe(4);
    expect(toldBy(claim).filter((line) => line.includes('level'))).toHaveLength(1);
  });

  test('starts again as a new clock after it was stopped', () => {
    const claim = approve(steps.verified()).do('returnItem', MAKER, { requirement: 'form', reasonCode: 'DATA_DIFFER' });
    claim.do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM')).do('markComplete', VILLAGE);
    approve(claim.do('verifyItem', MAKER, { requirement: 'form', against: 'ORIGINAL' }));
    expect(Object.keys(claim.open.clocks)).toEqual(expect.arrayContaining(['secondCheck#1', 'secondCheck#2']));
  });
});

describe('a clock that asks for a task', () => {
  const asking = withGathering({ target: 3, warnAtShare: [], onBreach: 'task' });

  test('asks the holder, and climbs if the task stays undone', () => {
    const claim = sleepUntil(inEvidence([], asking), '2026-01-08T17:00:00.000Z');
    expect(claim.open.escalationLevel).toBe(0);
    expect(openTasks(claim)).toEqual(['evidence village_officer', 'gathering village_officer']);
    sleepUntil(claim, '2026-01-13T17:00:00.000Z');
    expect(toldBy(claim)).toEqual([
      '2026-01-08T17:00:00.000Z breached gathering#1',
      '2026-01-13T17:00:00.000Z breached escalation#1',
      '2026-01-13T17:00:00.000Z level 2 subdistrict_officer:35.05',
    ]);
  });

  test('does not climb once the case goes on', () => {
    const claim = completeFile(sleepUntil(inEvidence([], asking), '2026-01-09T02:00:00.000Z'));
    expect(openTasks(claim)).toEqual(['verification district_officer']);
    expect(nextDeadline(claim.open, calendar)).toMatchObject({ clockId: 'verifying#1' });
    expect(runningRungs(claim)).toBe(0);
  });
});

describe('a clock that reminds', () => {
  const reminding = withGathering({ target: 3, warnAtShare: [], onBreach: 'remind' });

  test('starts over each time, and never climbs', () => {
    const claim = sleepUntil(inEvidence([], reminding), '2026-01-20T00:00:00.000Z');
    expect(toldBy(claim)).toEqual([
      '2026-01-08T17:00:00.000Z breached gathering#1',
      '2026-01-14T17:00:00.000Z breached gathering#2',
    ]);
    expect(claim.open.escalationLevel).toBe(0);
    expect(claim.open.clocks['gathering#1']?.entries.at(-1)).toMatchObject({ action: 'stopped', reason: 'reminded' });
    expect(nextDeadline(claim.open, calendar)).toMatchObject({ clockId: 'gathering#3', threshold: 'breach' });
  });

  test('told very late starts over from now and does not make up for every time it was missed', () => {
    const claim = inEvidence([], reminding).at('2026-02-16T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(toldBy(claim)).toEqual(['2026-02-16T02:00:00.000Z breached gathering#1']);
    expect(nextDeadline(claim.open, calendar)?.at).toBe('2026-02-19T17:00:00.000Z');
  });
});

describe('a timer', () => {
  test.each([
    ['a day early', '2026-01-07T02:00:00.000Z'],
    ['a millisecond early', '2026-01-08T16:59:59.999Z'],
  ])('that fires %s changes nothing', (_what, now) => {
    const claim = inEvidence([], withGathering({ target: 3, warnAtShare: [] }));
    const before = claim.open;
    claim.at(now).do('clockDue', SYSTEM);
    expect(claim.open).toEqual(before);
  });

  test.each([
    ['at a warning', '2026-01-06T17:00:00.000Z'],
    ['at the breach', '2026-01-08T17:00:00.000Z'],
    ['at a rung', '2026-01-13T17:00:00.000Z'],
    ['at the top', '2026-03-13T17:00:00.000Z'],
    ['months late', '2026-12-01T00:00:00.000Z'],
  ])('that fires twice %s changes nothing the second time', (_what, now) => {
    const claim = inEvidence([], withGathering({ target: 3, warnAtShare: [0.5] }));
    sleepUntil(claim, now).do('clockDue', SYSTEM);
    const once = claim.open;
    expect(once.revision).toBeGreaterThan(0);
    claim.do('clockDue', SYSTEM);
    expect(claim.open).toEqual(once);
  });

  test('that fires late tells the same, in the same order, as one that fires in time', () => {
    const under = withGathering({ target: 3, warnAtShare: [0.5] });
    const words = (claim: TestCase): string[] => toldBy(claim).map((line) => line.slice(25));
    const inTime = sleepUntil(inEvidence([], under), '2026-01-29T02:00:00.000Z');
    const late = inEvidence([], under).at('2026-01-29T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(words(late)).toEqual(words(inTime));
    expect(nextDeadline(late.open, calendar)?.at).toBe(nextDeadline(inTime.open, calendar)?.at);
  });

  test('on a closed case changes nothing', () => {
    const claim = steps.closed();
    const before = claim.open;
    claim.at('2027-01-01T00:00:00.000Z').do('clockDue', SYSTEM);
    expect(claim.open).toEqual(before);
    expect(nextDeadline(before, calendar)).toBeNull();
  });

  test('is only the system’s', () => {
    expect(steps.reported().refusal('clockDue', VILLAGE)).toBe('command/wrong-role');
    expect(steps.review().refusal('clockDue', INSURER)).toBe('command/wrong-role');
    expect(new TestCase().refusal('clockDue', SYSTEM)).toBe('case/not-found');
  });
});

describe('a paper received two weeks ago and entered today', () => {
  const received = { ...OPENING, receivedAt: '2025-12-22T02:00:00.000Z' };
  const entered = (): TestCase => inEvidence([], withGathering({ target: 3, warnAtShare: [0.5, 0.8, 0.95] }), received);

  test('counts from the day it was received', () => {
    expect(entered().open).toMatchObject({
      openedAt: '2026-01-05T02:00:00.000Z',
      clocks: { 'gathering#1': { entries: [{ action: 'started', at: '2025-12-22T02:00:00.000Z' }] } },
    });
  });

  test('has its warning, breach and rungs told in order of time as soon as time is asked', () => {
    const claim = entered().do('clockDue', SYSTEM);
    const told = claim.events.flatMap(({ at, event }) => {
      if (event.kind === 'clock.warned' || event.kind === 'clock.breached') return [`${event.kind} ${event.clockId}`];
      if (event.kind === 'case.escalated') return [`level ${event.level}`];
      return at === claim.now ? [] : ['told at another moment'];
    });
    expect(told).toEqual([
      'clock.warned gathering#1',
      'clock.breached gathering#1',
      'level 2',
      'clock.breached escalation#1',
      'level 3',
    ]);
    expect(nextDeadline(claim.open, calendar)).toEqual({
      clockId: 'escalation#2',
      threshold: 'breach',
      at: '2026-01-05T17:00:00.000Z',
    });
  });

  test('owes every due moment to its own clock, one after the other', () => {
    const dues = entered()
      .do('clockDue', SYSTEM)
      .events.flatMap(({ event }) => (event.kind === 'clock.breached' ? [event.dueAt] : []));
    expect(dues).toEqual(['2025-12-25T17:00:00.000Z', '2025-12-30T17:00:00.000Z']);
  });
});
