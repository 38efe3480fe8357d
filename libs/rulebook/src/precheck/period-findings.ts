import type { Text } from '@titian/domain';
import { paidUntil } from './cover.ts';
import type { CoveragePeriod, PrecheckFacts } from './facts.ts';
import { error, twice, warning } from './finding.ts';
import type { PrecheckFinding } from './result.ts';

const CHECK_DAYS: Text = { id: 'Periksa kedua tanggal itu.', en: 'Check both days.' };

/** Days of one period that must not come in another order: the first before or on the second. */
const ORDERS = [
  [
    'paidBeforeOn',
    'embarkedOn',
    'Iuran sebelum bekerja dibayar setelah berangkat.',
    'The premium for the time before work was paid after the departure.',
    'warning',
  ],
  ['embarkedOn', 'debarkedOn', 'Kembali sebelum berangkat.', 'The return lies before the departure.', 'error'],
  [
    'debarkedOn',
    'arrivedHomeOn',
    'Tiba di rumah sebelum tiba di Indonesia.',
    'The arrival at home lies before the return to Indonesia.',
    'error',
  ],
  [
    'contractStartsOn',
    'contractEndsOn',
    'Kontrak berakhir sebelum dimulai.',
    'The contract ends before it starts.',
    'error',
  ],
  [
    'embarkedOn',
    'contractEndsOn',
    'Kontrak berakhir sebelum berangkat.',
    'The contract ends before the departure.',
    'error',
  ],
  [
    'memberFrom',
    'memberUntil',
    'Kepesertaan berakhir sebelum dimulai.',
    'The membership ends before it starts.',
    'error',
  ],
] as const;

/** A check of one period; `at` is its JSON pointer. */
type Check = (period: CoveragePeriod, at: string, facts: PrecheckFacts) => readonly PrecheckFinding[];

const daysInOrder: Check = (period, at) =>
  ORDERS.flatMap(([first, second, id, en, severity]) => {
    const [a, b] = [period[first], period[second]];
    if (typeof a !== 'string' || typeof b !== 'string' || a <= b) return [];
    const message: Text = { id: `${id} (${a}, ${b})`, en: `${en} (${a}, ${b})` };
    return [(severity === 'error' ? error : warning)('DAYS_CONTRADICT', `${at}/${second}`, message, CHECK_DAYS)];
  });

const returnWithoutDeparture: Check = ({ embarkedOn, debarkedOn }, at) =>
  embarkedOn !== null || typeof debarkedOn !== 'string'
    ? []
    : [
        error(
          'DAYS_CONTRADICT',
          `${at}/debarkedOn`,
          { id: 'Kembali padahal belum berangkat.', en: 'A return is given for somebody who never left.' },
          {
            id: 'Isi tanggal berangkat, atau hapus tanggal kembali.',
            en: 'Give the day of departure, or take the return out.',
          },
        ),
      ];

const premiumOfWholeContract: Check = (period, at) => {
  const end = period.contractEndsOn;
  const until = paidUntil({ ...period, contractEndsOn: undefined, memberUntil: undefined });
  if (until === undefined || typeof end !== 'string' || end <= until) return [];
  return [
    warning(
      'PREMIUM_SHORTER_THAN_CONTRACT',
      `${at}/paidMonths`,
      {
        id: `Iuran hanya sampai ${until}, kontrak sampai ${end}.`,
        en: `The premium reaches to ${until}, the contract to ${end}.`,
      },
      {
        id: 'Bayar iuran bulan selebihnya sebelum lewat.',
        en: 'Pay the premium of the months beyond before they come.',
      },
    ),
  ];
};

const registeredContract: Check = ({ contractChanged = 'NO' }, at) =>
  contractChanged === 'NO'
    ? []
    : [
        warning(
          'CONTRACT_CHANGED',
          `${at}/contractChanged`,
          {
            id: 'Kontrak saat kejadian bukan kontrak yang terdaftar.',
            en: 'The contract of the event is not the registered one.',
          },
          {
            id: 'Ini pertanyaan, bukan penolakan: catat perubahan dan buktinya.',
            en: 'This is a question and no refusal: record the change and its proof.',
          },
        ),
      ];

const insurerAgrees: Check = ({ activeOnEventDay, paidDuringOn }, at) =>
  activeOnEventDay !== false || typeof paidDuringOn !== 'string'
    ? []
    : [
        warning(
          'INSURER_RECORD_DIFFERS',
          `${at}/activeOnEventDay`,
          {
            id: 'BPJS mencatat tidak aktif, padahal ada pembayaran iuran.',
            en: 'The insurer records no active membership although a premium was paid.',
          },
          {
            id: 'Minta BPJS memeriksa pembayaran dengan bukti bayar.',
            en: 'Ask the insurer to check the payment, with its proof.',
          },
        ),
      ];

const leftBeforeEventAbroad: Check = ({ embarkedOn, activeOnEventDay }, at, { event }) => {
  const abroad = event.country !== undefined && event.country !== 'ID';
  if (!abroad || embarkedOn !== null || activeOnEventDay === false) return [];
  return [
    warning(
      'EVENT_ABROAD_WITHOUT_DEPARTURE',
      `${at}/embarkedOn`,
      {
        id: 'Kejadian di luar negeri, padahal belum berangkat dengan kontrak ini.',
        en: 'The event lies abroad, but nobody left under this contract.',
      },
      {
        id: 'Isi tanggal berangkat dan kontrak yang dipakai.',
        en: 'Give the day of departure and the contract that was used.',
      },
    ),
  ];
};

const CHECKS: readonly Check[] = [
  daysInOrder,
  returnWithoutDeparture,
  premiumOfWholeContract,
  registeredContract,
  insurerAgrees,
  leftBeforeEventAbroad,
];

/** The time a period takes up: from its first known day to its last, open ends reaching on. */
function reach({
  embarkedOn,
  contractStartsOn,
  contractEndsOn,
  debarkedOn,
  memberFrom,
  memberUntil,
}: CoveragePeriod): readonly [string, string] | null {
  const from = embarkedOn ?? contractStartsOn ?? memberFrom;
  const to = debarkedOn ?? contractEndsOn ?? memberUntil;
  return from == null || to == null ? null : [from, to];
}

function overlaps(coverage: readonly CoveragePeriod[]): readonly PrecheckFinding[] {
  const found: PrecheckFinding[] = [];
  coverage.forEach((one, index) => {
    coverage.slice(0, index).forEach((other) => {
      const [a, b] = [reach(other), reach(one)];
      if (a !== null && b !== null && a[0] < b[1] && b[0] < a[1])
        found.push(
          error(
            'PERIODS_OVERLAP',
            `/coverage/${index}`,
            {
              id: `Kontrak ${one.ref} bertumpang dengan ${other.ref}.`,
              en: `Contract ${one.ref} overlaps ${other.ref}.`,
            },
            {
              id: 'Satu kontrak satu kepesertaan: tutup yang lama dengan tanggal akhirnya.',
              en: 'One contract, one membership: end the older one on its last day.',
            },
          ),
        );
    });
  });
  return found;
}

/** What contradicts or has to be asked about contracts and premiums. */
export function aboutPeriods(facts: PrecheckFacts): readonly PrecheckFinding[] {
  const { coverage = [] } = facts;
  return [
    ...coverage.flatMap((period, index) => CHECKS.flatMap((check) => check(period, `/coverage/${index}`, facts))),
    ...overlaps(coverage),
    ...twice(coverage.map(({ ref }) => ref)).map((index) =>
      warning(
        'PERIOD_TWICE',
        `/coverage/${index}/ref`,
        { id: 'Kontrak ini sudah tercatat.', en: 'This contract is listed already.' },
        {
          id: 'Hapus yang ganda, atau beri rujukan lain.',
          en: 'Take the second one out, or give it another reference.',
        },
      ),
    ),
  ];
}
