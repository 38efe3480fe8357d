import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { unreadable } from './unreadable.ts';

/** What must be known of a workbook before its first sheet can be read. */
export interface Book {
  readonly sheet: { readonly name: string; readonly path: string };
  /** Days count from 1904 instead of 1900. */
  readonly from1904: boolean;
}

/** A name without its prefix: some programs write `x:row`. */
export const bareName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its bare name. */
export function attributeOf({ attributes }: SaxesTagPlain, name: string): string | undefined {
  return Object.entries(attributes).find(([given]) => bareName(given) === name)?.[1];
}

/** Calls for each opened tag of a small part. */
function eachTag(xml: string, told: (name: string, tag: SaxesTagPlain) => void): void {
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    told(bareName(tag.name), tag);
  });
  parser.write(xml).close();
}

/** Where the first sheet lies. @throws ProblemError 422 if the workbook has no sheet */
export function fileOfFirstSheet(workbook: string, relations: string): Book {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  const targets = new Map<string, string>();
  let from1904 = false;
  if (workbook !== '') {
    eachTag(workbook, (name, tag) => {
      if (name === 'sheet') sheets.push({ name: attributeOf(tag, 'name') ?? '', id: tag.attributes['r:id'] ?? '' });
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributeOf(tag, 'date1904') ?? '');
    });
  }
  if (relations !== '') {
    eachTag(relations, (name, tag) => {
      if (name === 'Relationship') targets.set(attributeOf(tag, 'Id') ?? '', attributeOf(tag, 'Target') ?? '');
    });
  }
  const [first] = sheets;
  const target = targets.get(first?.id ?? '');
  if (first === undefined || target === undefined) throw noSheet();
  return { sheet: { name: first.name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }, from1904 };
}

/** Formats that every spreadsheet knows for days without their being written down (ECMA-376 18.8.30). */
const isDayFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Day, month or year outside quotes and brackets. */
const showsDays = (format: string): boolean => /[dmy]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Tells of the number of a style whether it shows a number as a day. */
export function readStyles(xml: string): (style: number) => boolean {
  const own = new Map<number, boolean>();
  const styles: number[] = [];
  let inCells = false;
  if (xml !== '') {
    eachTag(xml, (name, tag) => {
      if (name === 'numFmt')
        own.set(Number(attributeOf(tag, 'numFmtId')), showsDays(attributeOf(tag, 'formatCode') ?? ''));
      if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'cellStyles') inCells = name === 'cellXfs';
      if (name === 'xf' && inCells) styles.push(Number(attributeOf(tag, 'numFmtId') ?? '0'));
    });
  }
  const days = styles.map((format) => own.get(format) ?? isDayFormat(format));
  return (style) => days[style] ?? false;
}

/** The texts of a workbook, one after the other in one buffer: as strings, a hundred thousand names are as many objects. */
export class SharedStrings {
  private bytes = Buffer.alloc(65_536);
  private readonly ends: number[] = [];

  get(index: number): string | undefined {
    const end = this.ends[index];
    return end === undefined ? undefined : this.bytes.toString('utf8', this.ends[index - 1] ?? 0, end);
  }

  private add(text: string): void {
    const start = this.ends.at(-1) ?? 0;
    const end = start + Buffer.byteLength(text);
    while (end > this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.bytes.length)]);
    this.bytes.write(text, start);
    this.ends.push(end);
  }

  /** Phonetic readings (`rPh`) are no part of a text. */
  listenTo(parser: SaxesParser): void {
    let text = '';
    let isOpen = false;
    let isReading = false;
    parser.on('opentag', (tag) => {
      const name = bareName(tag.name);
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      if (name === 't') isOpen = !isReading;
    });
    parser.on('text', (part) => {
      if (isOpen) text += part;
    });
    parser.on('closetag', (tag) => {
      const name = bareName(tag.name);
      if (name === 't') isOpen = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') this.add(text);
    });
  }
}

const noSheet = () =>
  unreadable(
    'no-sheet',
    { id: 'Buku kerja ini tidak mempunyai lembar.', en: 'The workbook has no sheet.' },
    { id: 'Letakkan daftar di lembar pertama.', en: 'Put the list on the first sheet.' },
  );
