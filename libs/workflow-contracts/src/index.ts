export * from './case-workflow.ts';
export * from './activities.ts';
export * from './attempt-workflow.ts';
