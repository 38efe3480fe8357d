export { OFFICERS } from '../kernel/vocabulary.ts';

/** Offices that decide on a file: a village may not. */
export const CHIEFS = ['district_officer', 'bp3mi_officer', 'ministry_officer'] as const;
/** The family, and the village that helps it. */
export const HOME = ['family', 'village_officer', 'subdistrict_officer'] as const;
/** Every stage of a received complaint that is not closed. */
export const OPEN = [
  'intake',
  'verification',
  'disposition',
  'handling',
  'mediation',
  'resolution',
  'objection',
] as const;
/** Commands by which a person has a part in the answer that is objected to. */
export const PARTS = ['dispose', 'recordFinding', 'settle', 'failMediation', 'proposeResolution'] as const;
