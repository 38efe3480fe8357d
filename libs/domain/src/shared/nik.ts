import { areaAtLevel, type AreaCode } from './area-code.ts';
import type { Text } from './text.ts';

/**
 * What a national identity number (NIK) says: `PPKKCC` + `DDMMYY` + `SSSS`, the day + 40 for women. The first six digits are
 * where it was first registered, not today's home; the year has two digits and may be of either century.
 */
export interface NikParts {
  /** District of the first registration. */
  readonly region: AreaCode;
  readonly sex: 'F' | 'M';
  /** `DDMMYY` as born, without the 40. */
  readonly birth: string;
}

export const NIK_FAULTS = ['NOT_16_DIGITS', 'NO_SUCH_DAY', 'SERIAL_ZERO'] as const;
export type NikFault = (typeof NIK_FAULTS)[number];

/** What is wrong with the shape of a NIK, for people. */
export const NIK_FAULT_TEXT: Readonly<Record<NikFault, Text>> = {
  NOT_16_DIGITS: { id: 'NIK terdiri dari tepat 16 angka', en: 'a NIK has exactly 16 digits' },
  NO_SUCH_DAY: {
    id: 'angka ke-7 sampai ke-12 bukan tanggal lahir (hari + 40 untuk perempuan)',
    en: 'digits 7 to 12 of a NIK are a day of birth as DDMMYY, the day + 40 for women',
  },
  SERIAL_ZERO: { id: 'nomor urut NIK mulai dari 0001', en: 'the last four digits of a NIK count from 0001' },
};

const SHAPE = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/;
const FEMALE = 40;

/** A day of either century: 29 February counts if one of the two has it. */
function isSomeDay(day: number, month: number, year: number): boolean {
  return [1900, 2000].some((century) => {
    const date = new Date(Date.UTC(century + year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  });
}

/** Null if the number can be a NIK. Where it was registered is never judged. */
export function nikFault(nik: string): NikFault | null {
  const found = SHAPE.exec(nik);
  if (found === null) return 'NOT_16_DIGITS';
  const [day = 0, month = 0, year = 0] = found.slice(4, 7).map(Number);
  if (day > FEMALE + 31 || !isSomeDay(day > FEMALE ? day - FEMALE : day, month, year)) return 'NO_SUCH_DAY';
  return found[7] === '0000' ? 'SERIAL_ZERO' : null;
}

/** Undefined unless the shape is right. */
export function readNik(nik: string): NikParts | undefined {
  const found = SHAPE.exec(nik);
  if (found === null || nikFault(nik) !== null) return undefined;
  const [, province = '', regency = '', district = '', day = '', month = '', year = ''] = found;
  const isFemale = Number(day) > FEMALE;
  return {
    region: [province, regency, district].join('.'),
    sex: isFemale ? 'F' : 'M',
    birth: `${isFemale ? String(Number(day) - FEMALE).padStart(2, '0') : day}${month}${year}`,
  };
}

/** `DDMMYY` of a day, as a NIK writes it. */
export const nikBirthOf = (bornOn: string): string =>
  `${bornOn.slice(8, 10)}${bornOn.slice(5, 7)}${bornOn.slice(2, 4)}`;

/** True if the number was first registered in the district of the place. */
export const isRegisteredIn = ({ region }: NikParts, place: AreaCode): boolean => region === areaAtLevel(place, 3);
