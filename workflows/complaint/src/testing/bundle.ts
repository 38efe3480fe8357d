/** What a worker runs for complaints: the lifecycle, and the attempt that opens a claim beside it. */
export * from '../complaint.workflow.ts';
export { duplicateSearchAttempt, linkedCaseAttempt } from '@titian/case-run';
