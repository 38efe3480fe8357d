import { randomUUID } from 'node:crypto';

/**
 * Somebody does something; `until`, `flag` and `event` wait for what services do meanwhile. `insurer` sets how it behaves from
 * now on, `reconcile` compares its list with ours.
 */
export type Step =
  | readonly [who: string, command: string, input?: object]
  | { readonly until: string; readonly status?: 'open' | 'suspended' | 'closed' }
  | { readonly flag: string }
  | { readonly event: string }
  | { readonly insurer: object }
  | { readonly reconcile: 'today' };

/** A case that is walked: opened by a body, then moved along by people and by the insurer's plan. */
export interface Walk {
  readonly what:
    'claims' | 'complaints' | 'complaints/drafts' | 'claims/prechecks' | 'placements' | 'placements/abroad';
  readonly body: object;
  /** Who opens it; the village head if nobody is named. */
  readonly opener?: string;
  readonly plan?: readonly object[];
  readonly steps: readonly Step[];
}

export const KADES = 'kades-tambakrejo';
export const DINAS = 'disnaker-blitar-1';
export const SECOND = 'disnaker-blitar-2';
export const MALANG = 'disnaker-malang-1';
export const BP3MI = 'bp3mi-jatim-1';
export const BP3MI_2 = 'bp3mi-jatim-2';
export const MINISTRY = 'kp2mi-1';
export const FAMILY = 'family:{caseId}';
export const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
export const instant = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString();
export const scan = (requirement: string, document: string): object => ({
  requirement,
  document,
  documentId: randomUUID(),
  sha256: 'b'.repeat(64),
});
export const because = (reasonCode: string): object => ({ reasonCode });
export const words = { statement: { text: 'Kata-kata yang tidak boleh keluar.' } };

/** The worker's word, kept as a statement. */
export const CONSENT = { by: 'SUBJECT', how: 'SPOKEN', day: day(0), statement: { text: 'Saya setuju.' } };

const help = { body: 'BP3MI', reasonCode: 'NEEDS_HELP', consent: CONSENT };
const over = { body: 'BP3MI', reasonCode: 'OTHER_LEVEL', consent: CONSENT };
/** A case that the regency holds, referred and passed to the province in every way there is. */
export const passAround: readonly Step[] = [
  [DINAS, 'refer', help],
  [BP3MI, 'acceptReferral'],
  [BP3MI, 'returnReferral', because('HELP_GIVEN')],
  [DINAS, 'refer', help],
  [BP3MI, 'declineReferral', because('CANNOT_HELP')],
  [DINAS, 'transfer', over],
  [BP3MI, 'declineTransfer', because('NOT_OURS')],
  [DINAS, 'transfer', over],
  [DINAS, 'recallTransfer', because('NO_ANSWER')],
  [DINAS, 'transfer', over],
  [BP3MI, 'acceptTransfer'],
];
