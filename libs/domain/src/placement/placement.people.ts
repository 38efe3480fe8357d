/** Everybody who answers for an area. */
export const OFFICERS = [
  'village_officer',
  'subdistrict_officer',
  'district_officer',
  'bp3mi_officer',
  'ministry_officer',
] as const;
/** Offices above the village. */
export const CHIEFS = ['district_officer', 'bp3mi_officer', 'ministry_officer'] as const;
/** Those who put papers and facts together: the family, the village that watches, and the offices. */
export const DESK = ['family', 'village_officer', 'district_officer', 'bp3mi_officer'] as const;
/** Offices that record what they have seen themselves. */
export const WATCH = ['village_officer', 'district_officer', 'bp3mi_officer'] as const;
/** Stages before the departure. */
export const BEFORE = ['registered', 'preparation', 'departure'] as const;
/** Stages after it. */
export const AFTER = ['abroad', 'returning', 'home'] as const;
/** Every stage in which a placement is not closed. */
export const OPEN = [...BEFORE, ...AFTER] as const;
