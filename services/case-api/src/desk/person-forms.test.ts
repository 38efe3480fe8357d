import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@titian/domain';
import { warningsAbout } from './person-forms.ts';
import { Worker } from './word-forms.ts';
import type { Words } from './words.ts';

const VILLAGE = '35.05.08.2003';
const NIK = '3505086501900002';
const said = (content: JsonObject, member = 'subject'): Words => ({
  member,
  kind: 'person',
  content,
  field: '/worker',
});
const codes = (...words: Words[]): string[] => warningsAbout(words, VILLAGE).map(({ code }) => code);

describe('who a worker is', () => {
  test.each([
    ['15 digits', { nik: NIK.slice(1) }, '16 digits'],
    ['a word', { nik: 'Siti' }, '16 digits'],
    ['no day', { nik: '3505080001900001' }, 'day of birth'],
    ['a serial of nought', { nik: '3505086501900000' }, '0001'],
    ['a day to come', { bornOn: '2999-01-01' }, 'in the past'],
    ['a day that is none', { bornOn: '1990-02-30' }, 'a day such as'],
  ])('with %s is refused, and the field and the rule are named', (_what, given, rule) => {
    const { error } = Worker.safeParse({ name: 'Siti', ...given });
    expect(error?.issues).toHaveLength(1);
    expect(error?.issues[0]?.path).toEqual([Object.keys(given)[0]]);
    expect(error?.issues[0]?.message).toContain(rule);
    expect(JSON.stringify(error?.issues)).not.toContain(Object.values(given)[0]);
  });

  test('is taken with a number of any district', () => {
    expect(Worker.safeParse({ name: 'Siti', nik: '3171086501900002' }).success).toBe(true);
  });
});

describe('a warning', () => {
  test('is not given for a number of the district and the day', () => {
    expect(codes(said({ name: 'Siti', nik: NIK, bornOn: '1990-01-25' }))).toEqual([]);
    expect(codes(said({ name: 'Siti' }))).toEqual([]);
  });

  test('is given for a number of another district, with a field and without the number', () => {
    const warnings = warningsAbout([said({ name: 'Siti', nik: '3171086501900002' })], VILLAGE);
    expect(warnings).toMatchObject([{ code: 'person/nik-of-another-district', field: '/worker/nik' }]);
    expect(JSON.stringify(warnings)).not.toMatch(/3171086501900002|Siti/);
  });

  test('is given for a day of birth that is not the one of the number', () => {
    expect(codes(said({ name: 'Siti', nik: NIK, bornOn: '1990-01-26' }))).toEqual(['person/nik-of-another-day']);
  });

  test('compares only the worker with the village, and only persons at all', () => {
    const nik = '3171086501900002';
    expect(codes(said({ name: 'Siti', nik }, 'heirs/0/person'))).toEqual([]);
    expect(codes({ member: 'account', kind: 'account', content: { text: nik } })).toEqual([]);
  });
});
