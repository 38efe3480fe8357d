import { z } from 'zod';
import {
  ATTEMPTS,
  CASE_TYPES,
  claimInputs,
  CLOCK_UNITS,
  CONFLICT_GROUNDS,
  custodyInputs,
  OFFER_ENDINGS,
  OFFERS,
  ZONES,
  type CaseEvent,
} from '@titian/domain';
import { claimFacts } from './claim-facts.v1.ts';
import { complaintFacts } from './complaint-facts.v1.ts';
import { placementFacts } from './placement-facts.v1.ts';
import { defineEvent, type EventContract } from './contract.ts';
import {
  amountIdr,
  article,
  clockId,
  code,
  directoryId,
  instant,
  item,
  name,
  office,
  reason,
  role,
  sha256,
  taskId,
} from './words.ts';

const attempt = z.enum(ATTEMPTS);
const offer = z.enum(OFFERS);
const zone = z.enum(Object.keys(ZONES) as [keyof typeof ZONES]);

/** Rungs of our own offices, or of the insurer's. */
const direction = z.enum(['up', 'sideways']);
const calendar = z
  .string()
  .regex(/^(?!\d{9})[A-Za-z0-9+._-]{1,200}$/)
  .describe('Version of the calendar that was in force, e.g. 2025a+2026');
const turned = { clockId, reason, actorId: directoryId, calendar };
const { order: orderId } = claimInputs['payment@1'].shape;
const { payee: payeeKey } = claimInputs['receiptOfOne@1'].shape;
const counted = z.strictObject({ attempt, number: z.int().positive() });
const ended = z.strictObject({ taskId, reason });

const event = (kind: string, summary: string, data: z.ZodObject): EventContract =>
  defineEvent({ type: `titian.${kind}.v1`, summary, data });

type KernelKind = Exclude<CaseEvent['kind'], 'acted'>;

/** Consequences that every case type knows, one contract for each kind. The compiler misses none. */
export const KERNEL_EVENTS: Readonly<Record<KernelKind, EventContract>> = {
  'case.opened': event(
    'case.opened',
    'A case was opened.',
    z.strictObject({
      type: z.enum(CASE_TYPES),
      number: z.string().regex(/^[A-Z]{3}-\d{4}-\d{6,}$/),
      definition: z.strictObject({ type: z.enum(CASE_TYPES), version: z.int().positive(), hash: sha256 }),
      area: z
        .string()
        .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
        .describe('Village code of the interior ministry'),
      zone,
      stage: name,
      custody: z.strictObject({ role, office }),
      openedAt: instant,
    }),
  ),
  'stage.entered': event('stage.entered', 'The case entered a stage.', z.strictObject({ from: name, stage: name })),
  'case.suspended': event(
    'case.suspended',
    'The case waits; named clocks stand still.',
    z.strictObject({ suspension: name }),
  ),
  'case.resumed': event('case.resumed', 'The case goes on.', z.strictObject({ suspension: name })),
  'case.closed': event('case.closed', 'The case was closed with an outcome.', z.strictObject({ outcome: name })),
  'case.reopened': event('case.reopened', 'The case was opened again.', z.strictObject({})),
  'case.linked': event(
    'case.linked',
    'The case was linked with another.',
    z.strictObject({
      caseId: z.uuid(),
      relation: z.enum(['complaint', 'claim', 'placement', 'same_worker', 'scholarship', 'child', 'parent', 'appeal']),
    }),
  ),
  'facts.recorded': event(
    'facts.recorded',
    'Facts were recorded.',
    z.strictObject({ facts: z.union([claimFacts, complaintFacts, placementFacts]) }),
  ),
  'flag.raised': event('flag.raised', 'A flag was raised.', z.strictObject({ flag: name })),
  'flag.cleared': event('flag.cleared', 'A flag was cleared.', z.strictObject({ flag: name })),
  'milestone.reached': event('milestone.reached', 'A milestone was reached.', z.strictObject({ milestone: name })),
  'custody.moved': event('custody.moved', 'Another office holds the case now.', z.strictObject({ role, office })),
  'post.passed': event(
    'post.passed',
    'A post was climbed over: nobody holds it, or everybody there keeps out of the case.',
    z.strictObject({ role, office, because: z.enum(['vacant', 'conflict']) }),
  ),
  'offer.made': event(
    'offer.made',
    'Help, or the case itself, was offered to another body; custody has not moved.',
    z.strictObject({
      offer,
      body: code,
      role: role.nullable(),
      office: office.nullable().describe('The office that is to answer; null for a body outside'),
      reasonCode: code,
      severity: code.nullable(),
      consent: custodyInputs['transfer@1'].shape.consent,
    }),
  ),
  'offer.accepted': event('offer.accepted', 'An offer was taken up.', z.strictObject({ offer })),
  'offer.ended': event(
    'offer.ended',
    'An offer was declined, recalled, given back or not answered in time.',
    z.strictObject({ offer, as: z.enum(OFFER_ENDINGS) }),
  ),
  'conflict.declared': event(
    'conflict.declared',
    'An officer keeps out of the case.',
    z.strictObject({ officerId: directoryId, ground: z.enum(CONFLICT_GROUNDS), declaredBy: directoryId }),
  ),
  'conflict.lifted': event(
    'conflict.lifted',
    'An officer no longer keeps out of the case.',
    z.strictObject({ officerId: directoryId, liftedBy: directoryId }),
  ),
  'case.escalated': event(
    'case.escalated',
    'A rung of the ladder was climbed.',
    z.strictObject({ direction, level: z.int().positive(), role, office, clock: z.union([clockId, name]) }),
  ),
  'rung.vacant': event(
    'rung.vacant',
    'A rung was climbed over because nobody there can act: the post is empty, its people are away, or all keep out.',
    z.strictObject({
      direction,
      level: z.int().positive(),
      role,
      because: z.enum(['vacant', 'absent', 'conflict']),
    }),
  ),
  'outward.offered': event(
    'outward.offered',
    'The family is told of bodies outside to which it may turn. Nothing was sent to them.',
    z.strictObject({ bodies: z.array(name).min(1), clock: z.union([clockId, name]) }),
  ),
  'clock.started': event(
    'clock.started',
    'A clock started.',
    z.strictObject({
      clockId,
      clock: name,
      unit: z.enum(CLOCK_UNITS),
      target: z.int().positive(),
      zone,
      warnAtShare: z.array(z.number()),
      warnDaysBefore: z.array(z.int()),
      from: instant.describe('May lie before the event: a paper received earlier'),
      reason,
      actorId: directoryId,
      calendar,
      item: item.optional(),
    }),
  ),
  'clock.paused': event('clock.paused', 'A clock stands still.', z.strictObject(turned)),
  'clock.resumed': event('clock.resumed', 'A clock runs again.', z.strictObject(turned)),
  'clock.stopped': event('clock.stopped', 'A clock was stopped for good.', z.strictObject(turned)),
  'clock.recalendared': event(
    'clock.recalendared',
    'A clock counts by another version of the calendar, and a moment of it moves.',
    z.strictObject({
      clockId,
      calendar,
      calendarBefore: calendar,
      dueAt: instant,
      dueBefore: instant,
      actorId: directoryId,
    }),
  ),
  'clock.warned': event(
    'clock.warned',
    'A clock passed a warning threshold.',
    z.strictObject({ clockId, threshold: z.string().regex(/^(share|days):[0-9.]+$/), dueAt: instant }),
  ),
  'clock.breached': event(
    'clock.breached',
    'A clock passed its due instant.',
    z.strictObject({ clockId, dueAt: instant }),
  ),
  'task.opened': event(
    'task.opened',
    'Work was asked of an office.',
    z.strictObject({
      taskId,
      name,
      task: z.enum(['stage', 'breach', 'offer']),
      role,
      office,
      item: item.optional(),
      notBy: z.array(directoryId).optional().describe('Persons who may not do it'),
    }),
  ),
  'task.assigned': event(
    'task.assigned',
    'An officer took a task, or released it (null).',
    z.strictObject({ taskId, officerId: directoryId.nullable() }),
  ),
  'task.completed': event('task.completed', 'A task was completed by the command that moved the case.', ended),
  'task.cancelled': event('task.cancelled', 'A task is no longer needed.', ended),
  'evidence.attached': event(
    'evidence.attached',
    'A paper was attached.',
    z.strictObject({
      item: z.strictObject({
        requirement: name,
        document: code,
        documentId: z.uuid(),
        sha256,
        status: z.enum(['attached', 'verified', 'returned']),
        substitute: z.boolean(),
        reasonCode: code.nullable(),
        attachedBy: directoryId,
        verifiedBy: directoryId.nullable(),
      }),
    }),
  ),
  'evidence.verified': event(
    'evidence.verified',
    'A paper was verified.',
    z.strictObject({ requirement: name, verifiedBy: directoryId, against: z.enum(['ORIGINAL', 'REGISTRY']) }),
  ),
  'evidence.returned': event(
    'evidence.returned',
    'A paper was returned.',
    z.strictObject({ requirement: name, reasonCode: code }),
  ),
  'line.changed': event(
    'line.changed',
    'An amount of a benefit line changed; asked, verified, decided and paid are kept apart.',
    z.strictObject({
      line: z.strictObject({
        code,
        askedIdr: amountIdr.nullable(),
        verifiedIdr: amountIdr.nullable(),
        decidedIdr: amountIdr.nullable(),
        paidIdr: amountIdr.nullable(),
        decision: z.enum(['approved', 'rejected']).nullable(),
        reasonCode: code.nullable(),
        article: article.nullable(),
      }),
    }),
  ),
  'payment.changed': event(
    'payment.changed',
    'A payment order of one line and one payee was made, or what became of it was told. Which account is not said.',
    z.strictObject({
      payment: z.strictObject({
        id: orderId,
        line: code,
        payee: payeeKey,
        amountIdr: amountIdr.describe('What was ordered, whole rupiah'),
        paidIdr: amountIdr.nullable(),
        status: z.enum(['requested', 'ordered', 'paid', 'confirmed', 'disputed', 'failed', 'returned', 'cancelled']),
        reference: claimInputs['payment@1'].shape.paymentReference.nullable(),
        paidDay: z.iso.date().nullable(),
        reasonCode: code.nullable(),
      }),
    }),
  ),
  'attempt.requested': event('attempt.requested', 'Work outside the case was asked for.', counted),
  'attempt.answered': event('attempt.answered', 'Work outside the case was answered.', counted),
};
