/**
 * Area code of the interior ministry: `PP`, `PP.KK`, `PP.KK.CC` or `PP.KK.CC.DDDD` (province, regency or city, district,
 * village). The empty string is the whole country. A jurisdiction is a prefix on whole segments.
 */
export type AreaCode = string;

const PATTERN = /^(\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)?$/;

/** True for a well-formed code of any level; says nothing about whether the place exists. */
export function isAreaCode(text: string): boolean {
  return PATTERN.test(text);
}

/** True if `place` lies in `jurisdiction`, both ends included; segments are compared whole (35.05 does not hold 35.051). */
export function isWithin(place: AreaCode, jurisdiction: AreaCode): boolean {
  return jurisdiction === '' || place === jurisdiction || place.startsWith(`${jurisdiction}.`);
}

/** The first `levels` segments: 1 province, 2 regency, 3 district, 4 village. */
export function areaAtLevel(place: AreaCode, levels: number): AreaCode {
  return place.split('.').slice(0, levels).join('.');
}
