import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { ImportedRow } from '@titian/persistence';
import type { RowFault } from './row-fault.ts';

const COLUMNS = ['baris', 'status', 'nomor_kasus', 'kolom', 'kode', 'aturan', 'tindakan', 'rule', 'remedy'];
/** Bytes that tell Excel that a CSV is UTF-8. */
const UTF8_MARK = '\ufeff';

/**
 * The report of a list as CSV, in order of rows: one line for each fault or notice, and one for each row without any. What a
 * spreadsheet would take for a formula is kept from being one.
 */
export function reportCsv(rows: AsyncIterable<ImportedRow>): Readable {
  const writer = stringify({ header: true, columns: COLUMNS, escape_formulas: true, record_delimiter: 'windows' });
  writer.push(UTF8_MARK);
  pipeline(Readable.from(linesOf(rows)), writer).catch((error: unknown) => writer.destroy(error as Error));
  return writer;
}

async function* linesOf(rows: AsyncIterable<ImportedRow>): AsyncGenerator<readonly (string | number)[]> {
  for await (const { row, status, caseNumber, faults } of rows) {
    const start = [row, status, caseNumber ?? ''];
    if (faults.length === 0) yield [...start, '', '', '', '', '', ''];
    for (const { column, code, rule, remedy } of faults as readonly RowFault[])
      yield [...start, column, code, rule.id, remedy.id, rule.en, remedy.en];
  }
}
