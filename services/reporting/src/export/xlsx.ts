import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Table } from './table.ts';

/** What a reader of the sheet must know: as label and text. */
export type Notes = readonly (readonly [label: string, text: string])[];

const bold = (value: string): Cell => ({ value, fontWeight: 'bold' });

/** An Excel workbook: the table, and a sheet that says what the figures are and are not. */
export async function toXlsx({ columns, rows }: Table, notes: Notes): Promise<Buffer> {
  const table: SheetData = [columns.map(bold), ...rows.map((row) => row.map((value): Cell => value))];
  const told: SheetData = notes.map(([label, text]) => [bold(label), text]);
  return writeExcelFile([
    { data: table, sheet: 'Data', stickyRowsCount: 1 },
    { data: told, sheet: 'Keterangan', columns: [{ width: 30 }, { width: 100 }] },
  ]).toBuffer();
}
