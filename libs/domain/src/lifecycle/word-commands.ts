import { OWN_RULE, type LegalBasis } from '../shared/legal-basis.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { Commands } from './commands.ts';

/** Who writes, when, and by which input; a note is for officers, a message for the family. */
export interface WordsWish {
  readonly officers: readonly Role[];
  readonly stages: readonly string[];
  readonly input: string;
  /** Why the family is told. */
  readonly telling: LegalBasis;
}

/** Notes of officers among themselves, and messages to the family: one rule for every case type. */
export function wordCommands({ officers, stages, input, telling }: WordsWish): Commands<'addNote' | 'messageFamily'> {
  const shared = { from: [...stages], roles: [...officers], input, guards: [], whileSuspended: true };
  return {
    addNote: { ...shared, label: { id: 'Tambah catatan', en: 'Add a note' }, legalBasis: [OWN_RULE], event: 'noted' },
    messageFamily: {
      ...shared,
      label: { id: 'Kabari keluarga', en: 'Tell the family' },
      legalBasis: [telling],
      event: 'family-told',
    },
  };
}
