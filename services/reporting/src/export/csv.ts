import type { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Table } from './table.ts';

/** Comma-separated values (RFC 4180), row by row. What a spreadsheet would take for a formula is kept from being one. */
export function toCsv({ columns, rows }: Table): Readable {
  const writer = stringify({ header: true, columns: [...columns], escape_formulas: true, record_delimiter: 'windows' });
  void feed(writer, rows);
  return writer;
}

async function feed(writer: ReturnType<typeof stringify>, rows: Table['rows']): Promise<void> {
  for (const row of rows) {
    if (writer.destroyed) return; // the reader has gone
    if (!writer.write(row))
      await new Promise<void>((resolve) => void writer.once('drain', resolve).once('close', resolve));
  }
  writer.end();
}
