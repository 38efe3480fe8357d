import { describe, expect, test } from '@jest/globals';
import type { CaseType, StoredEvent } from '@titian/domain';
import { MAKER, steps, SYSTEM } from '@titian/domain/testing/claim-world';
import { complaintSteps } from '@titian/domain/testing/complaint-world';
import { toReported } from '../testing/reported-events.ts';
import { monthIn } from './month.ts';
import { foldEvent } from './reported-case.ts';
import { Changes, type ReportedCase } from './reported-rows.ts';

function told(type: CaseType, events: readonly StoredEvent[]): { known: ReportedCase; changes: Changes } {
  const changes = new Changes();
  const known = events.reduce<ReportedCase | null>(
    (sofar, event) => foldEvent(sofar, toReported(type, event), changes),
    null,
  );
  if (known === null) throw new Error('no case');
  return { known, changes };
}

describe('a case in a report', () => {
  test('is what the domain made of the same events', () => {
    const claim = steps.closed();
    const { known } = told('claim', claim.events);
    expect(known).toMatchObject({
      version: claim.open.revision,
      status: claim.open.status,
      outcome: claim.open.outcome,
      office: claim.open.custody.office,
      subject: 'JKK_RAWAT_LN',
      closedAt: claim.open.closedAt,
      visit: { stage: claim.open.stage },
      lines: { JKK_RAWAT_LN: { paidIdr: '42500000', decision: 'approved' } },
    });
  });

  test('counts each stay in a stage, and a breached clock once, in the month of its breach', () => {
    const claim = steps
      .verification()
      .at('2026-03-05T02:00:00.000Z')
      .do('clockDue', SYSTEM)
      .at('2026-05-05T02:00:00.000Z')
      .do('returnItem', MAKER, { requirement: 'passport', reasonCode: 'DATA_DIFFER' });
    const { known, changes } = told('claim', claim.events);
    const visits = [...changes.visits.values()];
    expect(visits.filter(({ leftAt }) => leftAt === null).map(({ stage }) => stage)).toEqual([known.visit.stage]);
    expect(visits.map(({ number }) => number)).toEqual(visits.map((_, index) => index + 1));
    const breached = [...changes.clocks.values()].filter(({ breachedAt }) => breachedAt !== null);
    expect(breached).toContainEqual(
      expect.objectContaining({ clockId: 'verifying#1', endedMonth: '2026-03', stoppedAt: '2026-05-05T02:00:00.000Z' }),
    );
    expect(changes.escalations.length).toBeGreaterThan(0);
  });

  test('keeps codes that make cases alike, and no reference to a person', () => {
    const { known } = told('claim', steps.closed().events);
    expect(JSON.stringify(known)).not.toMatch(/statementId|digest|sha256|documentId/);
    expect(known.judgement).toMatchObject({
      pattern:
        'claim type=JKK_RAWAT_LN lines=JKK_RAWAT_LN accident=RECOVERED member=active cover=inside payees=PARTICIPANT heirs=-',
      office: 'district_officer:35.05',
      result: 'JKK_RAWAT_LN=approved',
    });
    const complaint = told('complaint', complaintSteps.closed().events).known;
    expect(complaint.judgement).toMatchObject({ result: complaint.outcome });
    expect(complaint.subject).toBe('GAJI_TIDAK_DIBAYAR');
  });

  test('takes each event once, however often it comes', () => {
    const { events } = steps.confirm();
    const once = told('claim', events);
    const again = told('claim', [
      ...events.slice(0, 9),
      ...events.slice(0, 5),
      ...events.slice(3),
      ...events.slice(0, 4),
    ]);
    expect(again).toEqual(once);
  });

  test('whose opening never came is left out, and an event of an unknown type only counts', () => {
    const [first, ...rest] = steps.reported().events;
    const changes = new Changes();
    const later = rest.reduce<ReportedCase | null>(
      (sofar, event) => foldEvent(sofar, toReported('claim', event), changes),
      null,
    );
    expect(later).toBeNull();
    if (first === undefined) throw new Error('no event');
    const known = foldEvent(null, toReported('claim', first), changes);
    const unknown = { ...toReported('claim', first), type: 'titian.claim.blessed.v1', caseversion: 9 };
    expect(foldEvent(known, unknown, changes)).toEqual({ ...known, version: 9 });
  });
});

test.each([
  ['WIB', '2026-01-31T16:59:59.999Z', '2026-01'],
  ['WIB', '2026-01-31T17:00:00.000Z', '2026-02'],
  ['WIT', '2026-01-31T15:00:00.000Z', '2026-02'],
  ['MOON', '2026-01-31T17:00:00.000Z', '2026-02'],
])('in %s %s is in %s', (zone, instant, month) => {
  expect(monthIn(zone, instant)).toBe(month);
});
