import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../shared/text.ts';
import { approval, failure, OPENING, ORDER, payment, rejection, STATEMENT } from '../testing/claim-world.ts';
import { claimInputs } from './inputs.ts';

type InputName = keyof typeof claimInputs;

/** The members at fault, each as a path; empty if the input is taken. */
const faults = (name: InputName, input: JsonObject): string[] =>
  claimInputs[name].safeParse(input).error?.issues.map(({ path }) => path.join('/')) ?? [];

const REFERENCES: readonly (readonly [InputName, string, (reference: string) => JsonObject])[] = [
  ['reference@1', 'reference', (reference) => ({ reference, receivedAt: '2026-01-05T03:00:00.000Z' })],
  ['insurerRequest@1', 'reference', (reference) => ({ reference, documents: ['KPJ'], reasonCode: 'PAPER_MISSING' })],
  ['decision@1', 'reference', (reference) => ({ ...approval('1'), reference })],
  ['paymentOrder@1', 'paymentReference', (paymentReference) => ({ order: ORDER, paymentReference })],
  ['payment@1', 'paymentReference', (paymentReference) => ({ ...payment('1'), paymentReference })],
  ['paymentFailure@1', 'paymentReference', (paymentReference) => ({ ...failure('BANK_REFUSED'), paymentReference })],
];

describe.each(REFERENCES)('the reference of %s', (name, member, withReference) => {
  test.each([
    'BPJS-2026-000001',
    'PAY-2026-000001',
    'BPJS-1',
    'KLM/08/2026/000123',
    '08/2026/000123',
    '2026/000123',
    '123456789',
    'A1234567890123456',
    'x'.repeat(60),
  ])('may be %s', (reference) => {
    expect(faults(name, withReference(reference))).toEqual([]);
  });

  test.each([
    ['a national id number', '3505082003900001'],
    ['a family card number', '3505080101100002'],
    ['an account number', '1234567890'],
    ['a telephone number', '081234567890'],
    ['a telephone number with the country', '6281234567890'],
    ['a telephone number in groups', '0812-3456-7890'],
    ['a telephone number with the country in groups', '62-812-3456-7890'],
    ['a name', 'Siti Aminah'],
    ['an address of mail', 'siti@example.org'],
    ['nothing', ''],
    ['more than sixty characters', 'x'.repeat(61)],
  ])('may not be %s', (_what, reference) => {
    expect(faults(name, withReference(reference))).toEqual([member]);
  });
});

test('a number that may be a person’s is refused with what a reference looks like', () => {
  const { error } = claimInputs['paymentOrder@1'].safeParse({ order: ORDER, paymentReference: '3505082003900001' });
  expect(error?.issues[0]?.message).toMatch(
    /^a reference with at least one letter or separator, e\.g\. BPJS-2026-000001/,
  );
});

describe('an article', () => {
  const withArticle = (article: string): JsonObject => ({ reasonCode: 'NOT_PROVEN', article });

  test.each([
    'Pasal 34',
    'Pasal 34A',
    'Pasal 50 ayat (1)',
    'Pasal 50 ayat (1a) huruf c',
    'Pasal 26 PP 82/2019',
    'Pasal 43 ayat (2) Permenaker 4/2023',
    'Pasal 42 UU 18/2017',
  ])('may be %s', (article) => {
    expect(faults('reasonWithArticle@1', withArticle(article))).toEqual([]);
  });

  test.each([
    ['no number', 'Pasal'],
    ['free text before it', 'menurut Pasal 34'],
    ['free text after it', 'Pasal 34 karena Siti tidak hadir'],
    ['a paragraph without brackets', 'Pasal 50 ayat 1'],
    ['a law without year', 'Pasal 26 PP 82'],
    ['an unknown instrument', 'Pasal 26 Surat 82/2019'],
    ['two lines', 'Pasal 34\nSiti Aminah'],
    ['a national id number', 'Pasal 3505082003900001'],
    ['nothing', ''],
  ])('may not be %s', (_what, article) => {
    expect(faults('reasonWithArticle@1', withArticle(article))).toEqual(['article']);
  });

  test('is missing only where a guard asks for it', () => {
    expect(faults('intakeRefusal@1', { reasonCode: 'DUPLICATE' })).toEqual([]);
    expect(faults('decision@1', rejection({ reasonCode: 'NOT_PROVEN' }))).toEqual([]);
    expect(faults('reasonWithArticle@1', { reasonCode: 'DUPLICATE' })).toEqual(['article']);
  });
});

describe('the place of a family', () => {
  test('is a village', () => {
    expect(faults('opening@1', { ...OPENING, areaCode: '35.05.08.2003' })).toEqual([]);
  });

  test.each([
    ['a province', '35'],
    ['a regency', '35.05'],
    ['a district', '35.05.08'],
    ['the whole country', ''],
    ['a code without separators', '3505082003'],
    ['a fifth level', '35.05.08.2003.01'],
    ['a village number too short', '35.05.08.203'],
    ['letters', '35.05.08.20O3'],
  ])('is not %s', (_what, areaCode) => {
    expect(faults('opening@1', { ...OPENING, areaCode })).toEqual(['areaCode']);
  });
});

describe('an amount', () => {
  const withAmount = (amountIdr: string | number): JsonObject => ({ ...payment('1'), amountIdr });

  test.each(['0', '1', '42500000', '999999999999999'])('may be %s rupiah', (amount) => {
    expect(faults('payment@1', withAmount(amount))).toEqual([]);
  });

  test.each([
    ['a number, which loses digits', 42_500_000],
    ['negative', '-1'],
    ['with sen', '42500000.50'],
    ['with separators', '42.500.000'],
    ['with a currency', 'Rp42500000'],
    ['with a leading zero', '0042'],
    ['empty', ''],
    ['of sixteen digits', '1000000000000000'],
  ])('may not be %s', (_what, amount) => {
    expect(faults('payment@1', withAmount(amount))).toEqual(['amountIdr']);
  });
});

describe('the moment of receipt', () => {
  test.each(['2026-01-05T02:00:00.000Z', '2024-02-29T23:59:59.999Z'])('may be %s', (receivedAt) => {
    expect(faults('opening@1', { ...OPENING, receivedAt })).toEqual([]);
  });

  test.each([
    ['a day', '2026-01-05'],
    ['without milliseconds, which would not sort as text', '2026-01-05T02:00:00Z'],
    ['with an offset', '2026-01-05T09:00:00.000+07:00'],
    ['without a zone', '2026-01-05T02:00:00.000'],
    ['on a day that does not exist', '2026-02-30T02:00:00.000Z'],
    ['at an hour that does not exist', '2026-01-05T24:00:00.000Z'],
  ])('may not be %s', (_what, receivedAt) => {
    expect(faults('opening@1', { ...OPENING, receivedAt })).toEqual(['receivedAt']);
  });
});

describe('no member lets free text in', () => {
  test.each<[InputName, JsonObject, string]>([
    ['nothing@1', { remark: 'Siti' }, ''],
    ['opening@1', { ...OPENING, name: 'Siti' }, ''],
    ['opening@1', { ...OPENING, claimType: 'Siti Aminah' }, 'claimType'],
    ['opening@1', { ...OPENING, riskCountry: 'Taiwan' }, 'riskCountry'],
    ['opening@1', { ...OPENING, subject: { ...STATEMENT, name: 'Siti' } }, 'subject'],
    ['reason@1', { reasonCode: 'ingin sendiri' }, 'reasonCode'],
    ['note@1', { statement: 'ibu belum pulang' }, 'statement'],
    ['verification@1', { requirement: 'paspor Siti', against: 'ORIGINAL' }, 'requirement'],
    ['accidentOutcome@1', { outcome: 'RECOVERED', day: '2026-02-30' }, 'day'],
  ])('%s refuses %j', (name, input, member) => {
    expect(faults(name, input)).toEqual([member]);
  });
});
