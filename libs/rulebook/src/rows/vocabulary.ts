/** The three times that cover is split into; the law gives each its own benefits. */
export const WINDOWS = ['before', 'during', 'after'] as const;
export type Window = (typeof WINDOWS)[number];

export const PROGRAMMES = ['JKK', 'JKM', 'JHT'] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** What may have happened. `DEATH` is any death, `ACCIDENT` one that was survived. */
export const EVENT_KINDS = [
  'DEATH',
  'ACCIDENT',
  'FAILED_DEPARTURE',
  'FAILED_PLACEMENT',
  'NOT_PER_CONTRACT',
  'DISMISSAL',
  'RAPE',
  'LOSS',
  'REPATRIATION',
  'RETIREMENT_AGE',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Who a worker's relative is; the order of payment is a row, not this list. */
export const RELATIONS = [
  'SPOUSE',
  'CHILD',
  'PARENT',
  'GRANDCHILD',
  'GRANDPARENT',
  'SIBLING',
  'PARENT_IN_LAW',
  'BY_WILL',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Who may report, as the claim's opening names them, and the mission, which older lists of the insurer add for deaths. */
export const REPORTERS = [
  'PARTICIPANT',
  'FAMILY',
  'PLACEMENT_AGENCY',
  'HEALTH_FACILITY',
  'DIRECTOR_GENERAL',
  'BP2MI',
  'PROVINCE_LABOUR_OFFICE',
  'DISTRICT_LABOUR_OFFICE',
  'MISSION',
] as const;
export type Reporter = (typeof REPORTERS)[number];

export const SCHOOL_LEVELS = ['TK', 'SD', 'SMP', 'SMA', 'PT'] as const;
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

/** Conditions that a benefit may set, by name; code answers them from the facts (`precheck/conditions.ts`). */
export const BENEFIT_CONDITIONS = [
  'DIED_BY_ACCIDENT',
  'DIED_OTHERWISE',
  'NOT_ON_LEAVE',
  'NOT_BY_PLACER_OR_POLICY',
  'NOT_OWN_FAULT',
  'AGAINST_OWN_WILL',
  'PROVEN',
  'PARTIAL_DISABILITY',
  'TOTAL_DISABILITY',
  'TREATED_ABROAD',
  'DISMISSED_AFTER_ACCIDENT',
  'DISMISSED_OTHERWISE',
  'NO_EXCLUDED_DISMISSAL',
  'MONTH_BEFORE_CONTRACT_END',
  'NO_CRIME_OR_DRUGS',
  'DURING_UNLESS_ACCIDENT',
  'CHILD_AT_SCHOOL',
  'JHT_MEMBER',
  'AGE_REACHED',
] as const;
export type BenefitCondition = (typeof BENEFIT_CONDITIONS)[number];

/** When a paper is asked for besides always, by name (`precheck/papers.ts`). */
export const PAPER_CONDITIONS = [
  'died',
  'survived',
  'onLeave',
  'lostAtSea',
  'transportAsked',
  'costAboveHostInsurance',
  'spouseIsHeir',
  'minorIsHeir',
] as const;
export type PaperCondition = (typeof PAPER_CONDITIONS)[number];
