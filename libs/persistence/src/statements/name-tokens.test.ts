import { describe, expect, test } from '@jest/globals';
import { nameWords, tokensOfPerson, tokensToFind } from './name-tokens.ts';
import { Seal } from './seal.ts';

const seal = new Seal('1f'.repeat(32));
const finds = (name: string, asked: string): boolean => {
  const kept = tokensOfPerson(seal, { name });
  const wanted = tokensToFind(seal, asked);
  return wanted.length > 0 && wanted.every((token) => kept.includes(token));
};

describe('words of a name', () => {
  test.each([
    ['Siti Aminah', ['siti', 'aminah']],
    ['  siti   AMINAH ', ['siti', 'aminah']],
    ['Nur’aini, S.Pd.', ['nuraini', 's', 'pd']],
    ['José Peña-Núñez', ['jose', 'pena', 'nunez']],
    ['Sri Sri', ['sri']],
    ['王 小明', ['王', '小明']],
    ['—', []],
  ])('%s', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });
});

describe('a person is found', () => {
  test.each([
    ['by the whole name', 'Ngatinem Rahayuningsih'],
    ['by its words in another order', 'rahayuningsih ngatinem'],
    ['by one word', 'NGATINEM'],
    ['by three letters', 'nga'],
    ['by eight letters', 'rahayuni'],
    ['by beginnings of all words', 'rah ngat'],
    ['with accents that are not in the name', 'ngátinem'],
  ])('%s', (_how, asked) => {
    expect(finds('Ngatinem Rahayuningsih', asked)).toBe(true);
  });

  test.each([
    ['by two letters', 'ng'],
    ['by the end of a word', 'tinem'],
    ['by nine letters of a longer word', 'rahayunin'],
    ['if one word is not in the name', 'ngatinem wati'],
    ['by no word at all', '...'],
  ])('not %s', (_how, asked) => {
    expect(finds('Ngatinem Rahayuningsih', asked)).toBe(false);
  });

  test('by a whole word of two letters', () => {
    expect(finds('Li Na', 'li')).toBe(true);
    expect(finds('Lina', 'li')).toBe(false);
  });

  test('by each name in the statement, and by nothing else of it', () => {
    const kept = tokensOfPerson(seal, {
      name: 'Siti',
      spouse: { name: 'Budi' },
      address: 'Jalan Merdeka',
      nik: '3505086501900002',
    });
    const found = (word: string): boolean => kept.includes(tokensToFind(seal, word)[0] ?? '');
    expect([found('siti'), found('budi'), found('merdeka'), found('3505086501900002')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a token', () => {
  test('tells nothing without the key, and is never the digest of an identity number', () => {
    const [token = ''] = tokensToFind(seal, 'siti');
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(tokensToFind(new Seal('2f'.repeat(32)), 'siti')).not.toContain(token);
    expect(tokensToFind(seal, '3505086501900002')).not.toContain(seal.lookup('3505086501900002'));
  });
});
