import { HEIRS_AT_MOST } from '@titian/domain';
import type { Rulebook } from '../rows/rulebook.ts';
import { monthsLater } from './days.ts';
import type { HeirFact, PrecheckFacts } from './facts.ts';
import { error, twice, warning } from './finding.ts';
import { isMinor } from './payment.ts';
import type { PrecheckFinding } from './result.ts';

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

function tooMany(facts: PrecheckFacts): readonly PrecheckFinding[] {
  return Object.entries(HEIRS_AT_MOST).flatMap(([relation, limit]) => {
    const most = relation === 'SPOUSE' && facts.worker?.sex === 'F' ? 1 : limit;
    const living = (facts.heirs ?? []).flatMap((heir, index) =>
      heir.relation === relation && heir.alive !== false ? [index] : [],
    );
    const beyond = living[most];
    if (beyond === undefined) return [];
    return [
      error(
        'HEIRS_CANNOT_COEXIST',
        `/heirs/${beyond}/relation`,
        { id: `Paling banyak ${most} ${relation} yang hidup.`, en: `At most ${most} living ${relation} can exist.` },
        { id: 'Periksa siapa yang hidup dan apa hubungannya.', en: 'Check who lives and what the relation is.' },
      ),
    ];
  });
}

/** What contradicts or has to be asked about the family. */
export function aboutHeirs(facts: PrecheckFacts, rulebook: Rulebook): readonly PrecheckFinding[] {
  const heirs = facts.heirs ?? [];
  return [
    ...heirs.flatMap((heir, index) => aboutHeir(heir, `/heirs/${index}`, facts, rulebook)),
    ...twice(heirs.map(({ ref }) => ref)).map((index) =>
      error(
        'HEIR_TWICE',
        `/heirs/${index}/ref`,
        { id: 'Ahli waris ini sudah tercatat.', en: 'This heir is listed already.' },
        { id: 'Hapus yang ganda.', en: 'Take the second one out.' },
      ),
    ),
    ...tooMany(facts),
  ];
}
