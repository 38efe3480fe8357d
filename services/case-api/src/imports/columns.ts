import type { Problem } from '@titian/http';
import type { Cell } from './cells.ts';
import { unreadable } from './unreadable.ts';

interface ColumnRule {
  /** The first is the name in templates and reports; all are understood. */
  readonly names: readonly [string, ...string[]];
  readonly isRequired?: true;
}

/** The columns of a village's list. */
export const COLUMNS = {
  areaCode: { names: ['kode_desa', 'kode_wilayah', 'kode_kelurahan', 'village_code', 'area_code'], isRequired: true },
  name: { names: ['nama', 'nama_lengkap', 'name', 'full_name'], isRequired: true },
  nik: { names: ['nik', 'no_nik', 'nomor_nik'] },
  bornOn: { names: ['tanggal_lahir', 'tgl_lahir', 'born_on', 'birth_date'] },
  passport: { names: ['paspor', 'no_paspor', 'nomor_paspor', 'passport', 'passport_number'] },
  phone: { names: ['telepon', 'no_telepon', 'no_hp', 'nomor_hp', 'hp', 'phone'] },
  country: { names: ['negara', 'negara_tujuan', 'negara_penempatan', 'country'], isRequired: true },
  placedBy: { names: ['penempatan', 'ditempatkan_oleh', 'placed_by'] },
  permitFrom: { names: ['izin_dari', 'surat_izin_dari', 'permit_from'] },
  registeredDay: { names: ['tanggal_daftar', 'tgl_daftar', 'registered_day'] },
  departureDay: { names: ['tanggal_berangkat', 'tgl_berangkat', 'departure_day'] },
  contractFrom: { names: ['kontrak_mulai', 'awal_kontrak', 'contract_from'] },
  contractUntil: { names: ['kontrak_selesai', 'akhir_kontrak', 'contract_until'] },
  premiumPaidDay: { names: ['tanggal_iuran', 'tgl_iuran', 'premium_paid_day'] },
  premiumMonths: { names: ['bulan_iuran', 'masa_iuran', 'premium_months'] },
  premiumReference: { names: ['nomor_iuran', 'kode_iuran', 'premium_reference'] },
  returnDay: { names: ['tanggal_pulang', 'tgl_pulang', 'return_day'] },
  returnKind: { names: ['jenis_pulang', 'cara_pulang', 'return_kind'] },
} as const satisfies Record<string, ColumnRule>;
export type Column = keyof typeof COLUMNS;

/** Columns that every list has and nobody needs here. */
const IGNORED = ['no', 'nomor', 'no_urut', 'nomor_urut', 'number', 'keterangan', 'catatan', 'remarks'];

/** The name of a column as reports give it. */
export const columnName = (column: Column): string => COLUMNS[column].names[0];

const ALL = Object.entries(COLUMNS) as [Column, ColumnRule][];
const BY_NAME = new Map(ALL.flatMap(([column, { names }]) => names.map((name) => [name, column] as const)));
const plain = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');

/** Where each column stands. A header is compared without case, accents of spelling, spaces and signs. */
export interface Header {
  readonly at: ReadonlyMap<Column, number>;
  /** Places that have a header, ignored ones too: what stands elsewhere belongs to no column. */
  readonly headed: ReadonlySet<number>;
  readonly found: readonly string[];
  readonly ignored: readonly string[];
}

/** @throws ProblemError 422 with one entry for each column that is missing, unknown or there twice */
export function headerOf(cells: readonly Cell[]): Header {
  const at = new Map<Column, number>();
  const ignored: string[] = [];
  const errors: NonNullable<Problem['errors']> = [];
  cells.forEach(({ text }, index) => {
    const name = plain(text);
    const column = BY_NAME.get(name);
    const place = `column ${index + 1}`;
    if (name === '' || IGNORED.includes(name)) {
      if (name !== '') ignored.push(name);
    } else if (column === undefined) {
      errors.push({ field: place, rule: `"${name.slice(0, 60)}" is not a column of this list`, remedy: KNOWN });
    } else if (at.has(column)) {
      errors.push({ field: place, rule: `"${columnName(column)}" is there twice`, remedy: 'keep one of the two' });
    } else at.set(column, index);
  });
  const missing = ALL.filter(([column, { isRequired }]) => isRequired === true && !at.has(column));
  errors.push(
    ...missing.map(([column]) => ({
      field: columnName(column),
      rule: `the column "${columnName(column)}" is missing`,
      remedy: `add it to the header; also understood: ${COLUMNS[column].names.slice(1).join(', ')}`,
    })),
  );
  if (errors.length > 0) throw badHeader(errors);
  const headed = new Set(cells.flatMap(({ text }, index) => (plain(text) === '' ? [] : [index])));
  return { at, headed, found: [...at.keys()].map(columnName), ignored };
}

const KNOWN = `rename or remove it; known: ${ALL.map(([column]) => columnName(column)).join(', ')}`;

const badHeader = (errors: NonNullable<Problem['errors']>) =>
  unreadable(
    'columns',
    {
      id: `Baris judul tidak cocok: ${errors.map(({ field }) => field).join(', ')}.`,
      en: `The header does not fit: ${errors.map(({ rule }) => rule).join('; ')}.`,
    },
    {
      id: `Perbaiki baris judul; nama kolom: ${ALL.map(([column]) => columnName(column)).join(', ')}.`,
      en: `Correct the header; names of columns: ${ALL.map(([column]) => columnName(column)).join(', ')}.`,
    },
    { field: '/header', errors },
  );
