import type { JsonObject } from '../shared/text.ts';
import type { TestCase } from './claim-world.ts';
import { BP3MI, CONSENT, DINAS, MINISTRY } from './complaint-world.ts';

const offer = (body: string, reasonCode: string): JsonObject => ({ body, reasonCode, consent: CONSENT });
const because = (reasonCode: string): JsonObject => ({ reasonCode });
const TRANSFER = offer('BP3MI', 'OTHER_LEVEL');
const HELP = offer('BP3MI', 'NEEDS_HELP');

/** Every way in which a case that the regency holds is passed on, taken up, refused and given back. */
export function passAround(held: () => TestCase): void {
  held().do('refer', DINAS, HELP).do('acceptReferral', BP3MI).do('returnReferral', BP3MI, because('HELP_GIVEN'));
  held().do('refer', DINAS, HELP).do('declineReferral', BP3MI, because('NOT_OURS'));
  held().do('transfer', DINAS, TRANSFER).do('declineTransfer', BP3MI, because('NOT_OURS'));
  held().do('transfer', DINAS, TRANSFER).do('recallTransfer', DINAS, because('NO_ANSWER'));
  held().do('transfer', DINAS, TRANSFER).do('acceptTransfer', BP3MI);
}

/** What the rules of custody refuse on such a case, with the answer to each. */
export function refusedRound(held: () => TestCase): readonly (readonly [string, string])[] {
  const referred = (): TestCase => held().do('refer', DINAS, HELP);
  const offered = (): TestCase => held().do('transfer', DINAS, TRANSFER);
  const silent = { ...TRANSFER, consent: { ...CONSENT, by: 'NOBODY', how: 'NOT_ASKED' } };
  return [
    ['help asked by another', held().refusal('refer', BP3MI, offer('KP2MI', 'NEEDS_HELP'))],
    ['help asked of oneself', held().refusal('refer', DINAS, offer('DISNAKER', 'NEEDS_HELP'))],
    ['help asked twice', referred().refusal('refer', DINAS, HELP)],
    ['help that nobody asked for', held().refusal('acceptReferral', BP3MI)],
    ['help given by another', referred().refusal('acceptReferral', MINISTRY)],
    ['help given back before it was promised', referred().refusal('returnReferral', BP3MI, because('HELP_GIVEN'))],
    ['a second offer', offered().refusal('transfer', DINAS, TRANSFER)],
    ['an answer to no offer', held().refusal('declineTransfer', BP3MI, because('NOT_OURS'))],
    ['taking what another was offered', offered().refusal('acceptTransfer', MINISTRY)],
    ['declining for another', offered().refusal('declineTransfer', MINISTRY, because('NOT_OURS'))],
    ['an offer without a word of the worker', held().refusal('transfer', DINAS, silent)],
  ];
}
