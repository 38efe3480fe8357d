import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decide, type Actor, type Calendar, type CaseState, type Command, type Refusal } from '@titian/domain';
import { calendarInForce, models } from '@titian/persistence';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { sendCommand, type CaseClient } from '@titian/temporal';
import { meaningOf, type Callback, type ParkReason, type Wish } from './callback.ts';
import { findCase } from './insurer.activities.ts';
import { CASE_CLIENT } from './tokens.ts';

const INSURER: Actor = { id: 'bpjs-gateway', role: 'insurer', office: 'bpjs', area: '' };
/** Refusals that time mends: the case goes on, and the insurer sends again. */
const PASSING: ReadonlySet<string> = new Set(['command/wrong-stage', 'case/suspended', 'case/stale-version']);

/** What became of a callback. */
export type CallbackOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'nothing-to-do' }
  /** Too early, or the engine is away: the insurer sends it again. */
  | { readonly kind: 'not-yet' | 'unavailable' }
  /** Kept for a person; the case is as it was. */
  | { readonly kind: 'parked'; readonly reason: ParkReason };

/**
 * Turns callbacks into commands. Late, repeated and reordered ones converge: a callback's command id is its own id, one that
 * comes too early is answered `not-yet` without a trace, and one that fits nowhere is parked, never dropped.
 */
@Injectable()
export class CallbackDesk {
  private readonly logger = new Logger(CallbackDesk.name);
  private readonly offices = officeDirectory();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CASE_CLIENT) private readonly cases: CaseClient,
  ) {}

  async take(callback: Callback): Promise<CallbackOutcome> {
    const caseId = callback.claimRef;
    const state = await findCase(this.db, caseId);
    if (state?.type !== 'claim') return { kind: 'parked', reason: 'unknown-claim' };
    const commandId = `bpjs:${callback.callbackId}`;
    const earlier = await this.verdicts(caseId, commandId);
    if (earlier.includes('done')) return { kind: 'done' };
    const meaning = meaningOf(callback, state);
    if (meaning.kind === 'nothing') return { kind: 'nothing-to-do' };
    if (meaning.kind === 'wait') return { kind: 'not-yet' };
    if (meaning.kind === 'park') return { kind: 'parked', reason: meaning.reason };
    const calendar = await calendarInForce(this.db, currentCalendar);
    const refusals: Refusal[] = [];
    for (const wish of meaning.wishes) {
      const refusal = this.refusalOf(state, wish, calendar);
      if (refusal === null) {
        // A receipt of refusal stands for good; only a race can have stored one, and then the revision tells the tries apart.
        return this.send(state, wish, earlier.length === 0 ? commandId : `${commandId}:${state.revision}`);
      }
      refusals.push(refusal);
    }
    this.logger.warn(`callback ${callback.callbackId} (${callback.type}): ${refusals.map(({ code }) => code).join()}`);
    // Of several wishes the last is the general one: what refuses it is what stands in the way.
    return PASSING.has(refusals.at(-1)?.code ?? '') ? { kind: 'not-yet' } : { kind: 'parked', reason: 'refused' };
  }

  private refusalOf(state: CaseState, wish: Wish, calendar: Calendar): Refusal | null {
    const command: Command = { ...wish, actor: INSURER };
    const decision = decide(models.ofHash(state.definition.hash), state.caseId, state, command, {
      now: new Date().toISOString(),
      calendar,
      offices: this.offices,
      caseNumber: state.number,
    });
    return decision.ok ? null : decision.refusal;
  }

  private async send(state: CaseState, wish: Wish, commandId: string): Promise<CallbackOutcome> {
    const { type: caseType, caseId } = state;
    const result = await sendCommand(this.cases, { caseType, caseId, commandId, command: { ...wish, actor: INSURER } });
    if (result.kind === 'pending') return { kind: 'unavailable' };
    return { kind: result.kind === 'answered' && result.receipt.status === 'done' ? 'done' : 'not-yet' };
  }

  /** What the record has said to the tries of one callback so far. */
  private async verdicts(caseId: string, commandId: string): Promise<('done' | 'refused')[]> {
    const rows: { status: 'done' | 'refused' }[] = await this.db.query(
      `select status from command_receipt
       where case_id = $1 and (command_id = $2 or starts_with(command_id, $2 || ':'))`,
      [caseId, commandId],
    );
    return rows.map(({ status }) => status);
  }
}
