/** What stands in a cell: text as it was typed, a number or a day of a spreadsheet, or a formula that failed. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'day' | 'error';
  /** Days as YYYY-MM-DD; numbers as digits, without exponent where they are whole. */
  readonly text: string;
}

/** A row of a list. `row` counts as a spreadsheet shows it: the header is row 1, blank rows count. */
export interface ListRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** How a file turned out to be written; complete once its last row was read. */
export interface FileNotes {
  format: 'CSV' | 'XLSX';
  /** Of CSV only. */
  separator: ',' | ';' | 'TAB' | null;
  /** Of CSV only: rows with a cell that is no UTF-8 and was read as Windows-1252. */
  windows1252Rows: number;
  /** Of XLSX only: the sheet that was read. */
  sheet: string | null;
}

export const textCell = (text: string): Cell => ({ kind: 'text', text });

/** A list may not be larger than this, as it is sent. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Rows of people in one list, and the last row that anything may stand in: blank rows cost time too. */
export const LIMITS = { rows: 100_000, lastRow: 200_000 };
