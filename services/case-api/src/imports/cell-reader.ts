import type { PlainDay } from '@titian/domain';
import { textCell, type Cell } from './cells.ts';
import type { Column, Header } from './columns.ts';
import { FAULTS, type RowFault } from './row-fault.ts';
import { choiceOf, dayOf, plainText, type Choices } from './values.ts';

const EMPTY = textCell('');

/** Reads the cells of one row by column and gathers every fault on the way. */
export class CellReader {
  readonly faults: RowFault[] = [];

  constructor(
    private readonly cells: readonly Cell[],
    private readonly header: Header,
  ) {
    if (cells.some((cell, index) => !header.headed.has(index) && plainText(cell) !== ''))
      this.faults.push(FAULTS.extra());
  }

  cell(column: Column): Cell {
    return this.cells[this.header.at.get(column) ?? -1] ?? EMPTY;
  }

  isFilled = (column: Column): boolean => this.cell(column).kind === 'error' || plainText(this.cell(column)) !== '';

  /** What a filled cell means; undefined for an empty one, and for one that means nothing, which is a fault. */
  read<T>(column: Column, as: (given: Cell) => T | undefined, wrong: () => RowFault): T | undefined {
    if (!this.isFilled(column)) return undefined;
    const cell = this.cell(column);
    const value = cell.kind === 'error' || /\p{Cc}/u.test(plainText(cell)) ? undefined : as(cell);
    if (value === undefined) this.faults.push(cell.kind === 'error' ? FAULTS.broken(column) : wrong());
    return value;
  }

  text = (column: Column, as: (given: Cell) => string = plainText): string | undefined =>
    this.read(column, as, () => FAULTS.broken(column));

  day = (column: Column): PlainDay | undefined => this.read(column, dayOf, () => FAULTS.day(column));

  choice = <T extends string>(column: Column, choices: Choices<T>): T | undefined =>
    this.read(
      column,
      (given) => choiceOf(given, choices),
      () =>
        FAULTS.choice(
          column,
          choices.map(([, [word]]) => word),
        ),
    );

  /** True if any of them is filled; then the others must be. */
  together(columns: readonly Column[]): boolean {
    const first = columns.find(this.isFilled);
    if (first === undefined) return false;
    this.faults.push(
      ...columns.filter((column) => !this.isFilled(column)).map((column) => FAULTS.needed(column, first)),
    );
    return true;
  }
}
