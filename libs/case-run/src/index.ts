export * from './case-run.ts';
export * from './attempts.ts';
export * from './report.ts';
export * from './linked-case.workflow.ts';
export * from './duplicate-search.workflow.ts';
