import { roleOf } from './bodies.ts';
import { isStopped } from './clock/ledger.ts';
import type { Situation } from './registry.ts';
import type { Consent, OfficeRef } from './state.ts';
import type { Unfolding } from './unfolding.ts';
import type { OfferEnding, OfferName } from './vocabulary.ts';

/** The flag that is up while an offer is open; a definition that knows the offer has it. */
export const OFFER_FLAGS: Readonly<Record<OfferName, string>> = { referral: 'referred', transfer: 'transfer_offered' };

/** Offers help or the case to the body that the input names. A body of ours gets a task; one outside has no desk here. */
export function makeOffer(unfolding: Unfolding, offer: OfferName, { input }: Situation): void {
  const body = String(input['body']);
  const to = receiverOf(unfolding, body);
  unfolding.emit({
    kind: 'offer.made',
    offer,
    body,
    role: to?.role ?? null,
    office: to?.office ?? null,
    reasonCode: String(input['reasonCode']),
    severity: typeof input['severity'] === 'string' ? input['severity'] : null,
    consent: input['consent'] as unknown as Consent,
  });
  unfolding.emit({ kind: 'flag.raised', flag: OFFER_FLAGS[offer] });
  if (to !== null) unfolding.openTask(offer, 'offer', to.role, to.office);
}

function receiverOf(unfolding: Unfolding, body: string): OfficeRef | null {
  const role = roleOf(body);
  if (role === null) return null;
  const { passed, ...to } = unfolding.holderFor(role);
  for (const post of passed) unfolding.emit({ kind: 'post.passed', ...post });
  return to;
}

/**
 * Of a referral, help is promised and custody stays; of a transfer, custody moves. `moves`: the command leads to a stage
 * whose holder is found anew, so nothing is left to move here.
 */
export function acceptOffer(unfolding: Unfolding, offer: OfferName, moves: boolean, reason: string): void {
  const to = unfolding.state.offers[offer]?.to;
  unfolding.emit({ kind: 'offer.accepted', offer });
  if (offer !== 'transfer') return;
  unfolding.emit({ kind: 'flag.cleared', flag: OFFER_FLAGS[offer] });
  endOfferTask(unfolding, offer, reason);
  if (!moves && to != null) unfolding.moveCustody({ ...to, passed: [] }, reason);
}

/** Ends an offer if it is open; whoever made it goes on with the case. */
export function endOffer(unfolding: Unfolding, offer: OfferName, as: OfferEnding, reason: string): void {
  if (unfolding.state.offers[offer] === undefined) return;
  unfolding.emit({ kind: 'offer.ended', offer, as });
  unfolding.emit({ kind: 'flag.cleared', flag: OFFER_FLAGS[offer] });
  endOfferTask(unfolding, offer, reason);
}

/** Nobody answered in time: the offer goes back, and its clock has nothing left to measure. */
export function returnOffer(unfolding: Unfolding, offer: OfferName, clock: string): void {
  endOffer(unfolding, offer, 'lapsed', clock);
  unfolding.stopClocks('lapsed', (each) => each.name === clock && !isStopped(each));
}

function endOfferTask(unfolding: Unfolding, offer: OfferName, reason: string): void {
  unfolding.endTasks(
    reason,
    ({ role, office }) => role === unfolding.actor.role && office === unfolding.actor.office,
    ({ kind, name }) => kind === 'offer' && name === offer,
  );
}
