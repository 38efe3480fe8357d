/** What a worker runs for placements: the lifecycle, and the attempt that opens a claim beside it. */
export * from '../placement.workflow.ts';
export { duplicateSearchAttempt, linkedCaseAttempt } from '@titian/case-run';
