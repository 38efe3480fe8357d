export { OFFICERS } from '../kernel/vocabulary.ts';

/** Offices that decide on a file: a village may not. */
export const CHIEFS = ['district_officer', 'bp3mi_officer', 'ministry_officer'] as const;
/** Those who may put a file together: the family, the village that helps it, and the offices. */
export const DESK = ['family', 'village_officer', 'district_officer', 'bp3mi_officer'] as const;
/** Every stage in which a claim is not closed. */
export const OPEN = [
  'precheck',
  'reported',
  'evidence',
  'verification',
  'ready',
  'submitted',
  'insurer_review',
  'decided',
  'objection',
  'payment',
  'confirm',
  'schooling',
] as const;
/** Stages in which the file is still with the family and the offices. */
export const OURS = ['precheck', 'reported', 'evidence', 'verification', 'ready'] as const;
/** Stages in which the insurer has the claim and nothing may have been paid yet. */
export const WITH_INSURER = ['submitted', 'insurer_review', 'decided', 'objection', 'payment'] as const;
