/** The same people as in a claim: everybody who answers for an area, the offices above the village, who puts papers together. */
export { CHIEFS, DESK, OFFICERS } from '../claim/claim.people.ts';
/** Offices that record what they have seen themselves. */
export const WATCH = ['village_officer', 'district_officer', 'bp3mi_officer'] as const;
/** Stages before the departure. */
export const BEFORE = ['registered', 'preparation', 'departure'] as const;
/** Stages after it. */
export const AFTER = ['abroad', 'returning', 'home'] as const;
/** Every stage in which a placement is not closed. */
export const OPEN = [...BEFORE, ...AFTER] as const;
