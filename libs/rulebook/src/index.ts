export * from './calendar/decrees.ts';
export * from './calendar/calendar.ts';
export * from './offices/stored-office.ts';
export * from './offices/office-staff.ts';
export * from './offices/office-form.ts';
export * from './offices/office-directory.ts';
export * from './offices/missions.ts';
export * from './offices/posts.ts';
export * from './rows/vocabulary.ts';
export type { Formula, LawKind, LawRow, RowKind, RowOf, Rows } from './rows/schema.ts';
export { rulebook, rulebookOf, refOf, lawRows, type Rulebook, type RulesOfDay } from './rows/rulebook.ts';
export { RULES_DIGEST, SOURCES } from './rows/generated/index.ts';
export { RULES_VERSION } from './rows/version.ts';
export * from './precheck/facts.ts';
export * from './precheck/result.ts';
export { coverSpans, coverOf, type CoverSpan } from './precheck/cover.ts';
export { isMinor } from './precheck/payment.ts';
export { findingsIn } from './precheck/findings.ts';
export { precheck } from './precheck/precheck.ts';
export { deviationsFrom, type Deviation, type StatedAmount } from './precheck/deviation.ts';
export { benefitRules, factsOfClaim } from './claim/benefit-rules.ts';
export { precheckToJson, factsFromJson } from './precheck/json.ts';
export { premiumBeforeWork, premiumDuringWork, type Premium } from './premium.ts';
export { rupiahText } from './precheck/money.ts';
export { lintRows, unverifiedRows, type RowFinding } from './lint/lint-rows.ts';
export { diffRules, type RowChange } from './lint/diff-rows.ts';
export {
  coverageOfPlacement,
  coverOfPlacement,
  coverOnDay,
  type PlacementCover,
  type UncoveredDays,
} from './placement-cover.ts';
