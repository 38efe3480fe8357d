/** What a workflow may import: the fold and its types. No rules, no schemas, so that a workflow bundle stays small. */
export * from './kernel/vocabulary.ts';
export * from './kernel/state.ts';
export * from './kernel/event.ts';
export * from './kernel/evolve.ts';
export * from './kernel/clock/spread.ts';
