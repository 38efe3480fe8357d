import type { z } from 'zod';
import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { LegalBasis } from '../shared/legal-basis.ts';

type Commands = z.input<typeof CaseDefinitionSchema>['commands'];

/** What differs between the case types. */
interface Where {
  readonly legalBasis: LegalBasis;
  /** Stages in which a search may report, and those in which a person decides. */
  readonly searched: readonly string[];
  readonly decided: readonly string[];
  readonly deciders: readonly Role[];
}

/** The search, and the decision of an officer on each case that it proposes. */
export function duplicateCommands({ legalBasis, searched, decided, deciders }: Where): Commands {
  const decision = { legalBasis: [legalBasis], from: [...decided], roles: [...deciders], whileSuspended: true };
  return {
    recordDuplicateSearch: {
      label: { id: 'Catat pencarian orang yang sama', en: 'Record the search for the same worker' },
      legalBasis: [legalBasis],
      event: 'duplicates-searched',
      from: [...searched],
      roles: ['system'],
      input: 'duplicateSearch@1',
      guards: [],
      effect: 'recordDuplicateSearch@1',
      whileSuspended: true,
      answers: 'duplicateSearch',
      asks: 'district_officer',
      asksWhen: 'duplicatesOpen@1',
      milestone: 'duplicates_searched',
    },
    confirmSameWorker: {
      ...decision,
      label: { id: 'Orang yang sama', en: 'It is the same worker' },
      event: 'same-worker-confirmed',
      input: 'sameWorker@1',
      guards: ['duplicateNamed@1'],
      effect: 'linkSameWorker@1',
      reasons: ['ANOTHER_MATTER', 'SAME_MATTER'],
    },
  };
}

/** Where nothing else is called so. */
export const dismissDuplicate = ({ legalBasis, decided, deciders }: Where): Commands => ({
  dismissDuplicate: {
    label: { id: 'Orang yang berbeda', en: 'It is another worker' },
    legalBasis: [legalBasis],
    event: 'duplicate-dismissed',
    from: [...decided],
    roles: [...deciders],
    input: 'otherWorker@1',
    guards: ['duplicateNamed@1'],
    effect: 'dismissDuplicate@1',
    whileSuspended: true,
    reasons: ['ANOTHER_PERSON'],
  },
});

/** Labels that every case type has for it. */
export const DUPLICATE_MILESTONES = {
  duplicates_searched: { label: { id: 'Orang yang sama sudah dicari', en: 'Same worker searched for' } },
} as const;
