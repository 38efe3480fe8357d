import type { Text } from '@titian/domain';
import { rulebook as current, type Rulebook } from '../rows/rulebook.ts';
import { monthsLater } from './days.ts';
import { paidUntil } from './cover.ts';
import type { CoveragePeriod, HeirFact, PrecheckFacts } from './facts.ts';
import { isMinor } from './payment.ts';
import type { PrecheckFinding } from './result.ts';

type Severity = PrecheckFinding['severity'];
const finding = (code: string, severity: Severity, field: string, message: Text, remedy: Text): PrecheckFinding => ({
  code,
  severity,
  field,
  message,
  remedy,
});
const error = (code: string, field: string, message: Text, remedy: Text): PrecheckFinding =>
  finding(code, 'error', field, message, remedy);
const warning = (code: string, field: string, message: Text, remedy: Text): PrecheckFinding =>
  finding(code, 'warning', field, message, remedy);

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

function inPeriod(period: CoveragePeriod, at: string, { event }: PrecheckFacts): readonly PrecheckFinding[] {
  const found: PrecheckFinding[] = [];
  for (const [first, second, id, en, severity] of ORDERS) {
    const [a, b] = [period[first], period[second]];
    if (typeof a === 'string' && typeof b === 'string' && b < a)
      found.push(
        finding(
          'DAYS_CONTRADICT',
          severity,
          `${at}/${second}`,
          { id: `${id} (${a}, ${b})`, en: `${en} (${a}, ${b})` },
          CHECK_DAYS,
        ),
      );
  }
  if (period.embarkedOn === null && typeof period.debarkedOn === 'string')
    found.push(
      error(
        'DAYS_CONTRADICT',
        `${at}/debarkedOn`,
        { id: 'Kembali padahal belum berangkat.', en: 'A return is given for somebody who never left.' },
        {
          id: 'Isi tanggal berangkat, atau hapus tanggal kembali.',
          en: 'Give the day of departure, or take the return out.',
        },
      ),
    );
  const until = paidUntil({ ...period, contractEndsOn: undefined, memberUntil: undefined });
  if (until !== undefined && typeof period.contractEndsOn === 'string' && until < period.contractEndsOn)
    found.push(
      warning(
        'PREMIUM_SHORTER_THAN_CONTRACT',
        `${at}/paidMonths`,
        {
          id: `Iuran hanya sampai ${until}, kontrak sampai ${period.contractEndsOn}.`,
          en: `The premium reaches to ${until}, the contract to ${period.contractEndsOn}.`,
        },
        {
          id: 'Bayar iuran bulan selebihnya sebelum lewat.',
          en: 'Pay the premium of the months beyond before they come.',
        },
      ),
    );
  if (period.contractChanged !== undefined && period.contractChanged !== 'NO')
    found.push(
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
    );
  if (period.activeOnEventDay === false && typeof period.paidDuringOn === 'string')
    found.push(
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
    );
  const abroad = event.country !== undefined && event.country !== 'ID';
  if (abroad && period.embarkedOn === null && period.activeOnEventDay !== false)
    found.push(
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
    );
  return found;
}

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

/** How many of a relation can live at once; a man may have up to four wives (no row of this rulebook, so only a limit of sense). */
const AT_MOST = { PARENT: 2, GRANDPARENT: 4, SPOUSE: 4, PARENT_IN_LAW: 8 } as const;

function aboutHeir(heir: HeirFact, at: string, facts: PrecheckFacts, rulebook: Rulebook): readonly PrecheckFinding[] {
  const { event, worker } = facts;
  const found: PrecheckFinding[] = [];
  const contradiction = (field: string, id: string, en: string): void => {
    found.push(
      error(
        'HEIR_IMPOSSIBLE',
        field,
        { id, en },
        { id: 'Periksa hubungan dan tanggal lahirnya.', en: 'Check the relation and the day of birth.' },
      ),
    );
  };
  const { relation, bornOn } = heir;
  if (typeof bornOn === 'string') {
    if (bornOn > monthsLater(event.day, 10))
      contradiction(`${at}/bornOn`, 'Lahir terlalu lama setelah kejadian.', 'Born too long after the event.');
    const born = worker?.bornOn;
    if (born !== undefined && (relation === 'CHILD' || relation === 'GRANDCHILD') && bornOn <= born)
      contradiction(
        `${at}/bornOn`,
        'Anak atau cucu lebih tua daripada PMI.',
        'A child or grandchild is older than the worker.',
      );
    if (born !== undefined && (relation === 'PARENT' || relation === 'GRANDPARENT') && bornOn >= born)
      contradiction(`${at}/bornOn`, 'Orang tua lebih muda daripada PMI.', 'A parent is younger than the worker.');
  }
  if (relation === 'SPOUSE' && heir.alive !== false && (worker?.maritalStatus ?? 'MARRIED') !== 'MARRIED')
    contradiction(
      `${at}/relation`,
      'Ada suami atau istri, padahal statusnya tidak kawin.',
      'There is a spouse, but the worker is not married.',
    );
  const minor = isMinor(heir, facts.askedOn, rulebook.rulesOn(facts.askedOn));
  if (minor === true && heir.guardianRef === undefined && heir.alive !== false)
    found.push(
      warning(
        'MINOR_WITHOUT_GUARDIAN',
        `${at}/guardianRef`,
        { id: 'Ahli waris di bawah umur tanpa wali.', en: 'An heir under age has no guardian.' },
        { id: 'Catat wali dan surat perwaliannya.', en: 'Record the guardian and the paper that says so.' },
      ),
    );
  const years = heir.school?.yearsLeft;
  const level = heir.school && rulebook.rulesOn(event.day).scholarships.get(heir.school.level);
  if (years !== undefined && level && years > level.years)
    found.push(
      error(
        'SCHOOL_YEARS_TOO_MANY',
        `${at}/school/yearsLeft`,
        {
          id: `${level.label.id} dibayar paling banyak ${level.years} tahun.`,
          en: `${level.label.en} is paid for at most ${level.years} years.`,
        },
        { id: 'Isi sisa tahun di jenjang itu.', en: 'Give the years left at that level.' },
      ),
    );
  return found;
}

function aboutHeirs(facts: PrecheckFacts, rulebook: Rulebook): readonly PrecheckFinding[] {
  const heirs = facts.heirs ?? [];
  const found = heirs.flatMap((heir, index) => aboutHeir(heir, `/heirs/${index}`, facts, rulebook));
  const refs = new Map<string, number>();
  heirs.forEach(({ ref }, index) => {
    if (refs.has(ref))
      found.push(
        error(
          'HEIR_TWICE',
          `/heirs/${index}/ref`,
          { id: `${ref} sudah tercatat.`, en: `${ref} is listed already.` },
          { id: 'Hapus yang ganda.', en: 'Take the second one out.' },
        ),
      );
    refs.set(ref, index);
  });
  for (const [relation, limit] of Object.entries(AT_MOST)) {
    const most = relation === 'SPOUSE' && facts.worker?.sex === 'F' ? 1 : limit;
    const living = heirs.flatMap((heir, index) => (heir.relation === relation && heir.alive !== false ? [index] : []));
    const beyond = living[most];
    if (beyond !== undefined)
      found.push(
        error(
          'HEIRS_CANNOT_COEXIST',
          `/heirs/${beyond}/relation`,
          { id: `Paling banyak ${most} ${relation} yang hidup.`, en: `At most ${most} living ${relation} can exist.` },
          { id: 'Periksa siapa yang hidup dan apa hubungannya.', en: 'Check who lives and what the relation is.' },
        ),
      );
  }
  return found;
}

function aboutCodes(facts: PrecheckFacts, rulebook: Rulebook): readonly PrecheckFinding[] {
  const known = rulebook.benefitCodes;
  const asked = [
    ...(facts.wanted ?? []).map((code, index) => ({ code, field: `/wanted/${index}` })),
    ...(facts.costs ?? []).map(({ benefit }, index) => ({ code: benefit, field: `/costs/${index}/benefit` })),
  ];
  const onThatDay = rulebook.rulesOn(facts.event.day).benefitsByCode;
  return asked.flatMap(({ code, field }) => {
    const benefit = benefitCodeOf(code);
    if (!known.has(benefit))
      return [
        error(
          'BENEFIT_UNKNOWN',
          field,
          { id: `Tidak ada manfaat ${code}.`, en: `There is no benefit ${code}.` },
          { id: `Pilih salah satu: ${[...known].join(', ')}.`, en: `Choose one of ${[...known].join(', ')}.` },
        ),
      ];
    if (onThatDay.has(benefit)) return [];
    return [
      warning(
        'BENEFIT_NOT_IN_FORCE',
        field,
        { id: `${code} belum ada pada ${facts.event.day}.`, en: `${code} did not exist on ${facts.event.day}.` },
        { id: 'Kejadian dinilai menurut hukum pada harinya.', en: 'An event is judged by the law of its day.' },
      ),
    ];
  });
}

/** Lines of a scholarship claim name the level, e.g. `BEASISWA_SMA`; the benefit is one. */
export const benefitCodeOf = (code: string): string => (code.startsWith('BEASISWA_') ? 'BEASISWA' : code);

/** Everything in the facts that contradicts itself or has to be asked. Nothing is thrown away: a bad fact only is not used. */
export function findingsIn(facts: PrecheckFacts, rulebook: Rulebook = current): readonly PrecheckFinding[] {
  const { coverage = [], event, askedOn } = facts;
  const found: PrecheckFinding[] = [];
  if (event.day > askedOn)
    found.push(
      error(
        'EVENT_IN_FUTURE',
        '/event/day',
        { id: 'Kejadian ada di masa depan.', en: 'The event lies in the future.' },
        { id: 'Isi tanggal kejadian yang sebenarnya.', en: 'Give the day on which it happened.' },
      ),
    );
  const first = rulebook.firstDay;
  if (event.day < first)
    found.push(
      error(
        'EVENT_BEFORE_FIRST_RULE',
        '/event/day',
        { id: `Aturan tertua yang diketahui mulai ${first}.`, en: `The oldest rule known begins on ${first}.` },
        {
          id: 'Kasus ini harus dinilai oleh petugas menurut aturan sebelum itu.',
          en: 'An officer has to judge the case by the rules before that.',
        },
      ),
    );
  return [
    ...found,
    ...coverage.flatMap((period, index) => inPeriod(period, `/coverage/${index}`, facts)),
    ...overlaps(coverage),
    ...aboutHeirs(facts, rulebook),
    ...aboutCodes(facts, rulebook),
  ];
}
