import type { Text } from '@titian/domain';
import { columnName, type Column } from './columns.ts';

/** Why a row is not registered, or what a person must look at: its column, the rule and what to do. Never a value. */
export interface RowFault {
  readonly code: string;
  /** Name of the column as reports give it; {@link WHOLE_ROW} for the row as a whole. */
  readonly column: string;
  readonly rule: Text;
  readonly remedy: Text;
}

/** Stands where a column would, in what concerns no single one. */
export const WHOLE_ROW = 'baris';

const fault = (code: string, column: Column | null, rule: Text, remedy: Text): RowFault => ({
  code,
  column: column === null ? WHOLE_ROW : columnName(column),
  rule,
  remedy,
});

const SAME: Text = {
  id: 'Petugas memutuskan apakah orangnya sama; tidak ada yang digabung otomatis.',
  en: 'A person decides whether it is the same worker; nothing is merged by machine.',
};
const CHECK: Text = { id: 'Periksa baris itu.', en: 'Check the row.' };

/** Every reason that a row itself can give; those of the rules of a placement come as the domain words them. */
export const FAULTS = {
  missing: (column: Column) =>
    fault(
      'row/missing',
      column,
      { id: 'Kolom ini kosong.', en: 'The cell is empty.' },
      { id: 'Isi kolom ini.', en: 'Fill it in.' },
    ),
  needed: (column: Column, by: Column) =>
    fault(
      'row/needed',
      column,
      {
        id: `Kolom ini wajib karena ${columnName(by)} terisi.`,
        en: `The cell is needed because ${columnName(by)} is filled in.`,
      },
      { id: `Isi kolom ini, atau kosongkan ${columnName(by)}.`, en: `Fill it in, or empty ${columnName(by)}.` },
    ),
  day: (column: Column) =>
    fault(
      'row/day',
      column,
      { id: 'Isinya bukan tanggal yang ada.', en: 'The cell is not a day that exists.' },
      {
        id: 'Tulis 2025-03-31, 31/03/2025 (hari dahulu) atau 31 Maret 2025, dengan tahun empat angka.',
        en: 'Write 2025-03-31, 31/03/2025 (day first) or 31 Maret 2025, with a year of four digits.',
      },
    ),
  choice: (column: Column, known: readonly string[]) =>
    fault(
      'row/unknown-code',
      column,
      { id: 'Kode ini tidak dikenal.', en: 'The code is not known.' },
      { id: `Pilih salah satu: ${known.join(', ')}.`, en: `Choose one of ${known.join(', ')}.` },
    ),
  country: () =>
    fault(
      'row/unknown-code',
      'country',
      { id: 'Negara ini tidak dikenal.', en: 'The country is not known.' },
      {
        id: 'Tulis nama negara atau kode dua huruf, misalnya Hong Kong atau HK.',
        en: 'Write the name of the country or its code of two letters, e.g. Hong Kong or HK.',
      },
    ),
  place: () =>
    fault(
      'row/unknown-code',
      'areaCode',
      { id: 'Tidak ada desa atau kelurahan dengan kode ini.', en: 'No village has this code.' },
      {
        id: 'Gunakan kode wilayah Kemendagri, misalnya 35.05.08.2003 (Tambakrejo).',
        en: 'Use the code of the interior ministry, e.g. 35.05.08.2003 (Tambakrejo).',
      },
    ),
  outside: () =>
    fault(
      'row/outside-area',
      'areaCode',
      { id: 'Desa ini di luar wilayah Anda.', en: 'The village lies outside your area.' },
      {
        id: 'Kirim baris ini lewat kantor yang berwenang.',
        en: 'Send the row through the office that answers for it.',
      },
    ),
  nikAsNumber: () =>
    fault(
      'row/nik-as-number',
      'nik',
      {
        id: 'NIK tersimpan sebagai angka; lembar kerja mengubah angka terakhirnya.',
        en: 'The NIK is stored as a number, and a spreadsheet changes the last digit of such a one.',
      },
      {
        id: 'Ubah format kolom menjadi Teks, lalu ketik ulang NIK dari KTP.',
        en: 'Format the column as text and type the NIK again from the identity card.',
      },
    ),
  shape: (column: Column, rule: string) =>
    fault(
      'row/shape',
      column,
      { id: `Isi kolom ini tidak sesuai: ${rule}.`, en: `The cell does not fit: ${rule}.` },
      CHECK,
    ),
  broken: (column: Column) =>
    fault(
      'row/broken-cell',
      column,
      {
        id: 'Rumus di sel ini gagal, atau isinya bukan teks.',
        en: 'The formula of the cell fails, or what stands in it is no text.',
      },
      { id: 'Ganti dengan isi yang diketik.', en: 'Type the value instead.' },
    ),
  extra: () =>
    fault(
      'row/extra-cells',
      null,
      { id: 'Baris ini mempunyai sel di luar baris judul.', en: 'The row has cells beyond the header.' },
      {
        id: 'Mungkin ada pemisah di dalam teks: beri tanda kutip pada teks itu.',
        en: 'There may be a separator inside a text: put that text into quotes.',
      },
    ),
  twin: (row: number) =>
    fault(
      'row/twin',
      null,
      { id: `Penempatan yang sama sudah ada di baris ${row}.`, en: `Row ${row} holds the same placement.` },
      { id: 'Hapus salah satu dari kedua baris.', en: 'Remove one of the two rows.' },
    ),
  tooOften: (most: number) =>
    fault(
      'row/too-often',
      null,
      {
        id: `Orang yang sama, atau tampak sama, sudah ada di ${most} baris.`,
        en: `The same worker, or one who looks the same, is in ${most} rows already.`,
      },
      { id: 'Isi NIK yang benar, atau hapus baris ganda.', en: 'Give the right NIK, or remove what is there twice.' },
    ),
  overlaps: (where: Text) =>
    fault(
      'row/contracts-overlap',
      'contractFrom',
      {
        id: `Kontrak ini tumpang tindih dengan kontrak orang yang sama di ${where.id}.`,
        en: `The contract overlaps with one of the same worker in ${where.en}.`,
      },
      {
        id: 'Periksa masa kedua kontrak; perubahan kontrak dicatat di kasusnya dengan changeContract.',
        en: 'Check the terms of both; a change of contract is recorded in its case with changeContract.',
      },
    ),
  differs: (caseId: string) =>
    fault(
      'row/differs',
      null,
      {
        id: `Penempatan ini sudah terdaftar sebagai ${caseId}, dan isinya berbeda.`,
        en: `The placement is registered already as ${caseId}, with other content.`,
      },
      { id: 'Perbaiki di kasusnya, bukan lewat daftar.', en: 'Correct it in the case, not by a list.' },
    ),
  failed: () =>
    fault(
      'row/not-registered',
      null,
      { id: 'Sistem gagal mendaftarkan baris ini.', en: 'The system failed to register the row.' },
      { id: 'Kirim daftar yang sama lagi nanti.', en: 'Send the same list again later.' },
    ),
  likeWorker: (where: Text) =>
    fault(
      'row/like-worker',
      'name',
      {
        id: `Nama, tanggal lahir, dan desa yang sama juga ada di ${where.id}.`,
        en: `The same name, day of birth and village are in ${where.en}.`,
      },
      SAME,
    ),
  sameWorker: (where: Text) =>
    fault(
      'row/same-worker',
      'nik',
      { id: `NIK ini juga ada di ${where.id}.`, en: `The same NIK is in ${where.en}.` },
      SAME,
    ),
} as const;
