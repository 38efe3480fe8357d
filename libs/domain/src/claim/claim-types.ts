import type { LegalBasis } from '../shared/legal-basis.ts';
import type { Text } from '../shared/text.ts';
import { LAW } from './claim.law.ts';

/** A kind of claim: which event, how it is reported, and which benefits it may ask for. */
export interface ClaimTypeRule {
  readonly label: Text;
  readonly programme: 'JKK' | 'JKM' | 'JHT';
  /** Two: a report (stage I) first, then the outcome, which is the claim. One: the report is at once the claim. */
  readonly stages: 'one' | 'two';
  readonly legalBasis: readonly LegalBasis[];
  /** Benefit lines it may hold. */
  readonly lines: readonly BenefitCode[];
  /** Papers of a body that was violated: kept from those who do not need them to act. */
  readonly restricted?: true;
}

const AFTER_ACCIDENT = [
  'JKK_RAWAT_RI',
  'JKK_TRANSPORT',
  'JKK_ORTHESE',
  'JKK_GIGI_TIRUAN',
  'JKK_ALAT_DENGAR',
  'JKK_KACAMATA',
  'JKK_RAWAT_RUMAH',
] as const;

/** Every benefit that a line may claim, by code. Their amounts are rows of the rulebook. */
export const BENEFITS = {
  JKK_RAWAT_LN: { id: 'Perawatan di negara penempatan', en: 'Treatment abroad' },
  JKK_RAWAT_RI: { id: 'Pelayanan kesehatan di Indonesia', en: 'Treatment in Indonesia' },
  JKK_RAWAT_RUMAH: { id: 'Perawatan di rumah', en: 'Care at home' },
  JKK_TRANSPORT: { id: 'Pengangkutan ke rumah sakit', en: 'Transport to hospital' },
  JKK_ALAT_DENGAR: { id: 'Alat bantu dengar', en: 'Hearing aid' },
  JKK_KACAMATA: { id: 'Kacamata', en: 'Glasses' },
  JKK_GIGI_TIRUAN: { id: 'Gigi tiruan', en: 'Denture' },
  JKK_ORTHESE: { id: 'Orthese atau prothese', en: 'Orthosis or prosthesis' },
  JKK_CACAT_SEBAGIAN: { id: 'Santunan cacat sebagian', en: 'Partial disability' },
  JKK_CACAT_TOTAL: { id: 'Santunan cacat total tetap', en: 'Total permanent disability' },
  JKK_BERKALA: { id: 'Santunan berkala cacat total', en: 'Periodic benefit for total disability' },
  JKK_MENINGGAL: { id: 'Santunan kematian karena kecelakaan kerja', en: 'Death by work accident' },
  JKK_GAGAL_BERANGKAT: { id: 'Gagal berangkat', en: 'Failed departure' },
  JKK_GAGAL_DITEMPATKAN: { id: 'Gagal ditempatkan', en: 'Failed placement' },
  JKK_TIDAK_SESUAI_PK: { id: 'Ditempatkan tidak sesuai perjanjian kerja', en: 'Placed against the contract' },
  JKK_PHK_SEPIHAK: { id: 'PHK sepihak', en: 'Dismissed without an accident' },
  JKK_PHK_KECELAKAAN: { id: 'PHK akibat kecelakaan', en: 'Dismissed after an accident' },
  JKK_PEMERKOSAAN: { id: 'Pemerkosaan', en: 'Rape' },
  JKK_KERUGIAN_PULANG: { id: 'Kerugian saat pulang', en: 'Loss on the way home' },
  JKK_PELATIHAN: { id: 'Pendampingan dan pelatihan vokasional', en: 'Accompaniment and vocational training' },
  JKK_PULANG_BERMASALAH: { id: 'Pemulangan PMI bermasalah', en: 'Journey home of a worker in trouble' },
  JKK_PULANG_KECELAKAAN: { id: 'Pemulangan karena kecelakaan', en: 'Journey home after an accident' },
  JKM_SELAMA: { id: 'Santunan kematian selama bekerja', en: 'Death during work' },
  JKM_SEBELUM: { id: 'Santunan kematian sebelum bekerja', en: 'Death before work' },
  JKM_SETELAH: { id: 'Santunan kematian setelah bekerja', en: 'Death after work' },
  JHT_MENINGGAL: { id: 'Saldo JHT karena meninggal', en: 'Savings after death' },
  JHT_CACAT_TOTAL: { id: 'Saldo JHT karena cacat total tetap', en: 'Savings after total disability' },
  JHT_USIA_56: { id: 'Saldo JHT usia 56 tahun', en: 'Savings at the age of 56' },
  JHT_GAGAL_BERANGKAT: { id: 'Saldo JHT karena gagal berangkat', en: 'Savings after a failed departure' },
  BEASISWA: { id: 'Beasiswa anak', en: 'Scholarship of a child' },
  BEASISWA_TK: { id: 'Beasiswa TK', en: 'Scholarship, kindergarten' },
  BEASISWA_SD: { id: 'Beasiswa SD', en: 'Scholarship, primary school' },
  BEASISWA_SMP: { id: 'Beasiswa SMP', en: 'Scholarship, junior secondary school' },
  BEASISWA_SMA: { id: 'Beasiswa SMA', en: 'Scholarship, senior secondary school' },
  BEASISWA_PT: { id: 'Beasiswa perguruan tinggi', en: 'Scholarship, university' },
} as const satisfies Record<string, Text>;
export type BenefitCode = keyof typeof BENEFITS;

const rule = (
  programme: ClaimTypeRule['programme'],
  stages: ClaimTypeRule['stages'],
  id: string,
  en: string,
  legalBasis: readonly LegalBasis[],
  lines: readonly BenefitCode[],
): ClaimTypeRule => ({ label: { id, en }, programme, stages, legalBasis, lines });

/** A work accident has two reports (Pasal 43 ayat (4), 44); two events are named as having one (Pasal 45). */
const TWO = [LAW.phase1, LAW.phase2];
const ONE = [LAW.oneStage];
/** No article was seen that says how these are reported: they have no outcome to wait for, so one report is enough. */
const OWN = [LAW.own];

/** The closed list of claim types. */
export const CLAIM_TYPES = {
  JKK_RAWAT_LN: rule('JKK', 'two', 'Perawatan di negara penempatan', 'Treatment abroad after an accident', TWO, [
    'JKK_RAWAT_LN',
    ...AFTER_ACCIDENT,
    'JKK_CACAT_SEBAGIAN',
    'JKK_CACAT_TOTAL',
    'JKK_BERKALA',
    'JKK_MENINGGAL',
    'JKK_PULANG_KECELAKAAN',
  ]),
  JKK_RAWAT_RI: rule('JKK', 'two', 'Perawatan di Indonesia', 'Treatment in Indonesia after an accident', TWO, [
    ...AFTER_ACCIDENT,
  ]),
  JKK_MENINGGAL: rule('JKK', 'two', 'Meninggal karena kecelakaan kerja', 'Death by work accident', TWO, [
    'JKK_MENINGGAL',
    'JKK_RAWAT_LN',
    'JKK_RAWAT_RI',
    'JKK_TRANSPORT',
  ]),
  JKK_CACAT_SEBAGIAN: rule('JKK', 'two', 'Cacat sebagian', 'Partial disability', TWO, [
    'JKK_CACAT_SEBAGIAN',
    'JKK_PELATIHAN',
    ...AFTER_ACCIDENT,
  ]),
  JKK_CACAT_TOTAL: rule('JKK', 'two', 'Cacat total tetap', 'Total permanent disability', TWO, [
    'JKK_CACAT_TOTAL',
    'JKK_BERKALA',
    ...AFTER_ACCIDENT,
  ]),
  JKK_PHK_KECELAKAAN: rule('JKK', 'two', 'PHK akibat kecelakaan', 'Dismissal after an accident', TWO, [
    'JKK_PHK_KECELAKAAN',
    'JKK_PULANG_KECELAKAAN',
  ]),
  JKK_GAGAL_BERANGKAT: rule('JKK', 'one', 'Gagal berangkat', 'Failed departure', ONE, ['JKK_GAGAL_BERANGKAT']),
  JKK_KERUGIAN_PULANG: rule('JKK', 'one', 'Kerugian saat pulang', 'Loss on the way home', ONE, ['JKK_KERUGIAN_PULANG']),
  JKK_GAGAL_DITEMPATKAN: rule('JKK', 'one', 'Gagal ditempatkan', 'Failed placement', OWN, ['JKK_GAGAL_DITEMPATKAN']),
  JKK_TIDAK_SESUAI_PK: rule('JKK', 'one', 'Tidak sesuai perjanjian kerja', 'Placed against the contract', OWN, [
    'JKK_TIDAK_SESUAI_PK',
  ]),
  JKK_PHK_SEPIHAK: rule('JKK', 'one', 'PHK sepihak', 'Dismissal without an accident', OWN, [
    'JKK_PHK_SEPIHAK',
    'JKK_PULANG_BERMASALAH',
  ]),
  JKK_PEMERKOSAAN: {
    ...rule('JKK', 'one', 'Pemerkosaan', 'Rape', OWN, ['JKK_PEMERKOSAAN', 'JKK_PULANG_BERMASALAH']),
    restricted: true,
  },
  JKK_PEMULANGAN: rule('JKK', 'one', 'Pemulangan', 'Journey home', OWN, [
    'JKK_PULANG_BERMASALAH',
    'JKK_PULANG_KECELAKAAN',
  ]),
  JKM_SEBELUM: rule(
    'JKM',
    'one',
    'Meninggal sebelum bekerja',
    'Death before work',
    [LAW.deathDocuments],
    ['JKM_SEBELUM'],
  ),
  JKM_SELAMA: rule('JKM', 'one', 'Meninggal selama bekerja', 'Death during work', [LAW.deathDocuments], ['JKM_SELAMA']),
  JKM_SETELAH: rule(
    'JKM',
    'one',
    'Meninggal setelah bekerja',
    'Death after work',
    [LAW.deathDocuments],
    ['JKM_SETELAH'],
  ),
  JHT_MENINGGAL: rule('JHT', 'one', 'JHT karena meninggal', 'Savings after death', [LAW.savings], ['JHT_MENINGGAL']),
  JHT_CACAT_TOTAL: rule(
    'JHT',
    'one',
    'JHT karena cacat total tetap',
    'Savings after total disability',
    [LAW.savings],
    ['JHT_CACAT_TOTAL'],
  ),
  JHT_USIA_56: rule('JHT', 'one', 'JHT usia 56 tahun', 'Savings at the age of 56', [LAW.savings], ['JHT_USIA_56']),
  JHT_GAGAL_BERANGKAT: rule(
    'JHT',
    'one',
    'JHT karena gagal berangkat',
    'Savings after a failed departure',
    [LAW.savings],
    ['JHT_GAGAL_BERANGKAT'],
  ),
  BEASISWA: rule(
    'JKM',
    'one',
    'Beasiswa anak',
    'Scholarship of a child',
    [LAW.scholarship],
    ['BEASISWA_TK', 'BEASISWA_SD', 'BEASISWA_SMP', 'BEASISWA_SMA', 'BEASISWA_PT'],
  ),
} as const satisfies Record<string, ClaimTypeRule>;
export type ClaimType = keyof typeof CLAIM_TYPES;

export const CLAIM_TYPE_CODES = Object.keys(CLAIM_TYPES) as [ClaimType, ...ClaimType[]];
export const BENEFIT_CODES = Object.keys(BENEFITS) as [BenefitCode, ...BenefitCode[]];

/** Undefined for a code that is no claim type. */
export function claimTypeRule(claimType: string): ClaimTypeRule | undefined {
  return Object.hasOwn(CLAIM_TYPES, claimType) ? CLAIM_TYPES[claimType as ClaimType] : undefined;
}

/** The command that opens a claim of a type: work accidents are reported in two stages, everything else in one. */
export function openingCommandOf(claimType: string): 'reportAccident' | 'openClaim' {
  return claimTypeRule(claimType)?.stages === 'two' ? 'reportAccident' : 'openClaim';
}

/** Claims of violence: they are passed on by a supervising office only. */
export const SENSITIVE_CLAIMS: readonly string[] = ['JKK_PEMERKOSAAN'];
