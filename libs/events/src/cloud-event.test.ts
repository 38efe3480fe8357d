import { describe, expect, test } from '@jest/globals';
import { eventType, type CaseEvent } from '@titian/domain';
import {
  CLAIM,
  complaintSteps,
  DINAS,
  MINUTES,
  STATEMENT,
  SYSTEM,
  CONSENT,
} from '@titian/domain/testing/complaint-world';
import { BrokenContract, CloudEvent, KERNEL_EVENTS, toCloudEvent, type LogRow } from './index.ts';
import { walkThroughClaims } from './testing/claim-walk.ts';

const CASE = '3f6a1c52-0000-4000-8000-000000000001';
const OPENED = { caseId: '3f6a1c52-0000-4000-8000-000000000008', relation: 'claim' };
const EVENT = '0a6f9a3e-0000-5000-8000-000000000009';

function row(event: CaseEvent, change: object = {}): LogRow {
  const data = { ...event, kind: undefined }; // JSON drops it
  const type = eventType('claim', event);
  const body = {
    at: '2026-01-05T02:00:00.000Z',
    caseId: CASE,
    caseType: 'claim',
    data,
    id: EVENT,
    prevHash: '0'.repeat(64),
    revision: 1,
    type,
  };
  return { eventId: EVENT, type, body: JSON.stringify({ ...body, ...change }), hash: 'a'.repeat(64) };
}

/** The event with one more member in each of its objects, one at a time. */
function withStranger(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.flatMap((item, at) => withStranger(item).map((changed) => items.with(at, changed)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    withStranger(member).map((changed) => ({ ...value, [key]: changed })),
  );
  return [{ ...value, fullName: 'Siti Aminah' }, ...inner];
}

const raised: CaseEvent = { kind: 'flag.raised', flag: 'payment_failed' };
const fault = (bad: LogRow): BrokenContract => {
  try {
    toCloudEvent(bad);
  } catch (error) {
    if (error instanceof BrokenContract) return error;
    throw error;
  }
  throw new Error('was taken');
};

describe('toCloudEvent', () => {
  test('tells what happened in the attributes of CloudEvents 1.0', () => {
    expect(toCloudEvent(row(raised))).toEqual({
      specversion: '1.0',
      id: EVENT,
      type: 'titian.flag.raised.v1',
      source: '/titian/case-worker',
      subject: CASE,
      time: '2026-01-05T02:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:titian:schema:titian.flag.raised.v1',
      caseversion: 1,
      prevhash: '0'.repeat(64),
      hash: 'a'.repeat(64),
      data: { flag: 'payment_failed' },
    });
  });

  test('takes every event of claims that are paid, refused, disputed, overdue and reopened', () => {
    const events = walkThroughClaims();
    const kinds = new Set(events.map((event) => (event.kind === 'acted' ? `acted:${event.name}` : event.kind)));
    expect(Object.keys(KERNEL_EVENTS).filter((kind) => !kinds.has(kind))).toEqual([]);
    for (const event of events) expect(CloudEvent.safeParse(toCloudEvent(row(event))).success).toBe(true);
  });

  test.each([
    ['mediated', () => complaintSteps.mediation()],
    ['closed', () => complaintSteps.closed()],
    [
      'settled',
      () =>
        complaintSteps
          .mediation()
          .do('attach', DINAS, MINUTES)
          .do('settle', DINAS, { bothCalled: true, result: 'resolved', statement: STATEMENT }),
    ],
    [
      'not settled',
      () =>
        complaintSteps
          .mediation()
          .do('attach', DINAS, MINUTES)
          .do('failMediation', DINAS, { bothCalled: true, reasonCode: 'PARTY_ABSENT' }),
    ],
    [
      'referred, void for one officer, appealed',
      () =>
        complaintSteps
          .disposition()
          .do('refer', DINAS, { body: 'PERWAKILAN', reasonCode: 'NEEDS_HELP', consent: CONSENT })
          .do('proposeVoid', DINAS, { reasonCode: 'NOT_A_PMI' })
          .do('recordAppeal', DINAS, { body: 'OMBUDSMAN', day: '2026-01-05' }),
    ],
    ['objected to', () => complaintSteps.objection()],
    [
      'carried to a claim',
      () => complaintSteps.handling().do('openClaim', DINAS, CLAIM).do('linkedCaseOpened', SYSTEM, OPENED),
    ],
    [
      'transferred',
      () =>
        complaintSteps.handling().do('transfer', DINAS, { body: 'BP3MI', reasonCode: 'OTHER_AREA', consent: CONSENT }),
    ],
  ] as const)('takes every event of a complaint that is %s', (_what, steps) => {
    const { events } = steps();
    expect(events.length).toBeGreaterThan(10);
    for (const { event } of events) {
      const { body, ...rest } = row(event);
      const type = eventType('complaint', event);
      const told = {
        ...rest,
        type,
        body: JSON.stringify({ ...(JSON.parse(body) as object), caseType: 'complaint', type }),
      };
      expect(CloudEvent.safeParse(toCloudEvent(told)).success).toBe(true);
    }
  });

  test('refuses a stranger in any object of any event', () => {
    for (const event of walkThroughClaims()) {
      for (const changed of withStranger({ ...event, kind: undefined })) {
        const data = JSON.parse(JSON.stringify(changed)) as object;
        expect(() => toCloudEvent(row(event, { data }))).toThrow(BrokenContract);
      }
    }
  });

  test.each([
    ['an unknown type', { ...row(raised), type: 'titian.flag.burnt.v1' }, '/type'],
    ['a type that is not the one in the body', { ...row(raised), type: 'titian.flag.cleared.v1' }, '/type'],
    ['an id that is not the one in the body', row(raised, { id: CASE }), '/id'],
    ['a body that is no JSON', { ...row(raised), body: '{' }, '/'],
    ['free text for a code', row(raised, { data: { flag: 'Siti jatuh' } }), '/flag'],
    [
      'an NIK for a directory id',
      row({ kind: 'task.assigned', taskId: 'a#1', officerId: '3505082003900001' }),
      '/officerId',
    ],
    [
      'a phone number for a directory id',
      row({ kind: 'task.assigned', taskId: 'a#1', officerId: '081234567890' }),
      '/officerId',
    ],
  ])('refuses %s and names the place, not the value', (_what, bad, field) => {
    expect(fault(bad).fields).toEqual([field]);
    expect(fault(bad).message).not.toMatch(/Siti|3505082003900001|081234567890/);
  });
});
