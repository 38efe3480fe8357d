import type { CaseEvent, StoredEvent } from '../../kernel/event.ts';
import type { CaseModel } from '../../kernel/registry.ts';
import type { CaseState } from '../../kernel/state.ts';
import type { Actor, Role } from '../../kernel/vocabulary.ts';
import type { JsonObject } from '../../shared/text.ts';
import { actor, SYSTEM } from '../claim-world.ts';

/** What a random story needs to know of a case type. */
export interface Lifecycle {
  readonly model: CaseModel;
  /** States that stories may begin in; the others begin before the case. */
  readonly chapters: Readonly<Record<string, () => { readonly events: readonly StoredEvent[] }>>;
  /** What brings a case forward, so that stories do not stay in the first stages; everything else weighs 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** An input that could well be the right one; `by` chooses among several. */
  readonly inputFor: (name: string, state: CaseState | null, by: number) => JsonObject;
  /** Clocks that may go on after the closing. */
  readonly afterClosing: readonly string[];
  /** What must be so for this case type after every step, besides what holds for every case. */
  readonly check?: (state: CaseState, hold: Hold) => void;
  /** What must be so when an event is told, judged on the state before it. */
  readonly checkEvent?: (before: CaseState, event: CaseEvent, hold: Hold) => void;
}

/** Throws, naming what does not hold. */
export type Hold = (what: string, holds: boolean) => void;

const post = (role: Role, id: string, area = '35.05'): Actor => actor(role, id, area, `${role}:35.05`);

/** Everybody who may meet a case: of its area, above it, of another one, and two of an office. */
export const PEOPLE: readonly Actor[] = [
  post('family', 'siti', '35.05.08.2003'),
  post('village_officer', 'kades', '35.05.08.2003'),
  post('subdistrict_officer', 'camat', '35.05.08'),
  post('district_officer', 'first'),
  post('district_officer', 'second'),
  post('district_officer', 'stranger', '35.07'),
  post('bp3mi_officer', 'third', '35'),
  post('ministry_officer', 'fourth', ''),
  post('insurer', 'bpjs-gateway', ''),
  SYSTEM,
];

/** @throws RangeError if there is nothing to pick from */
export const pick = <T>(list: readonly T[], by: number): T => {
  const found = list[by % list.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};
