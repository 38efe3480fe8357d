import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRegisteredIn, nikBirthOf, nikFault, readNik } from './nik.ts';

describe('the shape of a NIK', () => {
  test.each([
    ['a man', '3505081501900001'],
    ['a woman', '3505085501900001'],
    ['the 31st', '3505083101900001'],
    ['a woman of the 31st', '3505087101900001'],
    ['a woman of 30 April', '3505087004900001'],
    ['29 February of a leap year of one century', '3505082902000001'],
    ['the highest serial', '3505081501909999'],
  ])('%s is possible', (_who, nik) => {
    expect(nikFault(nik)).toBeNull();
  });

  test.each([
    ['', 'NOT_16_DIGITS'],
    ['350508150190001', 'NOT_16_DIGITS'],
    ['35050815019000011', 'NOT_16_DIGITS'],
    ['3505 0815 0190 0001', 'NOT_16_DIGITS'],
    ['350508150190000A', 'NOT_16_DIGITS'],
    ['٣٥٠٥٠٨١٥٠١٩٠٠٠٠١', 'NOT_16_DIGITS'],
    ['3505080001900001', 'NO_SUCH_DAY'],
    ['3505083201900001', 'NO_SUCH_DAY'],
    ['3505084001900001', 'NO_SUCH_DAY'],
    ['3505087201900001', 'NO_SUCH_DAY'],
    ['3505081500900001', 'NO_SUCH_DAY'],
    ['3505081513900001', 'NO_SUCH_DAY'],
    ['3505083102900001', 'NO_SUCH_DAY'],
    ['3505082902010001', 'NO_SUCH_DAY'],
    ['3505081501900000', 'SERIAL_ZERO'],
  ])('%s is refused as %s', (nik, fault) => {
    expect(nikFault(nik)).toBe(fault);
  });
});

describe('what a NIK says', () => {
  test('is where it was registered, the sex and the day of birth', () => {
    expect(readNik('3505086501900002')).toEqual({ region: '35.05.08', sex: 'F', birth: '250190' });
    expect(readNik('3505080112850001')).toEqual({ region: '35.05.08', sex: 'M', birth: '011285' });
    expect(readNik('3505080112850000')).toBeUndefined();
  });

  test('is compared with a village, and only compared', () => {
    const parts = readNik('3505086501900002');
    expect(parts !== undefined && isRegisteredIn(parts, '35.05.08.2003')).toBe(true);
    expect(parts !== undefined && isRegisteredIn(parts, '35.05.13.2001')).toBe(false);
  });

  test('of any person born on any day is that day again', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.boolean(), fc.integer({ min: 1, max: 9999 }), (born, isFemale, serial) => {
        const bornOn = born.toISOString().slice(0, 10);
        const birth = nikBirthOf(bornOn);
        const dayDigits = isFemale ? String(Number(birth.slice(0, 2)) + 40) : birth.slice(0, 2);
        const nik = `350508${dayDigits}${birth.slice(2)}${String(serial).padStart(4, '0')}`;
        expect(nikFault(nik)).toBeNull();
        expect(readNik(nik)).toEqual({ region: '35.05.08', sex: isFemale ? 'F' : 'M', birth });
      }),
    );
  });
});
