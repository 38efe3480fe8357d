import { continued, headOf } from './byte-source.ts';
import { LIMITS, type FileNotes, type ListRow } from './cells.ts';
import { headerOf, type Header } from './columns.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { unreadable } from './unreadable.ts';
import { plainText } from './values.ts';

/** A list whose header was read; its rows are read as they are asked for. */
export interface OpenList {
  readonly header: Header;
  /** Rows with something in them. */
  readonly rows: AsyncIterable<ListRow>;
  /** Complete once the last row was read. */
  readonly notes: FileNotes;
}

const PACKED = Buffer.from('PK\u0003\u0004', 'latin1');
/** Old Excel files, and new ones behind a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Opens a list, CSV or XLSX by its first bytes, and reads its header. Lines with a single cell above the header are titles.
 *
 * @throws ProblemError 413, 415 or 422 for a file that is no list; the rows throw it for what only shows later
 */
export async function readList(bytes: AsyncIterable<Buffer>, limits = LIMITS): Promise<OpenList> {
  const notes: FileNotes = { format: 'CSV', separator: null, windows1252Rows: 0, sheet: null };
  const rows = filled(await opened(bytes, notes), limits.lastRow);
  for (;;) {
    const next = await rows.next();
    if (next.done === true) throw empty();
    if (next.value.cells.filter((cell) => plainText(cell) !== '').length > 1)
      return { header: headerOf(next.value.cells), rows: counted(rows, limits.rows), notes };
  }
}

async function opened(bytes: AsyncIterable<Buffer>, notes: FileNotes): Promise<AsyncGenerator<ListRow>> {
  const source = bytes[Symbol.asyncIterator]();
  const head = await headOf(source, ({ length }) => length >= PACKED.length);
  const all = continued(head, source);
  if (head.subarray(0, 4).equals(COMPOUND)) throw oldExcel();
  if (!head.subarray(0, 4).equals(PACKED)) return readCsv(all, notes);
  notes.format = 'XLSX';
  const chunks: Buffer[] = [];
  for await (const chunk of all) chunks.push(chunk);
  return readXlsx(Buffer.concat(chunks), notes);
}

async function* filled(rows: AsyncGenerator<ListRow>, lastRow: number): AsyncGenerator<ListRow> {
  for await (const row of rows) {
    if (row.row > lastRow) throw tooMany();
    if (row.cells.some((cell) => cell.kind === 'error' || plainText(cell) !== '')) yield row;
  }
}

async function* counted(rows: AsyncGenerator<ListRow>, most: number): AsyncGenerator<ListRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > most) throw tooMany();
    yield row;
  }
  if (count === 0) throw empty();
}

const empty = () =>
  unreadable(
    'empty',
    { id: 'Daftar ini tidak berisi orang.', en: 'The list holds nobody.' },
    {
      id: 'Tulis nama kolom di baris pertama dan satu orang di setiap baris sesudahnya.',
      en: 'Write the names of the columns into the first row and one person into each row after it.',
    },
  );

const tooMany = () =>
  unreadable(
    'too-many-rows',
    {
      id: 'Daftar ini lebih dari 100.000 baris, atau ada isi di bawah baris 200.000.',
      en: 'The list has more than 100,000 rows, or something stands below row 200,000.',
    },
    { id: 'Bagi daftar itu menjadi beberapa berkas.', en: 'Divide the list into several files.' },
    { status: 413 },
  );

const oldExcel = () =>
  unreadable(
    'old-excel',
    {
      id: 'Berkas ini XLS lama, atau dilindungi kata sandi.',
      en: 'The file is an old XLS, or protected by a password.',
    },
    { id: 'Simpan sebagai XLSX tanpa sandi.', en: 'Save it as XLSX without a password.' },
    { status: 415 },
  );
