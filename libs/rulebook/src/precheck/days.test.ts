import { expect, test } from '@jest/globals';
import { addMonths, dayNumber, plainDay } from '@titian/domain';
import fc from 'fast-check';
import { daysLater, monthsLater } from './days.ts';

const day = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2080-12-31') }).map(plainDay);

test('days and months are those of the kernel', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (from, count) => {
      expect(daysLater(from, count)).toBe(plainDay(dayNumber(from) + count));
      expect(monthsLater(from, count)).toBe(plainDay(addMonths(dayNumber(from), count)));
    }),
  );
});
