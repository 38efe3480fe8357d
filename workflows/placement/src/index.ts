export * from './placement.workflow.ts';
