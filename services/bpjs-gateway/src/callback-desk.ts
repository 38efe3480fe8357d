import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decide, type Actor, type Command } from '@titian/domain';
import { calendarInForce, models } from '@titian/persistence';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { sendCommand, type CaseClient } from '@titian/temporal';
import { toCommand, type Callback } from './callback.ts';
import { findCase } from './insurer.activities.ts';
import { CASE_CLIENT } from './tokens.ts';

const INSURER: Actor = { id: 'bpjs-gateway', role: 'insurer', office: 'bpjs', area: '' };

/** What became of a callback. Everything but `done` and `nothing-to-do` asks the insurer to send it again. */
export type CallbackOutcome = 'done' | 'nothing-to-do' | 'not-yet' | 'unknown-claim' | 'unavailable';

/**
 * Turns callbacks into commands. Late, repeated and reordered ones converge: a callback's command id is its own id, one that
 * comes too early is answered `not-yet` without a trace, and the insurer sends it again.
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
    if (state === undefined) {
      this.logger.error(`callback ${callback.callbackId} is about a claim that is not stored: ${caseId}`);
      return 'unknown-claim';
    }
    const wish = toCommand(callback, state);
    if (wish === null) return 'nothing-to-do';
    const commandId = `bpjs:${callback.callbackId}`;
    const earlier = await this.verdicts(caseId, commandId);
    if (earlier.includes('done')) return 'done';
    const command: Command = { ...wish, actor: INSURER };
    const decision = decide(models.ofHash(state.definition.hash), caseId, state, command, {
      now: new Date().toISOString(),
      calendar: await calendarInForce(this.db, currentCalendar),
      offices: this.offices,
      caseNumber: state.number,
    });
    if (!decision.ok) {
      this.logger.warn(`callback ${callback.callbackId} (${callback.type}) must wait: ${decision.refusal.code}`);
      return 'not-yet';
    }
    // A receipt of refusal stands for good; only a race can have stored one, and then the revision tells the tries apart.
    const id = earlier.length === 0 ? commandId : `${commandId}:${state.revision}`;
    const result = await sendCommand(this.cases, { caseType: state.type, caseId, commandId: id, command });
    if (result.kind === 'pending') return 'unavailable';
    return result.kind === 'answered' && result.receipt.status === 'done' ? 'done' : 'not-yet';
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
