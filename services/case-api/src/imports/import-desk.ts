import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import type { Identity } from '@titian/auth';
import { problem, ProblemError } from '@titian/http';
import { asActor, ImportReader, ImportStore, Seal, type NewRow } from '@titian/persistence';
import { toJson } from '../desk/intake.ts';
import { Places } from '../places/places.ts';
import { MAX_FILE_BYTES, type FileNotes } from './cells.ts';
import type { Header } from './columns.ts';
import { ImportRunner } from './import-runner.ts';
import { readList } from './read-list.ts';
import { FAULTS, type RowFault } from './row-fault.ts';
import { RowJudge, type GoodRow, type Judged } from './row-judge.ts';
import { unreadable } from './unreadable.ts';
import { meetingFault, meets, overlap } from './workers-met.ts';

const IMPORT_NAMESPACE = 'a7f3a0d5-2d38-5a0f-8c0b-6f0d5cf2a1b4';
/** Rows that are looked up and put down together. */
const BATCH = 500;

/** A list on its way in. */
export interface Sent {
  readonly importId: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly dryRun: boolean;
}

/** Id of the import that a key of an officer means. */
export const importIdFor = (identity: Identity, key: string): string =>
  uuidv5(`${identity.id}/${key}`, IMPORT_NAMESPACE);

/** Takes a list in: reads it as it arrives, judges each row, and puts down what came of it. Registers nothing itself. */
@Injectable()
export class ImportDesk {
  private readonly store: ImportStore;
  private readonly reader = new ImportReader();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Seal) private readonly seal: Seal,
    private readonly places: Places,
    private readonly runner: ImportRunner,
  ) {
    this.store = new ImportStore(seal);
  }

  /**
   * Repeatable: the same key with the same file finds the import that stands.
   *
   * @returns true if the list had been received before
   * @throws ProblemError 409 if the key was used for another file, or its file is still arriving; 413, 415, 422 for a file
   * that cannot be read: nothing of it is kept then
   */
  async receive(identity: Identity, sent: Sent): Promise<boolean> {
    const { importId, dryRun } = sent;
    const begun = await asActor(this.db, identity, (tx) => this.store.begin(tx, importId, identity, dryRun));
    if (!begun) {
      await this.mustBeSame(identity, sent);
      return true;
    }
    const digest = createHash('sha256');
    try {
      const file = await this.putDown(identity, sent, digest);
      await asActor(this.db, identity, (tx) => this.store.received(tx, importId, digest.digest('hex'), file));
    } catch (error) {
      await asActor(this.db, identity, (tx) => this.store.forget(tx, importId));
      throw error;
    }
    this.runner.wake();
    return false;
  }

  private async putDown(
    identity: Identity,
    { importId, bytes, dryRun }: Sent,
    digest: ReturnType<typeof createHash>,
  ): Promise<FileNotes & Pick<Header, 'found' | 'ignored'>> {
    const judge = new RowJudge(identity, this.places, this.seal, new Date().toISOString());
    const list = await readList(limited(bytes, digest));
    let batch: Judged[] = [];
    const flush = async (): Promise<void> => {
      const rows = batch;
      batch = [];
      if (rows.length === 0) return;
      await asActor(this.db, identity, async (tx) => {
        await this.store.add(tx, importId, identity.area, await this.beside(tx, rows, dryRun));
      });
    };
    for await (const row of list.rows) {
      batch.push(judge.judge(row, list.header));
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    return { ...list.notes, found: list.header.found, ignored: list.header.ignored };
  }

  /** Rows beside what the record knows: placements that exist already, and other placements of the same workers. */
  private async beside(tx: EntityManager, judged: readonly Judged[], dryRun: boolean): Promise<readonly NewRow[]> {
    const good = judged.flatMap((each) => (each.ok ? [each.row] : []));
    const cases = await this.reader.casesOf(
      tx,
      good.map(({ caseId }) => caseId),
    );
    const placements = await this.reader.placementsOf(
      tx,
      good.map(({ worker }) => worker),
    );
    return judged.map((each): NewRow => {
      if (!each.ok) return { row: each.row, status: 'refused', faults: each.faults, caseId: null };
      const { row } = each;
      const known = placements.flatMap((one) => {
        const how = one.caseId === row.caseId ? null : meets(row.worker, one);
        return how === null ? [] : [{ ...one, how }];
      });
      const found = cases.has(row.caseId) ? alreadyThere(row, cases.get(row.caseId) ?? null) : null;
      if (found !== null) return found;
      const overlapped = known.find(
        ({ how, contracts }) => how === 'same' && contracts.some((term) => overlap(term, row.body.contract)),
      );
      if (overlapped !== undefined)
        return { row: row.row, status: 'refused', faults: [FAULTS.overlaps(caseAt(overlapped))], caseId: null };
      const faults: readonly RowFault[] = [...row.notices, ...known.map((one) => meetingFault(one.how, caseAt(one)))];
      if (dryRun) return { row: row.row, status: 'checked', faults, caseId: null };
      const { command, body, return: back, commandId, importedRow } = row;
      const content = toJson({ command, body, return: back, commandId, importedRow });
      return { row: row.row, status: 'waiting', faults, caseId: row.caseId, content };
    });
  }

  /** @throws ProblemError 409 unless what is sent is what was received under this key */
  private async mustBeSame(identity: Identity, { importId, bytes, dryRun }: Sent): Promise<void> {
    const digest = createHash('sha256');
    for await (const _chunk of limited(bytes, digest));
    const known = await asActor(this.db, identity, (tx) => this.reader.find(tx, importId));
    if (known?.status === 'receiving' || known === undefined) throw stillArriving();
    if (known.fileDigest !== digest.digest('hex') || known.dryRun !== dryRun) throw keyReused();
  }
}

function alreadyThere({ row, caseId, importedRow }: GoodRow, stored: string | null): NewRow {
  return stored === importedRow
    ? { row, status: 'already', faults: [], caseId }
    : { row, status: 'refused', faults: [FAULTS.differs(caseId)], caseId: null };
}

const caseAt = ({ caseNumber }: { readonly caseNumber: string }) => ({
  id: `kasus ${caseNumber}`,
  en: `case ${caseNumber}`,
});

/** The bytes as they arrive, counted into the digest. @throws ProblemError 413 once there are too many */
async function* limited(bytes: AsyncIterable<Buffer>, digest: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of bytes) {
    count += chunk.length;
    if (count > MAX_FILE_BYTES) throw tooLarge();
    digest.update(chunk);
    yield chunk;
  }
}

const tooLarge = () =>
  unreadable(
    'too-large',
    { id: 'Berkas ini lebih besar dari 32 MiB.', en: 'The file is larger than 32 MiB.' },
    { id: 'Bagi daftar itu menjadi beberapa berkas.', en: 'Divide the list into several files.' },
    { status: 413 },
  );

const keyReused = () =>
  new ProblemError(
    problem(
      409,
      'command/key-reused',
      {
        id: 'Idempotency-Key ini sudah dipakai untuk kiriman lain.',
        en: 'This Idempotency-Key was used with another list.',
      },
      { id: 'Gunakan kunci baru untuk kiriman baru.', en: 'Use a new key for a new list.' },
      { field: '/headers/idempotency-key' },
    ),
  );

const stillArriving = () =>
  new ProblemError(
    problem(
      409,
      'import/still-arriving',
      { id: 'Daftar dengan kunci ini masih dikirim.', en: 'The list with this key is still being sent.' },
      { id: 'Coba lagi sebentar.', en: 'Try again in a moment.' },
      { field: '/headers/idempotency-key' },
    ),
    { 'retry-after': '15' },
  );
