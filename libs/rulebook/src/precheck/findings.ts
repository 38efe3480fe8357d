import { rulebook as current, type Rulebook } from '../rows/rulebook.ts';
import type { PrecheckFacts } from './facts.ts';
import { error, warning } from './finding.ts';
import { aboutHeirs } from './heir-findings.ts';
import { aboutPeriods } from './period-findings.ts';
import type { PrecheckFinding } from './result.ts';

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
  const { event, askedOn } = facts;
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
  return [...found, ...aboutPeriods(facts), ...aboutHeirs(facts, rulebook), ...aboutCodes(facts, rulebook)];
}
