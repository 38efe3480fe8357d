import { SaxesParser } from 'saxes';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { FileNotes, ListRow } from './cells.ts';
import { sheetCells } from './sheet-cells.ts';
import { unreadable } from './unreadable.ts';
import { fileOfFirstSheet, readStyles, SharedStrings, type Book } from './workbook.ts';

/** What a part may unpack to: 100,000 rows take 47 MB; a bomb takes gigabytes. */
const MAX_PART_BYTES = 128 * 1024 * 1024;
const MAX_STRINGS_BYTES = 64 * 1024 * 1024;
const MAX_BOOK_BYTES = 4 * 1024 * 1024;
const MAX_PARTS = 1000;

/**
 * Reads the first sheet of a workbook, row by row: the packed file is held in memory, the sheet never is. Blank rows and
 * cells are not written in a workbook; numbers of rows are the spreadsheet's own.
 *
 * @throws ProblemError 422 if it is no workbook, 413 if a part unpacks to more than a list can need
 */
export async function* readXlsx(file: Buffer, notes: FileNotes): AsyncGenerator<ListRow> {
  try {
    const zip = await fromBufferPromise(file, { lazyEntries: true, autoClose: false });
    const parts = await partsOf(zip);
    const book = await readBook(zip, parts);
    notes.sheet = book.sheet.name;
    for await (const text of textOf(zip, partAt(parts, book.sheet.path), MAX_PART_BYTES)) {
      yield* book.cells.write(text);
    }
    yield* book.cells.close();
  } catch (error) {
    throw error instanceof Error && error.name !== 'ProblemError' ? broken() : error;
  }
}

async function partsOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const parts = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, entry);
    if (parts.size > MAX_PARTS) throw tooLarge();
  }
  return parts;
}

async function readBook(
  zip: ZipFile,
  parts: ReadonlyMap<string, Entry>,
): Promise<Book & { readonly cells: ReturnType<typeof sheetCells> }> {
  const small = async (path: string): Promise<string> => {
    let whole = '';
    const part = parts.get(path);
    if (part === undefined) return whole;
    for await (const text of textOf(zip, part, MAX_BOOK_BYTES)) whole += text;
    return whole;
  };
  const book = fileOfFirstSheet(await small('xl/workbook.xml'), await small('xl/_rels/workbook.xml.rels'));
  const styles = readStyles(await small('xl/styles.xml'));
  const strings = new SharedStrings();
  const part = parts.get('xl/sharedStrings.xml');
  if (part !== undefined) {
    const parser = new SaxesParser();
    strings.listenTo(parser);
    for await (const text of textOf(zip, part, MAX_STRINGS_BYTES)) parser.write(text);
    parser.close();
  }
  return { ...book, cells: sheetCells({ strings, isDay: styles, from1904: book.from1904 }) };
}

const partAt = (parts: ReadonlyMap<string, Entry>, path: string): Entry => {
  const part = parts.get(path);
  if (part === undefined) throw broken();
  return part;
};

/** The text of a part as it is unpacked. @throws ProblemError 413 beyond the limit, whatever the packed file promises */
async function* textOf(zip: ZipFile, part: Entry, limit: number): AsyncGenerator<string> {
  const stream = await zip.openReadStreamPromise(part);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge();
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

const broken = () =>
  unreadable(
    'broken-xlsx',
    { id: 'Berkas ini bukan buku kerja Excel yang utuh.', en: 'The file is not a whole Excel workbook.' },
    {
      id: 'Buka di aplikasi lembar kerja dan simpan ulang sebagai XLSX tanpa sandi, atau sebagai CSV UTF-8.',
      en: 'Open it in a spreadsheet and save it again as XLSX without a password, or as CSV UTF-8.',
    },
  );

const tooLarge = () =>
  unreadable(
    'unpacks-too-large',
    { id: 'Buku kerja ini terlalu besar setelah dibuka.', en: 'The workbook is too large once it is unpacked.' },
    {
      id: 'Simpan hanya lembar dengan daftar itu, atau bagi menjadi beberapa berkas.',
      en: 'Save only the sheet with the list, or divide it into several files.',
    },
    { status: 413 },
  );
