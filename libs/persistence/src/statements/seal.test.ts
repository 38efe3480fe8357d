import { describe, expect, test } from '@jest/globals';
import { Seal, statementDigest } from './seal.ts';

const ID = '0a6f9a3e-0000-4000-8000-000000000002';
const OTHER = '0a6f9a3e-0000-4000-8000-000000000003';
const seal = new Seal('1f'.repeat(32));
const WORDS = '{"name":"Siti Aminah","nik":"3505086501900002"} – ≤ 😀';

describe('a seal', () => {
  test.each([
    ['words', WORDS],
    ['nothing', ''],
    ['much', 'á'.repeat(100_000)],
  ])('opens what it has sealed: %s', (_what, text) => {
    expect(seal.open(ID, seal.seal(ID, text))).toBe(text);
  });

  test('looks different each time and shows nothing of the text', () => {
    const [first, second] = [seal.seal(ID, WORDS), seal.seal(ID, WORDS)];
    expect(first.equals(second)).toBe(false);
    expect(first.includes('Siti')).toBe(false);
  });

  test('refuses a cipher with one bit changed, wherever it is', () => {
    const sealed = seal.seal(ID, WORDS);
    for (let byte = 0; byte < sealed.length; byte += 1) {
      const forged = Buffer.from(sealed);
      forged[byte] = (forged[byte] ?? 0) ^ 1;
      expect(() => seal.open(ID, forged)).toThrow('unable to authenticate data');
    }
  });

  test('refuses a cipher that is cut short', () => {
    const sealed = seal.seal(ID, WORDS);
    for (const length of [0, 11, 12, 16, 27, 28, sealed.length - 1]) {
      expect(() => seal.open(ID, sealed.subarray(0, length))).toThrow();
    }
  });

  test('refuses a tag cut short, which is easier to forge', () => {
    const sealed = seal.seal(ID, '');
    for (let length = 12; length < 28; length += 1) expect(() => seal.open(ID, sealed.subarray(0, length))).toThrow();
  });

  test('refuses the words of another statement, and another key', () => {
    expect(() => seal.open(OTHER, seal.seal(ID, WORDS))).toThrow('unable to authenticate data');
    expect(() => new Seal('2f'.repeat(32)).open(ID, seal.seal(ID, WORDS))).toThrow('unable to authenticate data');
  });

  test.each([[''], ['1f'.repeat(31)], ['1f'.repeat(33)], ['xy'.repeat(32)], [`${'1f'.repeat(32)}\n`]])(
    'takes no key %j',
    (key) => {
      expect(() => new Seal(key)).toThrow(RangeError);
    },
  );

  test('finds equal text by a value that only its key gives', () => {
    expect(seal.lookup('3505086501900002')).toBe(seal.lookup('3505086501900002'));
    expect(seal.lookup('3505086501900002')).not.toBe(seal.lookup('3505086501900003'));
    expect(seal.lookup('3505086501900002')).not.toBe(new Seal('2f'.repeat(32)).lookup('3505086501900002'));
  });
});

test('a digest is salted: the same text of two statements gives two', () => {
  expect(statementDigest(ID, WORDS)).toMatch(/^[0-9a-f]{64}$/);
  expect(statementDigest(ID, WORDS)).toBe(statementDigest(ID, WORDS));
  expect(statementDigest(ID, WORDS)).not.toBe(statementDigest(OTHER, WORDS));
  expect(statementDigest(ID, WORDS)).not.toBe(statementDigest(ID, `${WORDS} `));
});
