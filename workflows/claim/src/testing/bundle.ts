// What a claim needs in a bundle of its own: its workflows, and the children that every case has.
export * from '../index.ts';
export { duplicateSearchAttempt } from '@titian/case-run';
