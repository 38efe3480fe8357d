import { open, type FileHandle, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalRecord } from './journal-event.ts';

const NEWLINE = 10;
const CHUNK_BYTES = 1024 * 1024;

interface Batch {
  text: string;
  sync: boolean;
  readonly done: Promise<void>;
  readonly settle: (error?: Error) => void;
}

function newBatch(): Batch {
  let settle: Batch['settle'] = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = (error) => {
      if (error) reject(error);
      else resolve();
    };
  });
  done.catch(() => undefined); // whoever waits for it hears of it; with nobody waiting it is still `failure`
  return { text: '', sync: false, done, settle };
}

/** Append-only file of JSON lines. What is appended together in one tick is written and synced together. */
export class Journal {
  private collecting: Batch | undefined;
  private writing: Batch | undefined;
  private broken: Error | undefined;

  private constructor(
    private readonly file: FileHandle,
    private size: number,
  ) {}

  /** Opens or creates the journal and hands every record to `replay`, oldest first. */
  static async open(folder: string, replay: (record: JournalRecord) => void): Promise<Journal> {
    await mkdir(folder, { recursive: true });
    const file = await open(join(folder, 'journal.jsonl'), 'a+');
    try {
      const size = await readRecords(file, replay);
      // A record without its newline was never answered for: the machine stopped while writing it.
      await file.truncate(size);
      await file.sync();
      await syncFolder(folder);
      return new Journal(file, size);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Why nothing can be written any more; only a restart helps. */
  get failure(): Error | undefined {
    return this.broken;
  }

  /**
   * Queues a record; `durable()` tells when it is on disk.
   *
   * @param sync false where a loss on power failure does no harm; `kill -9` loses nothing either way
   * @throws the earlier failure, if there was one
   */
  append(record: JournalRecord, sync = true): void {
    if (this.broken) throw this.broken;
    this.collecting ??= newBatch();
    this.collecting.text += `${JSON.stringify(record)}\n`;
    this.collecting.sync ||= sync;
    if (!this.writing) void this.flush();
  }

  /** Resolves once everything appended so far is on disk. */
  async durable(): Promise<void> {
    if (this.broken) throw this.broken;
    await (this.collecting ?? this.writing)?.done;
  }

  /** Writes what is left and lets go of the file. */
  async close(): Promise<void> {
    await this.durable().catch(() => undefined);
    await this.file.close();
  }

  private async flush(): Promise<void> {
    this.writing = this.collecting; // taken already: a second append in this tick must not start a second writer
    await Promise.resolve();
    while (this.writing) {
      this.collecting = this.collecting === this.writing ? undefined : this.collecting;
      const batch = this.writing;
      try {
        await this.write(Buffer.from(batch.text), batch.sync);
        batch.settle();
      } catch (error) {
        this.broken = new Error('the journal cannot be written', { cause: error });
        batch.settle(this.broken);
        this.collecting?.settle(this.broken);
        this.collecting = undefined;
      }
      this.writing = this.collecting;
    }
  }

  private async write(bytes: Buffer, sync: boolean): Promise<void> {
    const { size } = await this.file.stat();
    if (size !== this.size)
      throw new Error('another process writes to this journal: give each simulator its own folder');
    await this.file.appendFile(bytes);
    this.size += bytes.length;
    if (sync) await this.file.datasync();
  }
}

/** @returns the length in bytes of the complete records */
async function readRecords(file: FileHandle, replay: (record: JournalRecord) => void): Promise<number> {
  let complete = 0;
  let rest = Buffer.alloc(0);
  for (let line = 1; ;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, complete + rest.length);
    if (bytesRead === 0) return complete;
    rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let start = 0;
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE, start)) {
      replayLine(rest.toString('utf8', start, end), line, replay);
      start = end + 1;
      line += 1;
    }
    complete += start;
    rest = rest.subarray(start);
  }
}

function replayLine(text: string, line: number, replay: (record: JournalRecord) => void): void {
  try {
    replay(JSON.parse(text) as JournalRecord);
  } catch (cause) {
    throw new Error(`line ${line} of journal.jsonl cannot be read: restore the file, or start with an empty folder`, {
      cause,
    });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
