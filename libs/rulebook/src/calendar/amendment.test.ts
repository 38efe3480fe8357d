import { expect, test } from '@jest/globals';
import { decide, evolveAll, type Actor, type Calendar, type CaseState } from '@titian/domain';
import { actor, CASE, model, OPENING, VILLAGE } from '@titian/domain/testing/claim-world';
import { officeDirectory } from '../offices/office-directory.ts';
import { calendarKnownOn } from './calendar.ts';

/** The decree of 7 August 2025 made Monday 18 August a day of joint leave, eleven days ahead. */
const [before, after] = [calendarKnownOn('2025-08-06'), calendarKnownOn('2025-08-07')];
const SYSTEM = actor('system', 'system', '');
const MAKER = actor('district_officer', 'maker');

function told(
  state: CaseState | null,
  name: string,
  by: Actor,
  { now, calendar, input = {} }: { now: string; calendar: Calendar; input?: object },
): { state: CaseState; kinds: string[] } {
  const command = { name, actor: by, input: input as never };
  const context = { now, calendar, offices: officeDirectory(), caseNumber: 'KLM-2025-000001' };
  const decision = decide(model, CASE, state, command, context);
  if (!decision.ok) throw new Error(decision.refusal.message.en);
  const first = (state?.revision ?? 0) + 1;
  const stored = decision.events.map((event, n) => ({ caseId: CASE, revision: first + n, at: now, event }));
  const next = evolveAll(state, stored);
  if (next === null) throw new Error('no case');
  return { state: next, kinds: decision.events.map(({ kind }) => kind) };
}
const opened = (now: string): CaseState =>
  told(null, 'openClaim', VILLAGE, {
    now,
    calendar: before,
    input: {
      ...OPENING,
      claimType: 'JKK_GAGAL_BERANGKAT',
      lines: [{ code: 'JKK_GAGAL_BERANGKAT', askedIdr: '1000000' }],
      riskDay: '2025-07-01',
    },
  }).state;
/** The last known due moment of the gathering of papers: fourteen working days. */
const moves = (state: CaseState) =>
  told(state, 'recalendar', SYSTEM, { now: '2025-08-08T02:00:00.000Z', calendar: after });

test('a case that was running over that Monday is due a working day later, and its ledger says by which decree', () => {
  const { state, kinds } = moves(opened('2025-08-04T02:00:00.000Z'));
  expect(kinds).toEqual(['clock.recalendared']);
  expect(state.clocks['gathering#1']?.entries.at(-1)).toMatchObject({
    action: 'recalendared',
    calendar: after.version,
    at: '2025-08-08T02:00:00.000Z',
  });
  expect(moves(state).kinds).toEqual([]);
});

test('a case that is due before that Monday, and one that pauses over it, are left alone', () => {
  expect(moves(opened('2025-07-21T02:00:00.000Z')).kinds).toEqual([]); // due on 8 August
  const waits = told(opened('2025-08-04T02:00:00.000Z'), 'requestInfo', VILLAGE, {
    now: '2025-08-06T02:00:00.000Z',
    calendar: before,
    input: { requirements: ['form'], reasonCode: 'PAPER_MISSING' },
  }).state;
  const { kinds } = moves(waits);
  expect(kinds).toEqual(['clock.recalendared']); // the wait itself, and not the clock that stands still
  const resumed = told(waits, 'answerInfo', VILLAGE, { now: '2025-08-20T02:00:00.000Z', calendar: after }).state;
  expect(resumed.clocks['gathering#1']?.entries.at(-1)).toMatchObject({ action: 'resumed', calendar: after.version });
});

test('any command brings a case under the decree first: a breach is never told for a day that became a holiday', () => {
  const state = opened('2025-07-29T02:00:00.000Z'); // fourteen working days: Monday 18 August
  const early = told(state, 'clockDue', SYSTEM, { now: '2025-08-18T17:00:00.000Z', calendar: before });
  expect(early.kinds).toContain('clock.breached');
  const right = told(state, 'clockDue', SYSTEM, { now: '2025-08-18T17:00:00.000Z', calendar: after });
  expect(right.kinds[0]).toBe('clock.recalendared');
  expect(right.kinds).not.toContain('clock.breached');
  const noted = told(state, 'escalateByHand', MAKER, {
    now: '2025-08-08T02:00:00.000Z',
    calendar: after,
    input: { reasonCode: 'NOBODY_ACTS' },
  });
  expect(noted.kinds[0]).toBe('clock.recalendared');
});
