export * from './shared/text.ts';
export * from './shared/legal-basis.ts';
export * from './shared/area-code.ts';
export * from './shared/issuers.ts';
export * from './shared/nik.ts';
export * from './shared/benefit-rules.ts';
export * from './fold.ts';
export * from './kernel/definition.ts';
export * from './kernel/command.ts';
export * from './kernel/refusal.ts';
export * from './kernel/registry.ts';
export * from './kernel/decide.ts';
export * from './kernel/allowed-actions.ts';
export * from './kernel/linked-case.ts';
export * from './kernel/sight.ts';
export * from './kernel/waiting.ts';
export * from './kernel/linter.ts';
export * from './kernel/clock/calendar.ts';
export * from './kernel/clock/ledger.ts';
export * from './kernel/clock/next-deadline.ts';
export { movedBy } from './kernel/clock/bring-to-calendar.ts';
export * from './simulation/deadlines.ts';
export * from './simulation/forecast.ts';
export * from './simulation/forecast-cases.ts';
export * from './kernel/bodies.ts';
export * from './custody/inputs.ts';
export * from './claim/index.ts';
export {
  clearedDuplicatesOf,
  DUPLICATE_RULES,
  possibleDuplicatesOf,
  type PossibleDuplicate,
} from './duplicates/duplicates.ts';
export * from './complaint/index.ts';
export * from './placement/index.ts';
