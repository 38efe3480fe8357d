import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import type { Identity } from '@titian/auth';
import { ProblemError, type Problem } from '@titian/http';
import { asActor, ImportStore, Seal, type OpenImport, type WaitingRow } from '@titian/persistence';
import { CaseDesk, type WishOutcome } from '../desk/case-desk.ts';
import { toPlacement } from '../placements/register.body.ts';
import { columnName } from './columns.ts';
import { columnOfPointer, type RowBody } from './row-body.ts';
import { FAULTS, WHOLE_ROW, type RowFault } from './row-fault.ts';

const RETURN_NAMESPACE = 'e5b1c1f6-9b0e-5d7a-a3c4-7d2f0b8e6a19';
/** Rows that are opened and held in memory together, and how many of them are under way at once. */
const PAGE = 64;
const AT_ONCE = 8;
const MAX_TRIES = 5;
const LOOK_AGAIN_MS = 2_000;
const LATER_MS = 5_000;
const REPORTS_KEPT_DAYS = 30;
/** Reads and writes the lists themselves: of every area. */
const RUNNER: Identity = { id: 'import-runner', role: 'system', office: 'titian', area: '' };

/** What a waiting row says. */
type Content = Pick<RowBody, 'command' | 'body' | 'return'> & {
  readonly commandId: string;
  readonly importedRow: string;
};
type Settled = { readonly status: 'registered' | 'already' | 'refused'; readonly faults: readonly object[] } | 'later';

/**
 * Registers the rows of lists, each by the command that an intake sends, on the word of the officer who sent the list. A row
 * is settled only when the record has answered, so that a run that is killed goes on with the rows that still wait: a command
 * sent twice under its id has one effect.
 */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ImportRunner.name);
  private readonly store: ImportStore;
  private readonly stopped = new AbortController();
  private bell: () => void = () => undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Seal) seal: Seal,
    private readonly desk: CaseDesk,
  ) {
    this.store = new ImportStore(seal);
  }

  /** An API that only describes itself has no record, and no lists. */
  onApplicationBootstrap(): void {
    if (this.db.isInitialized) this.working = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped.abort();
    this.bell();
    await this.working;
  }

  /** There may be something to do. */
  wake(): void {
    this.bell();
  }

  private readonly isStopped = (): boolean => this.stopped.signal.aborted;

  private async run(): Promise<void> {
    while (!this.isStopped()) {
      const rung = new Promise<void>((resolve) => {
        this.bell = resolve;
      });
      const isBusy = await this.runNext().catch((error: unknown) => {
        this.logger.warn(`lists wait: ${nameOf(error)}`);
        return false;
      });
      if (isBusy || this.isStopped()) continue;
      const timer = setTimeout(this.bell, LOOK_AGAIN_MS);
      await rung;
      clearTimeout(timer);
    }
  }

  /** Works at the oldest open list. @returns false if there is none */
  private async runNext(): Promise<boolean> {
    const open = await asActor(this.db, RUNNER, async (tx) => {
      await this.store.sweep(tx, REPORTS_KEPT_DAYS);
      return this.store.take(tx);
    });
    if (open === undefined) return false;
    const left = await this.registerAll(open);
    await asActor(this.db, RUNNER, (tx) => this.store.release(tx, open.importId, left > 0 ? LATER_MS : 0));
    return true;
  }

  /** @returns how many rows must be tried again later */
  private async registerAll({ importId, actor }: OpenImport): Promise<number> {
    let after = 0;
    let later = 0;
    while (!this.isStopped() && later < AT_ONCE) {
      const rows = await asActor(this.db, RUNNER, async (tx) => {
        await this.store.hold(tx, importId);
        return this.store.waiting(tx, importId, after, PAGE);
      });
      if (rows.length === 0) break;
      const results = await eachOf(rows, AT_ONCE, (row) => this.registerOne(actor, importId, row));
      later += results.filter((result) => result === 'later').length;
      after = rows.at(-1)?.row ?? after;
    }
    return later;
  }

  private async registerOne(actor: Identity, importId: string, row: WaitingRow): Promise<Settled> {
    const settled = await this.register(actor, row).catch((error: unknown): Settled => {
      this.logger.warn(`row ${row.row} of list ${importId} waits: ${nameOf(error)}`);
      return row.tries + 1 < MAX_TRIES ? 'later' : { status: 'refused', faults: [FAULTS.failed()] };
    });
    await asActor(this.db, RUNNER, (tx: EntityManager) =>
      settled === 'later'
        ? this.store.triedInVain(tx, importId, row.row)
        : this.store.settle(tx, importId, row.row, settled),
    );
    return settled;
  }

  private async register(actor: Identity, { caseId, faults, content }: WaitingRow): Promise<Settled> {
    const { command, body, return: back, commandId, importedRow } = content as unknown as Content;
    const { input, words } = toPlacement(body);
    const intake = { caseType: 'placement', caseId, commandId, name: command, opensIn: body.areaCode } as const;
    const opened = await answered(this.desk.send(actor, { ...intake, input: { ...input, importedRow }, words }));
    if (opened === 'pending') return 'later';
    // Somebody else has sent the same row under this id.
    if (isProblem(opened, 'command/key-reused', 'case/already-opened')) return { status: 'already', faults };
    if (opened instanceof ProblemError) return { status: 'refused', faults: [problemFault(opened.problem)] };
    if (back === null) return { status: 'registered', faults };
    const homeId = uuidv5(commandId, RETURN_NAMESPACE);
    const home = { caseType: 'placement', caseId, commandId: homeId, name: 'recordReturn' } as const;
    const returned = await answered(this.desk.send(actor, { ...home, input: { ...back }, words: [] }));
    if (returned === 'pending') return 'later';
    const late = returned instanceof ProblemError ? [problemFault(returned.problem)] : [];
    return { status: 'registered', faults: [...faults, ...late] };
  }
}

/** What came of a command: a refusal is an answer, an engine that cannot be reached is none. */
async function answered(sending: Promise<WishOutcome>): Promise<'done' | 'pending' | ProblemError> {
  try {
    return (await sending).kind;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problem.status === 503 ? 'pending' : error;
  }
}

const isProblem = (outcome: unknown, ...codes: readonly string[]): boolean =>
  outcome instanceof ProblemError && codes.some((code) => outcome.problem.type === `urn:titian:problem:${code}`);

function problemFault({ type, title, rule, remedy, field }: Problem): RowFault {
  const column = columnOfPointer(field ?? null);
  const text = { id: title, en: title };
  return {
    code: type.replace('urn:titian:problem:', ''),
    column: column === null ? WHOLE_ROW : columnName(column),
    rule: rule ?? text,
    remedy: remedy ?? text,
  };
}

/** What kind of fault it was; its words may hold what a person wrote. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'fault');

async function eachOf<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
