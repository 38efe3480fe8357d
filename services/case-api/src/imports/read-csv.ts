import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { continued, headOf } from './byte-source.ts';
import { textCell, type Cell, type FileNotes, type ListRow } from './cells.ts';
import { unreadable } from './unreadable.ts';

/** A header or a record longer than this is no list of people, e.g. a quote that is never closed. */
const MAX_RECORD_BYTES = 65_536;
const SEPARATORS = { ',': ',', ';': ';', TAB: '\t' } as const;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads comma-separated values, record by record. The separator is what the header has most of; a line `sep=;` of Excel
 * names it. Fields are read as UTF-8, and as Windows-1252 where they are none: lists are pasted together from both.
 * `notes` tells what was found.
 *
 * @throws ProblemError 422 if a quote is never closed, or the file is UTF-16
 */
export async function* readCsv(bytes: AsyncIterable<Buffer>, notes: FileNotes): AsyncGenerator<ListRow> {
  const source = bytes[Symbol.asyncIterator]();
  const { head, separator } = beginning(await headOf(source, hasHeader));
  notes.separator = separator;
  const parser = parse({
    delimiter: SEPARATORS[separator],
    encoding: null,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  const feeding = pipeline(Readable.from(continued(head, source), { objectMode: false }), parser);
  feeding.catch(() => undefined); // the reading below ends with the same fault
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<readonly Buffer[]>) {
      row += 1;
      const decoded = record.map(decode);
      if (decoded.some(({ old }) => old)) notes.windows1252Rows += 1;
      yield { row, cells: decoded.map(({ cell }) => cell) };
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenAt(recordsBefore(error) + 1) : error;
  }
  await feeding;
}

/** Records that the parser had read whole; it is ahead of what was taken from it. */
const recordsBefore = (error: CsvError): number => (error as CsvError & { records?: number }).records ?? 0;

/** Two lines, because the first may only name the separator; fewer if they are too long. */
const hasHeader = (head: Buffer): boolean =>
  head.length >= MAX_RECORD_BYTES || head.toString('latin1').split(/\r\n?|\n/, 3).length === 3;

function beginning(given: Buffer): { readonly head: Buffer; readonly separator: keyof typeof SEPARATORS } {
  if ((given[0] === 0xff && given[1] === 0xfe) || (given[0] === 0xfe && given[1] === 0xff)) throw utf16();
  const head = given.subarray(0, 3).equals(UTF8_MARK) ? given.subarray(3) : given;
  const named = /^"?sep=([,;\t])"?(\r\n?|\n)/i.exec(head.subarray(0, 16).toString('latin1'));
  const [line = '', sign] = named ?? [];
  const rest = head.subarray(line.length);
  const known = (Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]).find((name) => SEPARATORS[name] === sign);
  return { head: rest, separator: known ?? separatorOf(rest.toString('latin1')) };
}

/** What the header has most of, outside quotes; a comma if it has none of them. */
function separatorOf(text: string): keyof typeof SEPARATORS {
  const [header = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r|\n/, 1);
  const counts = (Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]).map((name) => ({
    name,
    count: header.split(SEPARATORS[name]).length,
  }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).name;
}

function decode(field: Buffer): { readonly cell: Cell; readonly old: boolean } {
  try {
    return { cell: textCell(utf8.decode(field)), old: false };
  } catch {
    return { cell: textCell(iconv.decode(field, 'windows-1252')), old: true };
  }
}

const brokenAt = (row: number) =>
  unreadable(
    'broken-csv',
    {
      id: `Tanda kutip di baris ${row} tidak ditutup, sehingga baris sesudahnya tidak dapat dipisahkan.`,
      en: `A quote in row ${row} is never closed, so that the rows after it cannot be told apart.`,
    },
    {
      id: `Perbaiki tanda kutip di baris ${row}, atau simpan ulang dari aplikasi lembar kerja.`,
      en: `Correct the quotes in row ${row}, or save the file again from a spreadsheet.`,
    },
    { field: `/rows/${row}` },
  );

const utf16 = () =>
  unreadable(
    'utf-16',
    { id: 'Berkas ini ditulis dalam UTF-16.', en: 'The file is written in UTF-16.' },
    { id: 'Simpan sebagai "CSV UTF-8" atau XLSX.', en: 'Save it as "CSV UTF-8" or as XLSX.' },
    { status: 415 },
  );
