import type { LegalBasis } from '@titian/domain';

/** One decree on holidays and cuti bersama. An amendment is a decree of its own, so that a past count can be repeated. */
export interface HolidayDecree {
  readonly version: string;
  readonly year: number;
  readonly legalBasis: LegalBasis;
  /** First day on which the decree is known. */
  readonly knownFrom: string;
  /** Holidays and cuti bersama of the year, `MM-DD`; weekends may be among them. */
  readonly restDays: readonly string[];
}

const days = (text: string): readonly string[] => text.trim().split(/\s+/);

export const HOLIDAY_DECREES: readonly HolidayDecree[] = [
  {
    version: '2024',
    year: 2024,
    legalBasis: {
      instrument: 'SKB 855/2023, 3/2023, 4/2023',
      article: 'lampiran; Keppres 33/2024',
      verified: true,
      source: 'T52',
    },
    knownFrom: '2023-09-12',
    restDays:
      days(`01-01 02-08 02-09 02-10 02-14 03-11 03-12 03-29 03-31 04-08 04-09 04-10 04-11 04-12 04-15 05-01 05-09
      05-10 05-23 05-24 06-01 06-17 06-18 07-07 08-17 09-16 11-27 12-25 12-26`),
  },
  {
    version: '2025',
    year: 2025,
    legalBasis: { instrument: 'SKB 1017/2024, 2/2024, 2/2024', article: 'lampiran', verified: true, source: 'T54' },
    knownFrom: '2024-10-14',
    restDays:
      days(`01-01 01-27 01-28 01-29 03-28 03-29 03-31 04-01 04-02 04-03 04-04 04-07 04-18 04-20 05-01 05-12 05-13
      05-29 05-30 06-01 06-06 06-09 06-27 08-17 09-05 12-25 12-26`),
  },
  {
    version: '2025a',
    year: 2025,
    legalBasis: {
      instrument: 'SKB 933/2025, 1/2025, 3/2025',
      article: 'perubahan, 18 Agustus 2025',
      verified: true,
      source: 'S122',
    },
    knownFrom: '2025-08-07',
    restDays:
      days(`01-01 01-27 01-28 01-29 03-28 03-29 03-31 04-01 04-02 04-03 04-04 04-07 04-18 04-20 05-01 05-12 05-13
      05-29 05-30 06-01 06-06 06-09 06-27 08-17 08-18 09-05 12-25 12-26`),
  },
  {
    version: '2026',
    year: 2026,
    legalBasis: { instrument: 'SKB 1497/2025, 2/2025, 5/2025', article: 'lampiran', verified: true, source: 'S106' },
    knownFrom: '2025-09-19',
    restDays:
      days(`01-01 01-16 02-16 02-17 03-18 03-19 03-20 03-21 03-22 03-23 03-24 04-03 04-05 05-01 05-14 05-15 05-27
      05-28 05-31 06-01 06-16 08-17 08-25 12-24 12-25`),
  },
  {
    version: '2027',
    year: 2027,
    legalBasis: { instrument: 'SKB 3 Menteri 2027', article: 'lampiran, belum dibaca', verified: false, source: 'T58' },
    knownFrom: '2026-09-17',
    restDays:
      days(`01-01 01-05 02-05 02-06 03-08 03-09 03-10 03-11 03-12 03-15 03-25 03-26 03-28 05-01 05-06 05-17 05-18
      05-19 05-20 06-01 06-06 08-15 08-17 12-24 12-25 12-26`),
  },
];
