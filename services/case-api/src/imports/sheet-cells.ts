import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { textCell, type Cell, type ListRow } from './cells.ts';
import { attributeOf, bareName, type SharedStrings } from './workbook.ts';

const DAY_MS = 86_400_000;
/** Serial 0 of a workbook that counts from 1900, as if 29 February 1900 had been. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** The last day that a spreadsheet shows: 31 December 9999. */
const LAST_SERIAL = 2_958_465;
/** A sheet has no column after XFD. */
const MAX_COLUMNS = 16_384;

/** No spreadsheet writes more into a cell. */
const MAX_CELL_CHARACTERS = 32_767;

/** What the cells of a sheet point to. */
export interface CellContext {
  readonly strings: Pick<SharedStrings, 'get'>;
  readonly isDay: (style: number) => boolean;
  readonly from1904: boolean;
}

/** Rows out of the text of a sheet, piece by piece. @throws Error if it is no XML */
export function sheetCells(context: CellContext): {
  write: (text: string) => readonly ListRow[];
  close: () => readonly ListRow[];
} {
  const parser = new SaxesParser();
  let rows: ListRow[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let column = 0;
  let open: { readonly type: string; readonly style: number; text: string } | null = null;
  let isText = false;

  parser.on('opentag', (tag) => {
    switch (bareName(tag.name)) {
      case 'row':
        row = Number(attributeOf(tag, 'r') ?? row + 1);
        cells = [];
        column = 0;
        break;
      case 'c':
        column = columnOf(tag) ?? column;
        open = { type: attributeOf(tag, 't') ?? 'n', style: Number(attributeOf(tag, 's') ?? '0'), text: '' };
        break;
      case 'v':
      case 't':
        isText = true;
        break;
    }
  });
  parser.on('text', (part) => {
    if (isText && open !== null && open.text.length < MAX_CELL_CHARACTERS) open.text += part;
  });
  parser.on('closetag', (tag) => {
    switch (bareName(tag.name)) {
      case 'v':
      case 't':
        isText = false;
        break;
      case 'c':
        if (open !== null && column < MAX_COLUMNS) {
          while (cells.length < column) cells.push(textCell(''));
          cells[column] = toCell(open, context);
          column += 1;
        }
        open = null;
        break;
      case 'row':
        rows.push({ row, cells });
        break;
    }
  });
  const taken = (): readonly ListRow[] => {
    const done = rows;
    rows = [];
    return done;
  };
  return {
    write: (text) => {
      parser.write(text);
      return taken();
    },
    close: () => {
      parser.close();
      return taken();
    },
  };
}

/** `C7` is column 2; undefined where a program leaves the place out. */
function columnOf(tag: SaxesTagPlain): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(attributeOf(tag, 'r') ?? '') ?? [];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function toCell(
  { type, style, text }: { readonly type: string; readonly style: number; readonly text: string },
  { strings, isDay, from1904 }: CellContext,
): Cell {
  switch (type) {
    case 's':
      return textCell(strings.get(Number(text)) ?? '');
    case 'n': {
      const value = Number(text);
      if (text.trim() === '') return textCell('');
      if (!Number.isFinite(value)) return { kind: 'error', text: '' };
      return isDay(style) ? dayCell(from1904 ? value + DAYS_TO_1904 : value) : numberCell(value);
    }
    case 'd':
      return { kind: 'day', text: text.slice(0, 10) };
    case 'e':
      return { kind: 'error', text: '' };
    default:
      return textCell(text);
  }
}

function dayCell(serial: number): Cell {
  if (serial < 1 || serial > LAST_SERIAL) return { kind: 'error', text: '' };
  return { kind: 'day', text: new Date(EPOCH + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10) };
}

const numberCell = (value: number): Cell => ({
  kind: 'number',
  text: Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value),
});
