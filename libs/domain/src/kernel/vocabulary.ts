/** Who may act. One person holds one role in one office; `system` is the workflow itself. */
export const ROLES = [
  'family',
  'village_officer',
  'subdistrict_officer',
  'district_officer',
  'bp3mi_officer',
  'ministry_officer',
  'insurer',
  'insurer_region',
  'insurer_centre',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Everybody who answers for an area, from the village up. */
export const OFFICERS = [
  'village_officer',
  'subdistrict_officer',
  'district_officer',
  'bp3mi_officer',
  'ministry_officer',
] as const satisfies readonly Role[];

/** `suspended` is open with named clocks paused; only `closed` ends the duty to act. */
export type CaseStatus = 'open' | 'suspended' | 'closed';

export const CASE_TYPES = ['complaint', 'claim', 'placement'] as const;
export type CaseType = (typeof CASE_TYPES)[number];

/** Who must act before a case goes on, where that is nobody whose worklist it stands in. */
export const WAITED_FOR = ['family', 'insurer', 'third_party', 'office', 'legal_process'] as const;
export type WaitedFor = (typeof WAITED_FOR)[number];

/** Work outside the case that a workflow of its own does, several times if need be, and answers by a command. */
export const ATTEMPTS = [
  'accidentReport',
  'submission',
  'information',
  'objection',
  'payment',
  'withdrawal',
  'linkedCase',
  'duplicateSearch',
] as const;
export type AttemptName = (typeof ATTEMPTS)[number];

/** What one office may offer another: help, while custody stays; or the case itself. */
export const OFFERS = ['referral', 'transfer'] as const;
export type OfferName = (typeof OFFERS)[number];

/** How an offer ends that was not taken up, or whose work is done. `lapsed`: nobody answered in time. */
export const OFFER_ENDINGS = ['declined', 'recalled', 'lapsed', 'returned', 'handed_over', 'closed'] as const;
export type OfferEnding = (typeof OFFER_ENDINGS)[number];

/** Why a person keeps out of a case: it is their own, a relative's, or they have an interest in it. */
export const CONFLICT_GROUNDS = ['OWN_CASE', 'RELATIVE', 'INTEREST'] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

/** How a clock counts. Law mixes `hari` and `hari kerja`, so every clock names its own unit. */
export const CLOCK_UNITS = ['hours', 'working_days', 'calendar_days', 'months', 'years'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** Offset zones of Indonesia: UTC+7, +8, +9, no daylight saving. */
export const ZONES = { WIB: 7, WITA: 8, WIT: 9 } as const;
export type Zone = keyof typeof ZONES;

/** Moment as ISO 8601 UTC with milliseconds, e.g. `2026-01-05T02:00:00.000Z`: sorts as text. */
export type Instant = string;

/** Calendar day `YYYY-MM-DD` without clock or zone: statutory days are days, not moments. */
export type PlainDay = string;

/** The person or service that acts, by directory id, never by name: it enters events and histories. */
export interface ActorRef {
  readonly id: string;
  readonly role: Role;
  readonly office: string;
}

/** An actor together with the area they answer for; `''` is the whole country. */
export interface Actor extends ActorRef {
  readonly area: string;
}
