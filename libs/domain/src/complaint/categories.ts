import type { LegalBasis } from '../shared/legal-basis.ts';
import type { Text } from '../shared/text.ts';
import type { Body } from '../kernel/bodies.ts';
import { LAW } from './complaint.law.ts';

/** A kind of complaint and who may settle it. */
export interface CategoryRule {
  readonly label: Text;
  readonly legalBasis: readonly LegalBasis[];
  /** Bodies that may be given it; the first is the usual one. A body outside only gets it by referral or transfer. */
  readonly bodies: readonly Body[];
  /** Violence and trafficking: withdrawn only with a supervisor, read by named persons. */
  readonly sensitive: boolean;
  /** False where the worker often cannot be asked: dead, lost, held. */
  readonly workerCanConsent: boolean;
  /** Death, detention, violence, trafficking: urgent from the first moment, whoever files it. */
  readonly urgent: boolean;
}

type Traits = Partial<Pick<CategoryRule, 'sensitive' | 'workerCanConsent' | 'urgent' | 'legalBasis'>>;
const category = (id: string, en: string, bodies: readonly Body[], traits: Traits = {}): CategoryRule => ({
  label: { id, en },
  legalBasis: [LAW.statistics],
  bodies,
  sensitive: false,
  workerCanConsent: true,
  urgent: false,
  ...traits,
});

/** While the worker is abroad the ministry's office leads, with the mission. */
const ABROAD: readonly Body[] = ['BP3MI', 'KP2MI', 'PERWAKILAN'];
/** Before departure and after the return the regency settles it as well. */
const AT_HOME: readonly Body[] = ['DISNAKER', 'BP3MI', 'KP2MI'];
const CRIME: readonly Body[] = ['BP3MI', 'KP2MI', 'POLRI', 'LPSK', 'PERWAKILAN'];
const PROPOSED = { legalBasis: [LAW.own] };

/**
 * Categories by code, named as the official statistics name them. Who is competent for which is a proposal of this system:
 * no text that assigns them was seen.
 */
export const CATEGORIES: Readonly<Record<string, CategoryRule>> = {
  INGIN_DIPULANGKAN: category('Ingin dipulangkan', 'Wants to be brought home', ABROAD),
  GAJI_TIDAK_DIBAYAR: category('Gaji tidak dibayar', 'Wages not paid', ['DISNAKER', ...ABROAD]),
  DEPORTASI: category('Deportasi atau repatriasi', 'Deported or repatriated', ['DISNAKER', ...ABROAD]),
  GAGAL_BERANGKAT: category('Gagal berangkat', 'Could not depart', AT_HOME),
  MENINGGAL_LN: category('Meninggal dunia di negara tujuan', 'Died abroad', ['DISNAKER', ...ABROAD], {
    workerCanConsent: false,
    urgent: true,
  }),
  PENIPUAN_KERJA: category('Penipuan peluang kerja', 'Job fraud', [...AT_HOME, 'POLRI']),
  HAMIL_PUNYA_ANAK: category('Hamil atau punya anak', 'Pregnant or with a child', ['DISNAKER', ...ABROAD]),
  SAKIT: category('Sakit', 'Ill', ['DISNAKER', ...ABROAD]),
  JAMINAN_SOSIAL: category('Jaminan sosial PMI', 'Social security', [...AT_HOME, 'BPJS']),
  TPPO: category('Perdagangan orang (TPPO)', 'Human trafficking', CRIME, {
    sensitive: true,
    workerCanConsent: false,
    urgent: true,
  }),
  PHK_SEPIHAK: category('PHK sepihak', 'Dismissed without cause', ['DISNAKER', ...ABROAD]),
  BIAYA_BERLEBIH: category('Biaya penempatan berlebih', 'Overcharged for the placement', AT_HOME),
  PEKERJAAN_TIDAK_SESUAI: category('Pekerjaan tidak sesuai perjanjian kerja', 'Other work than agreed', [
    'DISNAKER',
    ...ABROAD,
  ]),
  DOKUMEN_DITAHAN: category('Penahanan dokumen', 'Papers withheld', ['DISNAKER', ...ABROAD]),
  KEKERASAN: category('Pelecehan atau kekerasan', 'Abuse or violence', CRIME, {
    sensitive: true,
    workerCanConsent: false,
    urgent: true,
  }),
  HILANG_KONTAK: category('Putus atau hilang kontak', 'Out of contact', ABROAD, { workerCanConsent: false }),
  OVERSTAY: category('Overstay', 'Overstayed', ABROAD),
  DITAHAN: category('Penahanan atau kriminalisasi', 'Detained or prosecuted', ABROAD, {
    workerCanConsent: false,
    urgent: true,
  }),
  PEMALSUAN_DOKUMEN: category('Pemalsuan dokumen', 'Forged papers', [...AT_HOME, 'POLRI'], PROPOSED),
  DOKUMEN_TIDAK_LENGKAP: category('Berangkat tanpa dokumen lengkap', 'Left without complete papers', AT_HOME, PROPOSED),
  PERMINTAAN_INFORMASI: category(
    'Permintaan informasi atau konsultasi',
    'Asks for information or advice',
    ['DESA', 'KECAMATAN', ...AT_HOME],
    PROPOSED,
  ),
  LAINNYA: category('Lainnya', 'Other', ['DESA', 'KECAMATAN', ...AT_HOME], PROPOSED),
};

/** The rule of a category, undefined if there is none of that code. */
export const categoryOf = (code: unknown): CategoryRule | undefined =>
  typeof code === 'string' && Object.hasOwn(CATEGORIES, code) ? CATEGORIES[code] : undefined;
