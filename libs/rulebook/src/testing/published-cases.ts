import type { CoveragePeriod, PrecheckFacts } from '../precheck/facts.ts';
import type { Answer, PrecheckAmount, PrecheckResult } from '../precheck/result.ts';
import type { StatedAmount } from '../precheck/deviation.ts';

/** What is expected of one line. `parts`: what is paid how often. */
export interface ExpectedLine {
  readonly answer: Answer;
  readonly kind?: PrecheckAmount['kind'];
  readonly idr?: bigint | null;
  readonly parts?: readonly (readonly [amountIdr: bigint, times: number])[];
}

/** A claim that the press, an office or the insurer published, with invented names. */
export interface PublishedCase {
  readonly id: string;
  readonly story: string;
  /** Where it was published: a number of docs/law/sources.md. */
  readonly source: string;
  /** Facts that were not printed and are filled in so that nothing printed is contradicted. */
  readonly assumed: string;
  readonly facts: PrecheckFacts;
  readonly law: 'Permenaker 4/2023' | 'Permenaker 18/2018' | 'Permenaker 7/2017';
  readonly verdict: PrecheckResult['verdict'];
  /** All lines of the answer, no more and no fewer. */
  readonly lines: Readonly<Record<string, ExpectedLine>>;
  /** Sums as printed. */
  readonly printed: readonly StatedAmount[];
  /** Printed sums that fit no rule: named, never fitted. */
  readonly deviations?: readonly { readonly code: string; readonly kind: string; readonly differenceIdr: bigint }[];
}

const million = (n: number): bigint => BigInt(n) * 1_000_000n;
const exactly = (idr: bigint): ExpectedLine => ({ answer: 'eligible', kind: 'EXACT', idr });
const no: ExpectedLine = { answer: 'no' };

/** A contract of 24 months from the day of leaving, paid for in full. */
const contract = (embarkedOn: string, contractEndsOn: string, more: Partial<CoveragePeriod> = {}): CoveragePeriod => ({
  ref: 'contract-1',
  placement: 'PLACED',
  paidDuringOn: embarkedOn,
  embarkedOn,
  debarkedOn: null,
  contractStartsOn: embarkedOn,
  contractEndsOn,
  ...more,
});
const DAYS = 'the days of payment, departure and end of contract';
const wife = { ref: 'heir-1', relation: 'SPOUSE' } as const;
const atWork = (child: 'child-1' | 'child-2') => ({ ref: child, relation: 'CHILD', school: null }) as const;

const CARE_PAID = 3_274_000n;
const RETURN_AND_DISMISSAL = 11_610_640n;

const fire: PrecheckFacts = {
  askedOn: '2025-12-24',
  event: { kind: 'DEATH', day: '2025-11-26', country: 'HK', byAccident: true },
  coverage: [contract('2024-03-01', '2026-03-01', { activeOnEventDay: true })],
  heirs: [
    wife,
    {
      ref: 'child-1',
      relation: 'CHILD',
      bornOn: '2012-05-01',
      guardianRef: 'heir-1',
      school: { level: 'SMP', yearsLeft: 2 },
    },
  ],
};

/** Real claims, published between 2017 and 2025, as `docs/law/sources.md` lists them. Names, ages and villages are invented. */
export const PUBLISHED_CASES: readonly PublishedCase[] = [
  {
    id: 'G01',
    story: 'A candidate for Malaysia could not depart, not by own fault.',
    source: 'S34',
    assumed: 'the day, the day of the premium',
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2024-10-01',
      event: { kind: 'FAILED_DEPARTURE', day: '2024-09-10', country: 'ID', causedBy: 'OTHER' },
      coverage: [
        { ref: 'contract-1', placement: 'PLACED', paidBeforeOn: '2024-07-01', paidDuringOn: null, embarkedOn: null },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: { JKK_GAGAL_BERANGKAT: exactly(million(10)) },
    printed: [{ code: 'JKK_GAGAL_BERANGKAT', amountIdr: million(10) }],
  },
  {
    id: 'G02',
    story: 'A member from Sragen, in Japan from August 2023 to July 2024, died of an illness after coming home.',
    source: 'T60',
    assumed: `${DAYS}, the day of death`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2024-09-03',
      event: { kind: 'DEATH', day: '2024-08-10', country: 'ID', byAccident: false, onLeave: false },
      coverage: [contract('2023-08-01', '2024-08-01', { debarkedOn: '2024-07-20', arrivedHomeOn: '2024-07-21' })],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: {
      JKM_SETELAH: {
        ...exactly(million(42)),
        parts: [
          [million(20), 1],
          [million(12), 1],
          [million(10), 1],
        ],
      },
      BEASISWA: no,
    },
    printed: [{ code: 'JKM_SETELAH', amountIdr: million(42) }],
  },
  {
    id: 'G03',
    story: 'A member from Lumajang since January 2022 died of an illness in Hong Kong.',
    source: 'T61',
    assumed: 'everything but the month of membership; the text says "after placement", the sum is that of during work',
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2024-02-01',
      event: { kind: 'DEATH', day: '2023-12-05', country: 'HK', byAccident: false },
      coverage: [contract('2022-01-15', '2024-01-15')],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKM_SELAMA', amountIdr: million(85) }],
  },
  {
    id: 'G04',
    story: 'A worker on the Solomon Islands died on 19 April 2025; a child begins university.',
    source: 'T62',
    assumed: `${DAYS}, that it was no accident`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2025-06-01',
      event: { kind: 'DEATH', day: '2025-04-19', country: 'SB', byAccident: false },
      coverage: [contract('2024-01-10', '2026-01-10')],
      heirs: [wife, { ref: 'child-1', relation: 'CHILD', bornOn: '2006-01-01', school: { level: 'PT', yearsLeft: 4 } }],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: { ...exactly(million(48)), parts: [[million(12), 4]] } },
    printed: [
      { code: 'JKM_SELAMA', amountIdr: million(85) },
      { code: 'BEASISWA', amountIdr: million(48) },
    ],
  },
  {
    id: 'G05',
    story:
      'A worker from Cilacap, in Korea since October 2024, was killed by a machine on 25 June 2025 and left two children.',
    source: 'T63',
    assumed: `${DAYS}; the levels of school follow from the printed sum, which fits one ladder only`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2025-06-29',
      event: { kind: 'DEATH', day: '2025-06-25', country: 'KR', byAccident: true },
      coverage: [contract('2024-10-08', '2027-10-08')],
      heirs: [
        wife,
        {
          ref: 'child-1',
          relation: 'CHILD',
          bornOn: '2016-03-01',
          guardianRef: 'heir-1',
          school: { level: 'SD', yearsLeft: 4 },
        },
        {
          ref: 'child-2',
          relation: 'CHILD',
          bornOn: '2010-03-01',
          guardianRef: 'heir-1',
          school: { level: 'SMP', yearsLeft: 1 },
        },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: { JKK_MENINGGAL: exactly(million(85)), BEASISWA: exactly(million(128)) },
    printed: [
      { code: 'JKK_MENINGGAL', amountIdr: million(85) },
      { code: 'BEASISWA', amountIdr: million(128) },
    ],
  },
  {
    id: 'G06',
    story: 'A worker from Wonosobo fell from his ship off Korea on 15 April 2025; it was booked as JKM.',
    source: 'T2',
    assumed: `${DAYS}; the label of the programme is the insurer's`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2025-04-23',
      event: { kind: 'DEATH', day: '2025-04-15', country: 'KR', byAccident: false },
      coverage: [contract('2023-11-01', '2026-11-01')],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKM_SELAMA', amountIdr: million(85) }],
  },
  {
    id: 'G07',
    story: 'A member from December 2023 to February 2027 died at the airport of Incheon on the way to leave.',
    source: 'T64',
    assumed: DAYS,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2025-07-05',
      event: { kind: 'DEATH', day: '2025-06-27', country: 'KR', byAccident: true, onLeave: false },
      coverage: [
        {
          ref: 'contract-1',
          placement: 'PLACED',
          memberFrom: '2023-12-01',
          memberUntil: '2027-02-28',
          activeOnEventDay: true,
        },
      ],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: { JKK_MENINGGAL: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKK_MENINGGAL', amountIdr: million(85) }],
  },
  {
    id: 'G08',
    story:
      'A fisher in Taiwan since early 2023 died in an accident in February 2024; one child in class XI, an elder one works.',
    source: 'S32',
    assumed: `${DAYS}, the day of the accident`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2024-06-01',
      event: { kind: 'DEATH', day: '2024-02-14', country: 'TW', byAccident: true },
      coverage: [contract('2023-02-25', '2026-02-25')],
      heirs: [
        wife,
        atWork('child-1'),
        {
          ref: 'child-2',
          relation: 'CHILD',
          bornOn: '2007-01-01',
          guardianRef: 'heir-1',
          school: { level: 'SMA', yearsLeft: 2 },
        },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: {
      JKK_MENINGGAL: exactly(million(85)),
      BEASISWA: {
        ...exactly(million(54)),
        parts: [
          [million(3), 2],
          [million(12), 4],
        ],
      },
    },
    printed: [
      { code: 'JKK_MENINGGAL', amountIdr: million(85) },
      { code: 'BEASISWA', amountIdr: million(54) },
    ],
  },
  {
    id: 'G09',
    story:
      'A worker from Banyumas died of an illness after two months in Taiwan; the insurer says yes, and waits for KDEI.',
    source: 'S39',
    assumed: `${DAYS}, the level of school`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2024-11-20',
      event: { kind: 'DEATH', day: '2024-11-05', country: 'TW', byAccident: false },
      coverage: [contract('2024-09-04', '2027-09-04')],
      heirs: [
        wife,
        {
          ref: 'child-1',
          relation: 'CHILD',
          bornOn: '2012-01-01',
          guardianRef: 'heir-1',
          school: { level: 'SMP', yearsLeft: 3 },
        },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: exactly(million(63)) },
    printed: [
      { code: 'JKM_SELAMA', amountIdr: million(85) },
      { code: 'BEASISWA', amountIdr: million(63) },
    ],
  },
  {
    id: 'G10',
    story: 'A worker from South Kalimantan died of an illness in Guyana.',
    source: 'T65',
    assumed: `${DAYS}, the day of death`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2023-06-01',
      event: { kind: 'DEATH', day: '2023-04-02', country: 'GY', byAccident: false },
      coverage: [contract('2022-09-01', '2024-09-01')],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKM_SELAMA', amountIdr: million(85) }],
  },
  {
    id: 'G11',
    story: 'A worker from South Kalimantan lay in a hospital in Korea after an accident; the ceiling was paid.',
    source: 'T65',
    assumed: `${DAYS}, the cost above the ceiling`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2023-06-01',
      event: { kind: 'ACCIDENT', day: '2023-03-20', country: 'KR', disability: { kind: 'NONE' } },
      coverage: [contract('2022-09-01', '2025-09-01')],
      costs: [{ benefit: 'JKK_RAWAT_LN', amountIdr: 61_400_000n }],
    },
    verdict: 'ELIGIBLE',
    lines: {
      JKK_RAWAT_LN: exactly(million(50)),
      JKK_PULANG_KECELAKAAN: { answer: 'eligible', kind: 'UNKNOWN', idr: null },
    },
    printed: [{ code: 'JKK_RAWAT_LN', amountIdr: million(50) }],
  },
  {
    id: 'G12',
    story: 'A gas explosion in Taiwan on 8 August 2020: care, and a loss of function of 39,5 percent.',
    source: 'T66',
    assumed: `${DAYS}; that the care was in Indonesia`,
    law: 'Permenaker 18/2018',
    facts: {
      askedOn: '2022-03-16',
      event: {
        kind: 'ACCIDENT',
        day: '2020-08-08',
        country: 'TW',
        disability: { kind: 'PARTIAL_FUNCTIONAL', basisPoints: 3950, declaredByDoctor: true },
      },
      coverage: [contract('2019-05-20', '2022-05-20')],
      costs: [
        { benefit: 'JKK_RAWAT_RI', amountIdr: CARE_PAID },
        { benefit: 'JKK_PULANG_KECELAKAAN', amountIdr: RETURN_AND_DISMISSAL - million(4) },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: {
      JKK_RAWAT_RI: exactly(CARE_PAID),
      JKK_CACAT_SEBAGIAN: exactly(56_090_000n),
      JKK_PULANG_KECELAKAAN: exactly(RETURN_AND_DISMISSAL - million(4)),
    },
    printed: [
      { code: 'JKK_RAWAT_RI', amountIdr: CARE_PAID },
      { code: 'JKK_CACAT_SEBAGIAN', amountIdr: 56_090_000n },
      { code: 'JKK_PULANG_KECELAKAAN', amountIdr: RETURN_AND_DISMISSAL - million(4) },
    ],
  },
  {
    id: 'G12 (dismissal)',
    story: 'The same worker was dismissed after the accident.',
    source: 'T66',
    assumed: 'the months of service; return and dismissal are printed as one sum',
    law: 'Permenaker 18/2018',
    facts: {
      askedOn: '2022-03-16',
      event: {
        kind: 'DISMISSAL',
        day: '2020-10-01',
        country: 'TW',
        dismissal: { afterAccident: true, serviceMonths: 16, excludedBy: 'NONE' },
      },
      coverage: [contract('2019-05-20', '2022-05-20')],
    },
    verdict: 'ELIGIBLE',
    lines: { JKK_PHK_KECELAKAAN: exactly(million(4)) },
    printed: [{ code: 'JKK_PHK_KECELAKAAN', amountIdr: million(4) }],
  },
  {
    id: 'G13',
    story: 'A member from Magelang since November 2018 died in Malaysia; the village head acts for the heirs.',
    source: 'T67',
    assumed: `${DAYS}, the day of death`,
    law: 'Permenaker 18/2018',
    facts: {
      askedOn: '2019-01-30',
      event: { kind: 'DEATH', day: '2018-12-27', country: 'MY', byAccident: false },
      coverage: [contract('2018-11-10', '2020-11-10')],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKM_SELAMA', amountIdr: million(85) }],
  },
  {
    id: 'G14',
    story:
      'A worker from Ngawi died in Johor on 21 August 2018, two weeks after arriving; the heir is a child of eleven.',
    source: 'T68',
    assumed: `${DAYS}, the level of school`,
    law: 'Permenaker 7/2017',
    facts: {
      askedOn: '2018-10-26',
      event: { kind: 'DEATH', day: '2018-08-21', country: 'MY', byAccident: false },
      coverage: [contract('2018-08-07', '2020-08-07')],
      heirs: [
        {
          ref: 'child-1',
          relation: 'CHILD',
          bornOn: '2007-02-01',
          guardianRef: 'guardian-1',
          school: { level: 'SD', yearsLeft: 1 },
        },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: {
      JKM_SELAMA: exactly(million(85)),
      BEASISWA: { answer: 'eligible', kind: 'UNKNOWN', idr: null, parts: [[500_000n, 1]] },
    },
    printed: [
      { code: 'JKM_SELAMA', amountIdr: million(85) },
      { code: 'BEASISWA', amountIdr: 500_000n },
    ],
  },
  {
    id: 'G15',
    story: "A candidate registered on 3 August 2017 was found unconscious in the agency's shelter and died.",
    source: 'T69',
    assumed: "the day of death, that the insurer's label of an accident holds, the child's school",
    law: 'Permenaker 7/2017',
    facts: {
      askedOn: '2017-08-31',
      event: { kind: 'DEATH', day: '2017-08-20', country: 'ID', byAccident: true, onLeave: false },
      coverage: [
        { ref: 'contract-1', placement: 'PLACED', paidBeforeOn: '2017-08-03', paidDuringOn: null, embarkedOn: null },
      ],
      heirs: [
        {
          ref: 'child-1',
          relation: 'CHILD',
          bornOn: '2009-01-01',
          guardianRef: 'guardian-1',
          school: { level: 'SD', yearsLeft: 4 },
        },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: { JKK_MENINGGAL: exactly(million(85)), BEASISWA: { answer: 'eligible', kind: 'UNKNOWN', idr: null } },
    printed: [{ code: 'JKK_MENINGGAL', amountIdr: million(85) }],
  },
  ...['first', 'second', 'third'].map((which): PublishedCase => ({
    id: `G16 (${which})`,
    story: `One bus crash in Penang in October 2017, three claims: the ${which}.`,
    source: 'T70',
    assumed: `${DAYS}, the day of the crash`,
    law: 'Permenaker 7/2017',
    facts: {
      askedOn: '2017-10-31',
      event: { kind: 'DEATH', day: '2017-10-24', country: 'MY', byAccident: true },
      coverage: [contract('2017-08-15', '2019-08-15', { ref: `contract-${which}` })],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: { JKK_MENINGGAL: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKK_MENINGGAL', amountIdr: million(85) }],
  })),
  {
    id: 'G17',
    story: 'A worker from Kendal died in Korea; the heir is his wife.',
    source: 'T71',
    assumed: `${DAYS}, the day of death`,
    law: 'Permenaker 18/2018',
    facts: {
      askedOn: '2021-11-08',
      event: { kind: 'DEATH', day: '2021-08-15', country: 'KR', byAccident: false },
      coverage: [contract('2019-10-01', '2022-10-01')],
      heirs: [wife],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKM_SELAMA', amountIdr: million(85) }],
  },
  {
    id: 'G18',
    story: 'A worker from Padang without spouse or child; the mother was paid 84 million as printed.',
    source: 'T72',
    assumed: `${DAYS}, day and country of death`,
    law: 'Permenaker 18/2018',
    facts: {
      askedOn: '2019-07-31',
      event: { kind: 'DEATH', day: '2019-04-10', country: 'MY', byAccident: false },
      coverage: [contract('2018-12-20', '2020-12-20')],
      heirs: [{ ref: 'heir-1', relation: 'PARENT' }],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: no },
    printed: [{ code: 'JKM_SELAMA', amountIdr: million(84) }],
    deviations: [{ code: 'JKM_SELAMA', kind: 'LESS_THAN_RULE', differenceIdr: -million(1) }],
  },
  {
    id: 'G19',
    story:
      "A worker from Ponorogo died in Hong Kong in 2019; 87 million as printed, and the child's schooling up to university.",
    source: 'T73',
    assumed: `${DAYS}, the day of death, the level of school`,
    law: 'Permenaker 18/2018',
    facts: {
      askedOn: '2019-12-31',
      event: { kind: 'DEATH', day: '2019-06-01', country: 'HK', byAccident: false },
      coverage: [contract('2018-12-15', '2020-12-15')],
      heirs: [
        wife,
        {
          ref: 'child-1',
          relation: 'CHILD',
          bornOn: '2009-01-01',
          guardianRef: 'heir-1',
          school: { level: 'SD', yearsLeft: 2 },
        },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: { JKM_SELAMA: exactly(million(85)), BEASISWA: { answer: 'eligible', kind: 'UNKNOWN', idr: null } },
    printed: [{ code: 'JKM_SELAMA', amountIdr: million(87) }],
    deviations: [{ code: 'JKM_SELAMA', kind: 'MORE_THAN_RULE', differenceIdr: million(2) }],
  },
  {
    id: 'G20',
    story: 'A worker from Dampit died in the fire in Hong Kong of 26 November 2025; her membership was not active.',
    source: 'T74',
    assumed: DAYS,
    law: 'Permenaker 4/2023',
    facts: { ...fire, coverage: fire.coverage?.map((period) => ({ ...period, activeOnEventDay: false })) ?? [] },
    verdict: 'NOT_ELIGIBLE',
    lines: { JKK_MENINGGAL: no, BEASISWA: no },
    printed: [{ code: 'JKK_MENINGGAL', amountIdr: 0n }],
  },
  {
    id: 'G21',
    story: 'A worker from Sutojayan died in the same fire; her membership was active.',
    source: 'T76',
    assumed: `${DAYS}, the child's school; the sum is cut in the source`,
    law: 'Permenaker 4/2023',
    facts: fire,
    verdict: 'ELIGIBLE',
    lines: { JKK_MENINGGAL: exactly(million(85)), BEASISWA: exactly(million(61)) },
    printed: [
      { code: 'JKK_MENINGGAL', amountIdr: million(85) },
      { code: 'BEASISWA', amountIdr: million(61) },
    ],
  },
  {
    id: 'G22',
    story:
      'A worker from Buleleng, killed in Malaysia in January 2025, had changed jobs against her contract; eight children.',
    source: 'T13',
    assumed: `${DAYS}, the levels of school; the sum is withheld`,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2025-02-01',
      event: { kind: 'DEATH', day: '2025-01-15', country: 'MY', byAccident: false },
      coverage: [contract('2024-02-01', '2026-02-01', { contractChanged: 'EMPLOYER' })],
      heirs: [
        ...(['PT', 'SMA', 'SMP', 'SD', 'SD', 'TK'] as const).map((level, index) => ({
          ref: `child-${index + 1}`,
          relation: 'CHILD' as const,
          bornOn: `${2005 + index * 2}-01-01`,
          guardianRef: 'guardian-1',
          school: { level, yearsLeft: 1 },
        })),
        { ref: 'child-7', relation: 'CHILD', bornOn: '2003-01-01', school: null },
        { ref: 'child-8', relation: 'CHILD', bornOn: '2001-01-01', school: null },
      ],
    },
    verdict: 'ELIGIBLE',
    lines: {
      JKM_SELAMA: exactly(million(85)),
      // Six at school: the most is for the pair with the longest way to go, TK and SD.
      BEASISWA: { answer: 'eligible', kind: 'AT_MOST', idr: 73_500_000n + 64_500_000n },
    },
    printed: [],
  },
  {
    id: 'G23',
    story: 'A worker from Bacem, in Malaysia without papers and unknown to the labour office, died of an illness.',
    source: 'T77',
    assumed: 'the day of death',
    law: 'Permenaker 18/2018',
    facts: {
      askedOn: '2019-02-25',
      event: { kind: 'DEATH', day: '2019-02-18', country: 'MY', byAccident: false },
      coverage: [],
      heirs: [wife],
    },
    verdict: 'NOT_ELIGIBLE',
    lines: { JKM_SELAMA: no, BEASISWA: no },
    printed: [{ code: 'JKM_SELAMA', amountIdr: 0n }],
  },
  {
    id: 'G24',
    story: 'A worker in Taiwan was bitten by a snake at work; the employer refuses the letter, and was changed since.',
    source: 'T78',
    assumed: DAYS,
    law: 'Permenaker 4/2023',
    facts: {
      askedOn: '2025-02-13',
      event: { kind: 'ACCIDENT', day: '2025-02-01', country: 'TW' },
      coverage: [contract('2023-06-01', '2026-06-01', { contractChanged: 'EMPLOYER' })],
    },
    verdict: 'ELIGIBLE',
    lines: {
      JKK_RAWAT_LN: { answer: 'eligible', kind: 'AT_MOST', idr: million(50) },
      JKK_CACAT_SEBAGIAN: { answer: 'undetermined', kind: 'AT_MOST', idr: million(142) },
      JKK_CACAT_TOTAL: { answer: 'undetermined', kind: 'EXACT', idr: million(100) },
      JKK_BERKALA: { answer: 'undetermined', kind: 'UNKNOWN', idr: null },
      JKK_PELATIHAN: { answer: 'undetermined', kind: 'IN_KIND', idr: null },
      JKK_PULANG_KECELAKAAN: { answer: 'eligible', kind: 'UNKNOWN', idr: null },
    },
    printed: [],
  },
];
