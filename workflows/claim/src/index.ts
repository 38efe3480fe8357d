export * from './claim.workflow.ts';
export * from './attempts.workflow.ts';
