import type { Text } from '@titian/domain';
import { refOf, type RulesOfDay } from '../rows/rulebook.ts';
import type { Programme } from '../rows/vocabulary.ts';
import { daysLater, monthsLater } from './days.ts';
import type { PrecheckFacts } from './facts.ts';
import type { Filing } from './result.ts';

const NOT_FOUND: Text = {
  id: 'Batas waktu tidak ditemukan dalam naskah mana pun; ajukan pada kesempatan pertama.',
  en: 'No time limit was found in any text; file at the first opportunity.',
};

/** Until when a claim may be filed. A day that has passed is a warning: a person decides, never the calendar. */
export function filingOf(programme: Programme, facts: PrecheckFacts, rules: RulesOfDay): Filing {
  const row = rules.expiry.get(programme);
  if (row?.years == null)
    return {
      lastDay: null,
      expiresOn: null,
      state: 'unknown',
      explanation: NOT_FOUND,
      row: row === undefined ? null : refOf('expiry', row),
    };
  const expiresOn = monthsLater(facts.event.day, row.years * 12);
  const lastDay = daysLater(expiresOn, -row.lastFilingDaysBefore);
  const state = facts.askedOn <= lastDay ? 'open' : 'passed';
  return {
    lastDay,
    expiresOn,
    state,
    explanation: {
      id: `${row.years} tahun sejak kejadian, paling lambat ${row.lastFilingDaysBefore} hari sebelum kedaluwarsa: ${lastDay}`,
      en: `${row.years} years from the event, at latest ${row.lastFilingDaysBefore} day before the expiry: ${lastDay}`,
    },
    row: refOf('expiry', row),
  };
}
