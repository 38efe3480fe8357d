import { refOf, type RulesOfDay } from '../rows/rulebook.ts';
import type { RowOf } from '../rows/schema.ts';
import type { PaperCondition } from '../rows/vocabulary.ts';
import type { PrecheckFacts } from './facts.ts';
import { isMinor } from './payment.ts';
import type { PaperAlternative, PaperRequirement } from './result.ts';

/** When a paper is asked for, by the name in its row. */
const ASKED_WHEN: Readonly<
  Record<PaperCondition, (facts: PrecheckFacts, claimType: string, rules: RulesOfDay) => boolean>
> = {
  died: ({ event }) => event.kind === 'DEATH',
  survived: ({ event }) => event.kind !== 'DEATH',
  onLeave: ({ event }) => event.onLeave === true,
  lostAtSea: ({ event }) => event.lostAtSea === true,
  transportAsked: ({ costs = [] }, claimType) =>
    costs.some(({ benefit }) => benefit === 'JKK_TRANSPORT' || (benefit === claimType && benefit !== 'JKK_RAWAT_LN')),
  costAboveHostInsurance: ({ event }) => event.hostInsurancePaid === true,
  spouseIsHeir: ({ heirs = [] }) => heirs.some(({ relation, alive }) => relation === 'SPOUSE' && alive !== false),
  minorIsHeir: ({ heirs = [], event }, _claimType, rules) =>
    heirs.some((heir) => heir.alive !== false && isMinor(heir, event.day, rules) === true),
};

function alternative(
  { document, substitute }: RowOf<'paper'>['anyOf'][number],
  rules: RulesOfDay,
): readonly PaperAlternative[] {
  const row = rules.documents.get(document);
  if (row === undefined) return []; // the linter refuses a paper that no row describes
  return [{ document, label: row.label, substitute, issuers: row.issuers, row: refOf('document', row) }];
}

/** What a claim of a type needs in this case: each requirement is settled by any one of its papers. */
export function papersOf(claimType: string, facts: PrecheckFacts, rules: RulesOfDay): readonly PaperRequirement[] {
  const asked = (rules.papersByClaimType.get(claimType) ?? []).filter(
    ({ when }) => when === undefined || ASKED_WHEN[when](facts, claimType, rules),
  );
  const replaced = new Set(asked.filter(({ when }) => when !== undefined).map(({ requirement }) => requirement));
  return asked
    .filter(({ when, requirement }) => when !== undefined || !replaced.has(requirement))
    .map((row) => ({
      requirement: row.requirement,
      label: row.label,
      anyOf: row.anyOf.flatMap((each) => alternative(each, rules)),
      byPractice: row.byPractice,
      row: refOf('paper', row),
    }));
}
