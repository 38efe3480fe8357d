/** How often something occurs, and where that number was seen. `source` is a code of docs/law/sources.md. */
export interface Weight<Value> {
  readonly value: Value;
  readonly weight: number;
  readonly source: string;
  /** False: a guess that keeps the rest in proportion. */
  readonly verified: boolean;
}

const seen = <Value>(value: Value, weight: number, source: string): Weight<Value> => ({
  value,
  weight,
  source,
  verified: true,
});
const guess = <Value>(value: Value, weight: number): Weight<Value> => ({
  value,
  weight,
  source: 'Titian',
  verified: false,
});

/** Complaints by category, first half of 2024 (764 in all); social security from the end of the year. */
export const CATEGORIES = [
  seen('INGIN_DIPULANGKAN', 136, 'S77'),
  seen('GAJI_TIDAK_DIBAYAR', 85, 'S77'),
  seen('DEPORTASI', 61, 'S77'),
  seen('GAGAL_BERANGKAT', 45, 'S77'),
  seen('MENINGGAL_LN', 41, 'S77'),
  seen('PENIPUAN_KERJA', 32, 'S77'),
  seen('JAMINAN_SOSIAL', 60, 'S75'),
  guess('SAKIT', 80),
  guess('PHK_SEPIHAK', 60),
  guess('PEKERJAAN_TIDAK_SESUAI', 60),
  guess('BIAYA_BERLEBIH', 54),
  guess('HILANG_KONTAK', 50),
] as const;

/** Claims paid from 2017 to May 2024: 1,843 for accidents, 525 for deaths. */
export const CLAIM_TYPES = [
  seen('JKK_GAGAL_BERANGKAT', 656, 'S37'),
  seen('JKK_PEMULANGAN', 556, 'S37'),
  guess('JKK_RAWAT_LN', 400),
  guess('JKK_MENINGGAL', 231),
  guess('JKM_SELAMA', 378),
  guess('JKM_SETELAH', 147),
] as const;

/** Members of the insurer by country, June 2024. */
export const COUNTRIES_OF_CLAIMS = [
  seen('TW', 216_738, 'S37'),
  seen('MY', 176_278, 'S37'),
  seen('HK', 68_216, 'S37'),
  seen('KR', 27_268, 'S37'),
  seen('JP', 25_151, 'S37'),
] as const;

/** Complaints by country: December 2024 for the first four, all time in proportion for the others. */
export const COUNTRIES_OF_COMPLAINTS = [
  seen('MY', 31, 'S78'),
  seen('CD', 23, 'S78'),
  seen('SA', 18, 'S78'),
  seen('TW', 18, 'S78'),
  guess('AE', 5),
  guess('HK', 5),
] as const;

/** Complaints by month of 2024 (1,500 in all): February, May and December were published, the rest is spread evenly. */
export const MONTHS = [
  guess(1, 117),
  seen(2, 81, 'S78'),
  guess(3, 117),
  guess(4, 117),
  seen(5, 226, 'S78'),
  guess(6, 117),
  guess(7, 117),
  guess(8, 117),
  guess(9, 117),
  guess(10, 116),
  guess(11, 116),
  seen(12, 142, 'S78'),
] as const;

/** Subdistricts of southern Blitar, where most workers of the regency come from; how much more often is a guess. */
export const SOUTH_BLITAR: readonly string[] = ['35.05.01', '35.05.05', '35.05.06', '35.05.07', '35.05.08', '35.05.13'];
export const SOUTH_FACTOR = guess('south', 3);

/** Invented people: common names, drawn apart, so that no real person is meant. */
export const GIVEN_NAMES = [
  'Siti',
  'Sri',
  'Wahyu',
  'Agus',
  'Endang',
  'Budi',
  'Rina',
  'Slamet',
  'Yuni',
  'Eko',
  'Lilik',
  'Joko',
] as const;
export const FAMILY_NAMES = [
  'Lestari',
  'Santoso',
  'Wahyuni',
  'Prasetyo',
  'Rahayu',
  'Susanto',
  'Handayani',
  'Nugroho',
] as const;
