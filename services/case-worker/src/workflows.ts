// Everything the workflow bundle contains. Named by path: no package may import a workflow (ADR 0006), only this list does.
/* eslint-disable @nx/enforce-module-boundaries -- the bundle's entry, by path on purpose */
export * from '../../../workflows/claim/src/index.ts';
export * from '../../../workflows/complaint/src/index.ts';
export * from '../../../workflows/placement/src/index.ts';
export { duplicateSearchAttempt, linkedCaseAttempt } from '@titian/case-run';
