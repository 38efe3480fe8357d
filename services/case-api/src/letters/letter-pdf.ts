import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Letter } from './letter.ts';

const resolve = createRequire(import.meta.url).resolve;
const font = (style: string): string => resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`);
const FONTS = { regular: font('400Regular'), bold: font('600SemiBold'), italic: font('400Regular_Italic') };

/** A4 in points; the margins leave room for a binder's holes. */
const PAGE = { size: 'A4', margins: { top: 52, bottom: 46, left: 71, right: 62 } } as const;
const SIZE = { body: 10.5, small: 8.5, head: 13 };
const LABEL_WIDTH = 128;
const INK = '#111111';
const GREY = '#555555';

type Page = InstanceType<typeof PDFDocument>;

/** Sizes of the words, from the best to read down: a long letter gets smaller words before it gets a second page. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8];

/** The letter as one page, fonts embedded. Names stand in the page only: title and file say nothing about a person. */
export async function letterPdf(letter: Letter, caseNumber: string): Promise<Buffer> {
  for (const scale of SCALES) {
    const { pdf, pages } = await set(letter, caseNumber, scale);
    if (pages === 1 || scale === SCALES.at(-1)) return pdf;
  }
  throw new RangeError('there is no size of words');
}

async function set(letter: Letter, caseNumber: string, scale: number): Promise<{ pdf: Buffer; pages: number }> {
  const page = new PDFDocument({
    ...PAGE,
    bufferPages: true,
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: `Surat permintaan dokumen, kasus ${caseNumber}`, Creator: 'Titian', Author: '' },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolvePdf, reject) => {
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => {
      resolvePdf(Buffer.concat(chunks));
    });
    page.on('error', reject);
  });
  for (const [name, path] of Object.entries(FONTS)) page.registerFont(name, path);
  const sizes = { body: SIZE.body * scale, small: SIZE.small * scale, head: SIZE.head * scale };
  page
    .font('regular')
    .fontSize(sizes.body)
    .fillColor(INK)
    .lineGap(1.8 * scale);
  write(page, letter, sizes);
  const pages = page.bufferedPageRange().count;
  page.end();
  return { pdf: await done, pages };
}

type Sizes = typeof SIZE;
const widthOf = (page: Page): number => page.page.width - page.page.margins.left - page.page.margins.right;

function write(page: Page, letter: Letter, sizes: Sizes): void {
  letterhead(page, letter.letterhead, sizes);
  page.text(letter.dateline, { align: 'right' }).moveDown(0.6);
  table(page, letter.references, 84);
  page.moveDown(0.7);
  for (const line of letter.to) page.text(line);
  page.moveDown(0.7);
  for (const paragraph of letter.paragraphs) page.text(paragraph, { align: 'left' }).moveDown(0.5);
  table(page, letter.particulars, LABEL_WIDTH, 14);
  page.moveDown(0.6);
  for (const paragraph of letter.closing) page.text(paragraph).moveDown(0.5);
  signature(page, letter.signature);
  english(page, letter.english, sizes);
  foot(page, letter.foot, sizes);
}

function letterhead(page: Page, lines: readonly string[], sizes: Sizes): void {
  if (lines.length === 0) return;
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    page
      .font(isLast ? 'bold' : 'regular')
      .fontSize(isLast ? sizes.head : sizes.body)
      .text(line.toUpperCase(), { align: 'center', characterSpacing: 0.4 });
  });
  const y = page.y + 5;
  const { left, right } = page.page.margins;
  page
    .lineWidth(1.4)
    .moveTo(left, y)
    .lineTo(page.page.width - right, y)
    .stroke(INK);
  page
    .lineWidth(0.4)
    .moveTo(left, y + 2.6)
    .lineTo(page.page.width - right, y + 2.6)
    .stroke(INK);
  page.font('regular').fontSize(sizes.body);
  page.x = left;
  page.y = y + 14;
}

/** Rows of a name and a value; a long value runs on under itself. */
function table(page: Page, rows: readonly (readonly [string, string])[], labelWidth: number, indent = 0): void {
  const left = page.page.margins.left + indent;
  const valueWidth = widthOf(page) - indent - labelWidth - 10;
  for (const [name, value] of rows) {
    const { y } = page;
    page.text(name, left, y, { width: labelWidth });
    page.text(':', left + labelWidth, y, { width: 8 });
    page.text(value, left + labelWidth + 10, y, { width: valueWidth });
    page.y = Math.max(page.y, y + page.currentLineHeight(true));
  }
  page.x = page.page.margins.left;
}

function signature(page: Page, lines: readonly string[]): void {
  page.moveDown(0.4);
  const left = page.page.margins.left + widthOf(page) * 0.54;
  const width = widthOf(page) * 0.46;
  for (const line of lines) {
    if (line === '') page.y += page.currentLineHeight(true);
    else page.text(line, left, page.y, { width, align: 'center' });
  }
  page.x = page.page.margins.left;
}

function english(page: Page, paragraphs: readonly string[], sizes: Sizes): void {
  if (paragraphs.length === 0) return;
  const { left, right } = page.page.margins;
  page.moveDown(0.8);
  page
    .lineWidth(0.4)
    .moveTo(left, page.y)
    .lineTo(page.page.width - right, page.y)
    .stroke(GREY);
  page.y += 6;
  page
    .font('bold')
    .fontSize(sizes.small + 0.7)
    .text('English summary');
  page
    .font('regular')
    .fontSize(sizes.small + 0.7)
    .lineGap(1.2);
  for (const paragraph of paragraphs) page.text(paragraph).moveDown(0.25);
  page.fontSize(sizes.body).lineGap(1.8);
}

function foot(page: Page, line: string, sizes: Sizes): void {
  const { bottom, left } = page.page.margins;
  page.page.margins.bottom = 0; // the foot stands in the margin and opens no second page
  page
    .font('regular')
    .fontSize(sizes.small)
    .fillColor(GREY)
    .text(line, left, page.page.height - bottom + 10, { width: widthOf(page), align: 'center' });
  page.page.margins.bottom = bottom;
}
