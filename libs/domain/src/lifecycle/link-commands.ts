import { OWN_RULE } from '../shared/legal-basis.ts';
import type { Text } from '../shared/text.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { Commands } from './commands.ts';

/** Who links, when, and what the case is called that the system opens beside this one. */
export interface LinksWish {
  readonly linkers: readonly Role[];
  readonly stages: readonly string[];
  readonly opened: Text;
  readonly refused: Text;
  /** Reached once the other case is open. */
  readonly milestone: string;
}

/** Links to other cases, and what came of a case that was to be opened beside: one rule for every case type. */
export function linkCommands({
  linkers,
  stages,
  opened,
  refused,
  milestone,
}: LinksWish): Commands<'linkCase' | 'linkedCaseOpened' | 'linkedCaseRefused'> {
  const shared = { legalBasis: [OWN_RULE], from: [...stages], guards: [], whileSuspended: true };
  const ofSystem = { ...shared, roles: ['system' as const], answers: 'linkedCase' as const };
  return {
    linkCase: {
      ...shared,
      label: { id: 'Kaitkan dengan kasus lain', en: 'Link with another case' },
      event: 'linked',
      roles: [...linkers],
      input: 'link@1',
      effect: 'linkCase@1',
    },
    linkedCaseOpened: {
      ...ofSystem,
      label: opened,
      event: 'linked-case-opened',
      input: 'linkedCase@1',
      effect: 'linkOpened@1',
      milestone,
      clears: ['linked_case_refused'],
    },
    linkedCaseRefused: {
      ...ofSystem,
      label: refused,
      event: 'linked-case-refused',
      input: 'linkedCaseRefusal@1',
      effect: 'linkRefused@1',
      raises: ['linked_case_refused'],
    },
  };
}
