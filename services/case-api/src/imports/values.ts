import type { PlainDay } from '@titian/domain';
import type { Cell } from './cells.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'pebruari', 'february'],
  ['maret', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov', 'nopember'],
  ['desember', 'des', 'december', 'dec'],
];
/** Nothing on a list of today lies outside these years. */
const YEARS = { from: 1900, until: 2100 } as const;

/** The text of a cell as a person reads it: one space between words, composed letters, and `="…"` of Excel undone. */
export function plainText({ text }: Cell): string {
  const [, inside] = /^="(.*)"$/s.exec(text.trim()) ?? [];
  return (inside ?? text)
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
    .trim();
}

/** A day as lists write it, the day before the month; undefined if it is none. */
export function dayOf(cell: Cell): PlainDay | undefined {
  const text = plainText(cell).toLowerCase();
  const [, y1, m1, d1] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (y1 !== undefined) return dayFrom(Number(y1), Number(m1), Number(d1));
  const [, d2, m2, y2] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (y2 !== undefined) return dayFrom(Number(y2), Number(m2), Number(d2));
  const [, d3, name, y3] = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/.exec(text) ?? [];
  const month = MONTHS.findIndex((names) => names.includes(name ?? '')) + 1;
  return month === 0 ? undefined : dayFrom(Number(y3), month, Number(d3));
}

function dayFrom(year: number, month: number, day: number): PlainDay | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= YEARS.from && year <= YEARS.until ? date.toISOString().slice(0, 10) : undefined;
}

/** A village code with or without its dots; what is neither comes back as it is. */
export function areaOf(cell: Cell): string {
  const text = plainText(cell).replaceAll(' ', '');
  const [, province, regency, district, village] = /^(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})$/.exec(text) ?? [];
  return village === undefined ? text : [province, regency, district, village].join('.');
}

/** Digits of a NIK or passport without the signs that people put between them. */
export const bareNumber = (cell: Cell): string => plainText(cell).replaceAll(/[\s.'’`-]/g, '');

/** A phone number without spaces, dots, dashes and brackets. */
export const phoneOf = (cell: Cell): string => plainText(cell).replaceAll(/[\s.()'’-]/g, '');

const folded = (text: string): string => text.toUpperCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** What lists write for a code; the first is the word that reports offer. */
export type Choices<T extends string> = readonly (readonly [T, readonly [string, ...string[]]])[];

export function choiceOf<T extends string>(cell: Cell, choices: Choices<T>): T | undefined {
  const given = folded(plainText(cell));
  return choices.find(([code, words]) => [code, ...words].some((word) => folded(word) === given))?.[0];
}

/** Names of countries of work that are said otherwise than the list of names has them. */
const SAID: Readonly<Record<string, string>> = {
  HONGKONG: 'HK',
  KOREA: 'KR',
  KORSEL: 'KR',
  SAUDI: 'SA',
  SAUDIARABIA: 'SA',
  UEA: 'AE',
  UAE: 'AE',
  MAKAU: 'MO',
  MACAU: 'MO',
  TURKI: 'TR',
};
/** Codes that the list of names knows and that are no country of work. */
const NO_COUNTRY = ['ID', 'EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'];

const COUNTRIES: ReadonlyMap<string, string> = countries();

/** ISO code of a country by its code or its Indonesian or English name (CLDR); undefined if it is none. */
export const countryOf = (cell: Cell): string | undefined => COUNTRIES.get(folded(plainText(cell)));

function countries(): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const languages = ['en', 'id'].map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // A code that was withdrawn answers to the name of its successor, and must not take it.
    if (NO_COUNTRY.includes(code) || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
    for (const name of languages.map((language) => language.of(code) ?? code)) {
      if (name !== code) named.set(folded(name), code).set(code, code);
    }
  }
  for (const [said, code] of Object.entries(SAID)) named.set(said, code);
  return named;
}
