import type { z } from 'zod';
import type { BenefitRules } from '../shared/benefit-rules.ts';
import type { JsonObject, Text } from '../shared/text.ts';
import type { AreaCode } from '../shared/area-code.ts';
import type { CaseEvent } from './event.ts';
import type { CaseDefinition, CommandRule } from './definition.ts';
import type { CaseState } from './state.ts';
import type { Actor, Instant, Role, Zone } from './vocabulary.ts';
import type { Calendar } from './clock/calendar.ts';

/** A post that could not answer on the way to the one that does. */
export interface PassedPost {
  readonly role: Role;
  readonly office: string;
  /** Nobody holds it, or everybody there is excluded from the case. */
  readonly because: 'vacant' | 'conflict';
}

/** An office that can act now. */
export interface FilledRung {
  readonly office: string;
}

/** Nobody can act there now: the post is empty, its people are away with nobody to stand in, or all keep out of the case. */
export interface VacantRung {
  readonly office: null;
  readonly because: 'vacant' | 'absent' | 'conflict';
}

/** The office that answers, and the posts that were climbed over to find it. */
export interface Holder {
  readonly role: Role;
  readonly office: string;
  readonly passed: readonly PassedPost[];
}

/**
 * The offices and their people as they stand at the moment of a decision. Never an answer of `nobody`: the search falls back
 * level by level. People are directory ids.
 */
export interface OfficeDirectory {
  /** The office that can act for a role in an area now; else why a ladder climbs over it. */
  rungFor(area: AreaCode, role: Role, isFit?: (office: string) => boolean): FilledRung | VacantRung;
  /** Who holds a case: climbs until some office answers that is fit for it. One whose people are away keeps its cases. */
  holderFor(area: AreaCode, role: Role, isFit?: (office: string) => boolean): Holder;
  zoneOf(area: AreaCode): Zone;
  /** Who may be given work now: holders who are there, and the deputies of posts whose holders are not. Sorted. */
  present(office: string): readonly string[];
  /** Everybody with a post there, absent or deputy too; empty if the office keeps no list of its people. Sorted. */
  staff(office: string): readonly string[];
  isAbsent(officerId: string): boolean;
}

/** What a guard or effect may look at: the state before the command, and nothing that could change between two tries. */
export interface Situation {
  readonly definition: CaseDefinition;
  /** Null only for the opening command. */
  readonly state: CaseState | null;
  readonly rule: CommandRule;
  readonly actor: Actor;
  readonly input: JsonObject;
  readonly now: Instant;
  /** Absent where nothing is calculated, e.g. when only clocks are looked at. */
  readonly benefits?: BenefitRules | undefined;
}

/** Why a guard is not met. */
export interface GuardRefusal {
  readonly message: Text;
  readonly remedy: Text;
  readonly field?: string;
}

/** A condition on a command. */
export interface Guard {
  /** Null if met. */
  readonly check: (situation: Situation) => GuardRefusal | null;
  /** True if it judges the input too, so that it cannot be asked before there is one. */
  readonly readsInput: boolean;
}
/** What a command does beyond its stage change: consequences as events, in order. */
export type Effect = (situation: Situation) => readonly CaseEvent[];
/** Finds the outcome when a command closes a case. */
export type OutcomeRule = (situation: Situation) => string;
/** Finds the role that holds a stage, from what the case knows; `roles` are all it can find. */
export interface HolderRule {
  readonly roles: readonly Role[];
  readonly find: (state: CaseState) => Role;
}
/** Finds the length of a clock when it starts, in the clock's unit. */
export type TargetRule = (state: CaseState) => number;
/** Finds the moment a clock counts from. */
export type StartRule = (state: CaseState) => Instant;
/** Whether an evidence requirement holds for a case. */
export type Condition = (state: CaseState) => boolean;

/** The code behind the versioned names of a definition. A published name never changes its meaning. */
export interface CodeRegistry {
  readonly inputs: Readonly<Record<string, z.ZodObject>>;
  readonly guards: Readonly<Record<string, Guard>>;
  readonly effects: Readonly<Record<string, Effect>>;
  readonly outcomes: Readonly<Record<string, OutcomeRule>>;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly holders: Readonly<Record<string, HolderRule>>;
  readonly targets: Readonly<Record<string, TargetRule>>;
  readonly starts: Readonly<Record<string, StartRule>>;
}

/** A definition with its code, hash and opening facts: what the record needs to decide. */
export interface CaseModel {
  readonly definition: CaseDefinition;
  /** SHA-256 of the definition's RFC 8785 text, hex. */
  readonly hash: string;
  readonly code: CodeRegistry;
}

/** The world around one decision; everything that is not state or command. */
export interface DecisionContext {
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly offices: OfficeDirectory;
  /** How many open tasks a person has; without it everybody counts as idle. */
  readonly loadOf?: (officerId: string) => number;
  /** Human number for a case that this decision opens, e.g. `KLM-2026-000123`. */
  readonly caseNumber: string;
  /** The rulebook; a world without one calculates nothing and compares with nothing. */
  readonly benefits?: BenefitRules | undefined;
}
