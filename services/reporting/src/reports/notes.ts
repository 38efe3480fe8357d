import type { Notes } from '../export/xlsx.ts';
import type { Report } from './measures.ts';

/** How far the figures are and how they are to be read, in both languages. */
export function notesOf(
  report: Report,
  { asOf, complete, least }: { readonly asOf: string; readonly complete: boolean; readonly least: number },
): Notes {
  return [
    [report.title.id, report.title.en],
    ['Per tanggal / as of', asOf],
    ['Lengkap / complete', complete ? 'ya / yes' : 'belum: data sedang dibangun ulang / no: being rebuilt'],
    [
      'suppressed',
      `Angka 1 sampai ${least - 1} tidak ditampilkan, begitu juga angka lain yang dapat membukanya. / Counts from 1 to ${least - 1} are not shown, nor are others that would give them away.`,
    ],
    [
      'unverifiedLaw',
      'Jam yang tenggatnya belum diperiksa pada peraturannya. / Clocks whose time limit has not been checked in the law itself.',
    ],
    ...report.measures.map(({ name, label }) => [name, `${label.id} / ${label.en}`] as const),
  ];
}
