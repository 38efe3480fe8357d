// What a claim needs in a bundle of its own: its workflows, and the attempts that every case has.
export * from '../index.ts';
export { duplicateSearchAttempt } from '@titian/case-run';
