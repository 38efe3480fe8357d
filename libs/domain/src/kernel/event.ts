import type { JsonObject } from '../shared/text.ts';
import type { VacantRung } from './registry.ts';
import type { BenefitLine, Consent, DefinitionRef, EvidenceItem, Payment } from './state.ts';
import type {
  ActorRef,
  AttemptName,
  CaseType,
  ClockUnit,
  ConflictGround,
  Instant,
  OfferEnding,
  OfferName,
  Role,
  Zone,
} from './vocabulary.ts';

/**
 * What happened to a case. `acted` is what a person or service did; the others are its consequences, one kind for each
 * part of the state, so that the fold is a table. Codes and ids only: free text stays in the statement store.
 */
export type CaseEvent =
  | {
      readonly kind: 'acted';
      readonly name: string;
      readonly command: string;
      readonly actor: ActorRef;
      readonly input: JsonObject;
    }
  | {
      readonly kind: 'case.opened';
      readonly type: CaseType;
      readonly number: string;
      readonly definition: DefinitionRef;
      readonly area: string;
      readonly zone: Zone;
      readonly stage: string;
      readonly custody: { readonly role: Role; readonly office: string };
      readonly openedAt: Instant;
    }
  | { readonly kind: 'stage.entered'; readonly from: string; readonly stage: string }
  | { readonly kind: 'case.suspended'; readonly suspension: string }
  | { readonly kind: 'case.resumed'; readonly suspension: string }
  | { readonly kind: 'case.closed'; readonly outcome: string }
  | { readonly kind: 'case.reopened' }
  | { readonly kind: 'case.linked'; readonly caseId: string; readonly relation: string }
  | { readonly kind: 'facts.recorded'; readonly facts: JsonObject }
  | { readonly kind: 'flag.raised'; readonly flag: string }
  | { readonly kind: 'flag.cleared'; readonly flag: string }
  | { readonly kind: 'milestone.reached'; readonly milestone: string }
  | { readonly kind: 'custody.moved'; readonly role: Role; readonly office: string }
  | {
      readonly kind: 'post.passed';
      readonly role: Role;
      readonly office: string;
      readonly because: 'vacant' | 'conflict';
    }
  | {
      readonly kind: 'offer.made';
      readonly offer: OfferName;
      readonly body: string;
      /** Null together with `office` for a body outside. */
      readonly role: Role | null;
      readonly office: string | null;
      readonly reasonCode: string;
      readonly severity: string | null;
      readonly consent: Consent;
    }
  | { readonly kind: 'offer.accepted'; readonly offer: OfferName }
  | { readonly kind: 'offer.ended'; readonly offer: OfferName; readonly as: OfferEnding }
  | {
      readonly kind: 'conflict.declared';
      readonly officerId: string;
      readonly ground: ConflictGround;
      readonly declaredBy: string;
    }
  | { readonly kind: 'conflict.lifted'; readonly officerId: string; readonly liftedBy: string }
  | {
      readonly kind: 'case.escalated';
      readonly direction: 'up' | 'sideways';
      readonly level: number;
      readonly role: Role;
      readonly office: string;
      readonly clock: string;
    }
  | {
      readonly kind: 'rung.vacant';
      readonly direction: 'up' | 'sideways';
      readonly level: number;
      readonly role: Role;
      readonly because: VacantRung['because'];
    }
  | { readonly kind: 'outward.offered'; readonly bodies: readonly string[]; readonly clock: string }
  | {
      readonly kind: 'clock.started';
      readonly clockId: string;
      readonly clock: string;
      readonly unit: ClockUnit;
      readonly target: number;
      readonly zone: Zone;
      readonly warnAtShare: readonly number[];
      readonly warnDaysBefore: readonly number[];
      readonly from: Instant;
      readonly reason: string;
      readonly actorId: string;
      readonly calendar: string;
      readonly item?: string | undefined;
    }
  | {
      readonly kind: 'clock.paused' | 'clock.resumed' | 'clock.stopped';
      readonly clockId: string;
      readonly reason: string;
      readonly actorId: string;
      readonly calendar: string;
    }
  | {
      readonly kind: 'clock.recalendared';
      readonly clockId: string;
      readonly calendar: string;
      readonly calendarBefore: string;
      readonly dueAt: Instant;
      readonly dueBefore: Instant;
      readonly actorId: string;
    }
  | { readonly kind: 'clock.warned'; readonly clockId: string; readonly threshold: string; readonly dueAt: Instant }
  | { readonly kind: 'clock.breached'; readonly clockId: string; readonly dueAt: Instant }
  | {
      readonly kind: 'task.opened';
      readonly taskId: string;
      readonly name: string;
      readonly task: 'stage' | 'breach' | 'offer';
      readonly role: Role;
      readonly office: string;
      readonly item?: string | undefined;
      /** Persons who may not do it; absent = anybody of the office may. */
      readonly notBy?: readonly string[];
    }
  | { readonly kind: 'task.assigned'; readonly taskId: string; readonly officerId: string | null }
  | { readonly kind: 'task.completed' | 'task.cancelled'; readonly taskId: string; readonly reason: string }
  | { readonly kind: 'evidence.attached'; readonly item: EvidenceItem }
  | {
      readonly kind: 'evidence.verified';
      readonly requirement: string;
      readonly verifiedBy: string;
      readonly against: string;
    }
  | { readonly kind: 'evidence.returned'; readonly requirement: string; readonly reasonCode: string }
  | { readonly kind: 'line.changed'; readonly line: BenefitLine }
  | { readonly kind: 'payment.changed'; readonly payment: Payment }
  | { readonly kind: 'attempt.requested'; readonly attempt: AttemptName; readonly number: number }
  | { readonly kind: 'attempt.answered'; readonly attempt: AttemptName; readonly number: number };

/** An event as stored: its place in the case and when it was recorded. */
export interface StoredEvent {
  readonly caseId: string;
  readonly revision: number;
  readonly at: Instant;
  readonly event: CaseEvent;
}

/** The published type of an event, e.g. `titian.claim.submitted.v1`, `titian.clock.breached.v1`. Built only here. */
export function eventType(caseType: CaseType, event: CaseEvent): string {
  return `titian.${event.kind === 'acted' ? `${caseType}.${event.name}` : event.kind}.v1`;
}
