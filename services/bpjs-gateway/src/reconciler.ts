import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import type { CaseState } from '@titian/domain';
import { sendCommand, type CaseClient } from '@titian/temporal';
import type { Callback } from './callback.ts';
import { CallbackDesk } from './callback-desk.ts';
import { HttpInsurer, type InsurerClaim } from './http-insurer.ts';
import { aboutOf, findCase } from './insurer.activities.ts';
import { ParkedCallbacks } from './parked-callbacks.ts';
import { CASE_CLIENT } from './tokens.ts';

/** Makes the ids of callbacks that were never received: the same difference is the same callback each time. */
const MISSED_NAMESPACE = '0c6f4f0e-6f0a-5d4e-9a53-2c7c1f3b9d10';
const SYSTEM = { id: 'system', role: 'system', office: 'titian', area: '' } as const;
/** Stages in which the insurer must know the claim. */
const INSURER_HAS = ['insurer_review', 'decided', 'objection', 'payment', 'confirm'];

/** What one run found. */
export interface Reconciliation {
  readonly days: readonly string[];
  readonly compared: number;
  /** A missed callback explained the difference, and its command was done. */
  readonly repaired: number;
  /** Differences that a person was asked to look at. */
  readonly asked: number;
  /** Too early to say: the next run looks again. */
  readonly pending: number;
}
type Verdict = 'same' | 'repaired' | 'asked' | 'pending';

/**
 * Compares our claims with the insurer's list. What a missed callback explains is repaired by the command of that callback,
 * through the same desk; anything else becomes a task. Repeatable: a second run finds nothing left to do.
 */
@Injectable()
export class Reconciler {
  private readonly logger = new Logger(Reconciler.name);

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CASE_CLIENT) private readonly cases: CaseClient,
    @Inject(HttpInsurer) private readonly insurer: HttpInsurer,
    @Inject(CallbackDesk) private readonly desk: CallbackDesk,
    @Inject(ParkedCallbacks) private readonly parking: ParkedCallbacks,
  ) {}

  /** The claims of these days (Jakarta) in the insurer's list, and our open claims that stand in none of them. */
  async reconcile(days: readonly string[]): Promise<Reconciliation> {
    const verdicts: Verdict[] = [];
    const listed = new Map<string, InsurerClaim>();
    for (const day of days) for (const claim of await this.insurer.claimsOf(day)) listed.set(claim.reference, claim);
    for (const claim of listed.values()) verdicts.push(await this.compare(claim));
    for (const state of await this.openClaims(days[0] ?? ''))
      if (!listed.has(String(state.facts['insurerReference']))) verdicts.push(await this.lookUp(state));
    const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
    const result = {
      days,
      compared: verdicts.length,
      repaired: count('repaired'),
      asked: count('asked'),
      pending: count('pending'),
    };
    this.logger.log(`reconciled ${JSON.stringify(result)}`);
    return result;
  }

  private async compare(claim: InsurerClaim): Promise<Verdict> {
    let verdict: Verdict = 'same';
    for (const callback of missedCallbacks(claim)) {
      const next = await this.tell(claim, callback);
      if (next !== 'same' && verdict !== 'asked') verdict = next;
      if (next === 'pending') break; // what comes after it would come too early as well
    }
    return verdict;
  }

  private async tell(claim: InsurerClaim, callback: Callback): Promise<Verdict> {
    const outcome = await this.desk.take(callback);
    switch (outcome.kind) {
      case 'done':
        return 'repaired';
      case 'nothing-to-do':
        return 'same';
      case 'not-yet':
      case 'unavailable':
        return 'pending';
      case 'parked':
        await this.parking.park(callback, outcome.reason);
        await this.ask(claim.claimRef, outcome.reason, claim.reference, callback.callbackId);
        return 'asked';
    }
  }

  /** A claim that was not in the list of these days: the insurer is asked for it by its reference. */
  private async lookUp(state: CaseState): Promise<Verdict> {
    const reference = String(state.facts['insurerReference']);
    const claim = await this.insurer.findClaim(aboutOf(state), reference);
    if (claim !== undefined) return this.compare(claim);
    await this.ask(state.caseId, 'unknown-to-insurer', reference, reference);
    return 'asked';
  }

  /** A task for the office, told once for each difference; a closed claim has the parked callback alone. */
  private async ask(caseId: string, finding: string, reference: string, about: string): Promise<void> {
    const state = await findCase(this.db, caseId);
    if (state === undefined || state.status === 'closed') return;
    await sendCommand(this.cases, {
      caseType: 'claim',
      caseId,
      commandId: `reconcile:${finding}:${about}`,
      command: {
        name: 'reconcileFinding',
        actor: SYSTEM,
        input: { finding: finding.toUpperCase().replaceAll('-', '_'), reference },
      },
    });
  }

  /** Open claims with a reference, submitted since the first of the days or before and not heard of since. */
  private async openClaims(sinceDay: string): Promise<readonly CaseState[]> {
    const rows: { state: CaseState }[] = await this.db.query(
      `select state from case_file
       where type = 'claim' and status <> 'closed' and stage = any($1)
         and state -> 'facts' ->> 'insurerReference' is not null
         and coalesce(state -> 'facts' ->> 'channel', 'http') <> 'manual'
         and state -> 'facts' ->> 'insurerReceivedAt' >= $2
       limit 5000`,
      [INSURER_HAS, sinceDay],
    );
    return rows.map(({ state }) => state);
  }
}

/** What the insurer must have told about a claim that stands as it does, in the order in which it happened. */
function missedCallbacks(claim: InsurerClaim): Callback[] {
  const { reference, claimRef, updatedAt } = claim;
  const about = (fact: string, occurredAt: string) => ({
    callbackId: uuidv5(`${reference}/${fact}`, MISSED_NAMESPACE),
    reference,
    claimRef,
    occurredAt,
    currency: 'IDR',
  });
  const request = claim.informationRequest;
  const told: Callback[] = [];
  if (request !== undefined)
    told.push({ ...about(`request/${updatedAt}`, updatedAt), type: 'claim.information-requested', ...request });
  if (claim.decidedAt !== undefined)
    told.push({
      ...about(`decision/${claim.decidedAt}`, claim.decidedAt),
      type: 'claim.decided',
      lines: claim.decisions,
      ...(claim.decider === undefined ? {} : { decider: claim.decider }),
    });
  for (const { paymentReference, orderRef, status, lines, paidDay, reasonCode } of claim.payments) {
    const payment = { ...about(`payment/${paymentReference}/${status}`, updatedAt), paymentReference, orderRef };
    if (status === 'paid' && paidDay !== undefined) told.push({ ...payment, type: 'payment.paid', lines, paidDay });
    if (status === 'failed' || status === 'returned')
      told.push({ ...payment, type: `payment.${status}`, reasonCode: reasonCode ?? 'BANK_REFUSED' });
  }
  return told;
}
