import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { Seal } from '@titian/persistence';
import { LIMITS, type ListRow } from '../cells.ts';
import { readList, type OpenList } from '../read-list.ts';
import { RowJudge, type Judged } from '../row-judge.ts';

/** The village head of Tambakrejo, Wonotirto. */
export const HEAD = {
  id: 'kades',
  role: 'village_officer',
  office: 'desa:35.05.08.2003',
  area: '35.05.08.2003',
} as const;
export const NOW = '2026-03-02T03:00:00.000Z';
export const HEADER = 'kode_desa,nama,nik,negara,tanggal_berangkat,kontrak_mulai,kontrak_selesai';
const NIK_START = 3_505_081_201_900_001n;

/** NIKs that nobody has: the same number for the same person. */
export const nikOf = (person: number): string => String(NIK_START + BigInt(person));

/** A row that may be registered. */
export const goodRow = (person: number): string =>
  `35.05.08.2003,Orang ${person},${nikOf(person)},Hong Kong,2025-03-01,2025-03-01,2027-02-28`;

/** Bytes in pieces, as a network delivers them. */
export async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** Every row of a file, judged as sent by the village head. */
export async function judged(file: Buffer | string, pieces = 1000): Promise<readonly Judged[]> {
  const list = await readList(inPieces(Buffer.from(file), pieces));
  const judge = newJudge();
  const rows: Judged[] = [];
  for await (const row of list.rows) rows.push(judge.judge(row, list.header));
  return rows;
}

export const newJudge = (): RowJudge =>
  new RowJudge(HEAD, { isKnown: (area) => area !== '35.05.08.2999' }, new Seal('ab'.repeat(32)), NOW);

/** Rows of a file, unjudged, and how it was written. */
export async function rowsOf(
  file: Buffer | string,
  pieces = 1000,
  limits = LIMITS,
): Promise<Omit<OpenList, 'rows'> & { readonly rows: readonly ListRow[] }> {
  const list = await readList(inPieces(Buffer.from(file), pieces), limits);
  const rows: ListRow[] = [];
  for await (const row of list.rows) rows.push(row);
  return { ...list, rows };
}

/** The code, column and row of each fault, in short. */
export const faultsOf = (rows: readonly Judged[]): readonly string[] =>
  rows.flatMap((each) => (each.ok ? [] : each.faults.map(({ code, column }) => `${each.row} ${column} ${code}`)));

/** A workbook with one sheet. */
export const workbook = (data: SheetData): Promise<Buffer> =>
  writeExcelFile([{ data, sheet: 'Daftar PMI' }]).toBuffer();
