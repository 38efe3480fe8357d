import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Identity } from '@titian/auth';
import {
  decide,
  type Calendar,
  type CaseState,
  type CaseType,
  type Command,
  type JsonObject,
  type OfficeDirectory,
} from '@titian/domain';
import { problem, ProblemError, refusalProblem } from '@titian/http';
import {
  asActor,
  CaseReader,
  commandDigest,
  findReceiptOf,
  models,
  officesInForce,
  StatementStore,
} from '@titian/persistence';
import { benefitRules, currentCalendar, officeDirectory } from '@titian/rulebook';
import { sendCommand, type CaseClient } from '@titian/temporal';
import type { Receipt } from '@titian/workflow-contracts';
import { CASE_CLIENT } from '../tokens.ts';
import { mustBeAllowed, noSuchCase } from './access.ts';
import { heirsJudged } from './heirs.ts';
import { warningsAbout, type Warning } from './person-forms.ts';
import { splitWords } from './word-forms.ts';
import { withPlaceholders, withReferences, type Words } from './words.ts';

/** A command as an endpoint hands it over. */
export interface Wish {
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly commandId: string;
  readonly name: string;
  readonly input: JsonObject;
  readonly words: readonly Words[];
  readonly expectedRevision?: number | undefined;
  /** Only for the command that opens a case: its area. */
  readonly opensIn?: string | undefined;
}

/** A command on a case that exists, as a caller sends it: its words are still inside. */
export interface CaseRequest {
  readonly caseId: string;
  readonly commandId: string;
  readonly command: string;
  readonly body: JsonObject;
  readonly expectedRevision: number | undefined;
  /** Only a case of this type is meant; another looks like one that does not exist. */
  readonly ofType?: CaseType | undefined;
}

/** What came of it. `pending`: not known yet, ask again by command id. */
export type WishOutcome = { readonly warnings: readonly Warning[] } & (
  { readonly kind: 'done'; readonly receipt: Receipt; readonly replayed: boolean } | { readonly kind: 'pending' }
);

/** Stands in while the record has published no calendar and keeps no offices. */
const RELEASE = { calendar: currentCalendar, offices: officeDirectory() };

interface Found {
  readonly state: CaseState | null;
  readonly calendar: Calendar;
  readonly offices: OfficeDirectory;
  readonly earlier: Awaited<ReturnType<typeof findReceiptOf>>;
}

/**
 * The one way from HTTP to a case. It reads, tries the command on the state it read, keeps the words apart, and hands the
 * command to the workflow. It writes no case state: the record decides.
 */
@Injectable()
export class CaseDesk {
  private readonly reader = new CaseReader();
  private readonly benefits = benefitRules();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(StatementStore) private readonly statements: StatementStore,
    @Inject(CASE_CLIENT) private readonly cases: CaseClient,
  ) {}

  /** @throws ProblemError 404 if unknown or outside what the identity may see */
  async getCase(identity: Identity, caseId: string): Promise<CaseState> {
    const state = await asActor(this.db, identity, (tx) => this.reader.findCase(tx, caseId));
    if (state === undefined) throw noSuchCase();
    return state;
  }

  /** Does a command on a case that exists, with its words taken out. @throws ProblemError as {@link send} does */
  async request(identity: Identity, { caseId, command, body, ofType, ...request }: CaseRequest): Promise<WishOutcome> {
    mustBeAllowed(identity, 'case:command', { caseId });
    const state = await this.getCase(identity, caseId);
    const { type, definition } = state;
    if (ofType !== undefined && ofType !== type) throw noSuchCase();
    const said = splitWords(models.ofHash(definition.hash), command, body);
    const input =
      command === 'recordHeirs'
        ? heirsJudged(state, said.input, said.words, await this.workerOf(identity, state))
        : said.input;
    return this.send(identity, { ...request, caseType: type, caseId, name: command, input, words: said.words });
  }

  /**
   * Sends a command; the same command id again answers as the first time. A refusal leaves no trace: nothing is stored,
   * no run is started.
   */
  async send(identity: Identity, wish: Wish): Promise<WishOutcome> {
    const { state, calendar, offices, earlier } = await this.look(identity, wish);
    const { id, role, office } = identity;
    const actor = { id, role, office, area: identity.area };
    const toCommand = (input: JsonObject): Command => ({
      name: wish.name,
      actor,
      input,
      ...(wish.expectedRevision === undefined ? {} : { expectedRevision: wish.expectedRevision }),
    });
    if (earlier === undefined)
      this.refuseEarly(wish, { state, calendar, offices }, toCommand(withPlaceholders(wish.input, wish.words)));
    const area = state?.area ?? wish.opensIn ?? '';
    const warnings = warningsAbout(wish.words, area);
    const withWordsKept = async (tx: EntityManager): Promise<Command> => {
      const about = { commandId: wish.commandId, area, identity };
      return toCommand(await withReferences(tx, this.statements, wish.input, wish.words, about));
    };
    if (earlier !== undefined) {
      // Refused inside the transaction: a key that was used for something else leaves none of its words behind.
      return asActor(this.db, identity, async (tx) => ({
        ...this.replay(earlier, await withWordsKept(tx), wish.commandId),
        warnings,
      }));
    }
    const command = await asActor(this.db, identity, withWordsKept);
    const result = await sendCommand(this.cases, {
      caseType: wish.caseType,
      caseId: wish.caseId,
      commandId: wish.commandId,
      command,
    });
    switch (result.kind) {
      case 'answered':
        if (result.receipt.refusal !== null) {
          throw new ProblemError(refusalProblem(result.receipt.refusal, result.receipt.revision));
        }
        return { kind: 'done', receipt: result.receipt, replayed: false, warnings };
      case 'malformed':
        throw new ProblemError(malformed(result.code, result.message));
      case 'pending':
        if (!result.reached) throw unavailable(wish.commandId);
        return { kind: 'pending', warnings };
    }
  }

  /** What is known of the worker, as far as the identity may see it. */
  private async workerOf(identity: Identity, { facts }: CaseState): Promise<JsonObject | undefined> {
    const subject = facts['subject'] as { readonly statementId: string } | null | undefined;
    if (subject === undefined || subject === null) return undefined;
    return asActor(this.db, identity, (tx) => this.statements.find(subject.statementId, tx));
  }

  /** The case and what came of the command before, as far as the identity may see them. */
  private async look(identity: Identity, { caseId, commandId, opensIn }: Wish): Promise<Found> {
    return asActor(this.db, identity, async (tx) => {
      const found = await this.reader.findCaseUnderCalendar(tx, caseId, RELEASE);
      if (found === undefined && opensIn === undefined) throw noSuchCase();
      const { state = null, calendar = RELEASE.calendar } = found ?? {};
      const offices = await officesInForce(tx, RELEASE, state?.area ?? opensIn ?? '', new Date().toISOString());
      return { state, calendar, offices, earlier: await findReceiptOf(tx, caseId, commandId) };
    });
  }

  private refuseEarly(wish: Wish, { state, calendar, offices }: Omit<Found, 'earlier'>, command: Command): void {
    const model = state === null ? models.newestOf(wish.caseType) : models.ofHash(state.definition.hash);
    const decision = decide(model, wish.caseId, state, command, {
      now: new Date().toISOString(),
      calendar,
      offices,
      benefits: this.benefits,
      caseNumber: state?.number ?? '',
    });
    if (!decision.ok) throw new ProblemError(refusalProblem(decision.refusal, state?.revision));
  }

  private replay(earlier: Receipt & { readonly bodyDigest: string }, command: Command, commandId: string) {
    if (earlier.bodyDigest !== commandDigest(command)) throw new ProblemError(keyReused(commandId));
    if (earlier.refusal !== null) throw new ProblemError(refusalProblem(earlier.refusal, earlier.revision));
    const { status, revision, refusal } = earlier;
    return { kind: 'done', receipt: { status, revision, refusal }, replayed: true } as const;
  }
}

const keyReused = (commandId: string) =>
  problem(
    409,
    'command/key-reused',
    {
      id: 'Idempotency-Key ini sudah dipakai untuk kiriman lain.',
      en: 'This Idempotency-Key was used with another body.',
    },
    { id: 'Gunakan kunci baru untuk kiriman baru.', en: 'Use a new key for a new command.' },
    { field: '/headers/idempotency-key', commandId },
  );

const malformed = (code: string, message: string) =>
  problem(
    code === 'titian/command-too-large' ? 413 : 400,
    code.replace('titian/', 'request/'),
    { id: message, en: message },
    { id: 'Perbaiki kiriman.', en: 'Correct the request.' },
    { field: '' },
  );

const unavailable = (commandId: string): ProblemError =>
  new ProblemError(
    problem(
      503,
      'engine/unavailable',
      { id: 'Mesin kasus sedang tidak dapat dihubungi.', en: 'The case engine cannot be reached right now.' },
      { id: 'Kirim lagi dengan Idempotency-Key yang sama.', en: 'Send again with the same Idempotency-Key.' },
      { commandId },
    ),
    { 'retry-after': '5' },
  );
