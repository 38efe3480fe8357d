import type { ServerResponse } from 'node:http';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Identity } from '@titian/auth';
import { seesEvent } from '@titian/domain';
import { problem, ProblemError } from '@titian/http';
import { asActor, models } from '@titian/persistence';
import { mustBeAllowed, noSuchCase } from '../desk/access.ts';
import { EventFeed } from './event-feed.ts';
import { Bell, Gate } from './waiting.ts';

/** A silent line is cut by proxies; this keeps it open, and is when a stream asks again whether it is still allowed. */
const HEARTBEAT_MS = 15_000;
/** Many clients share so many of the pool's connections, so that commands never wait for streams. */
const READERS = 3;
const MOST_STREAMS = 2_000;
const BATCH = 200;
/** A client that takes nothing for so long is let go; it resumes where it was. */
const STUCK_MS = 30_000;
/** A client that lost its stream waits so long before it asks again. */
const RETRY_MS = 2_000;

interface Seen {
  readonly revision: number;
  readonly stage: string;
  readonly status: string;
  readonly changes: readonly { readonly revision: number; readonly type: string | null; readonly at: string }[];
}

interface Stream {
  readonly stop: () => void;
  readonly ended: Promise<void>;
}

/** Server-sent events of cases: each new event once and in order, as long as the client may see the case. */
@Injectable()
export class ChangeStreams implements OnModuleDestroy {
  private readonly open = new Set<Stream>();
  private readonly gate = new Gate(READERS);
  private draining = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(EventFeed) private readonly feed: EventFeed,
  ) {}

  /** The case as it is now, before a stream begins. @throws ProblemError 404 if it may not be seen, 503 if there is no room */
  async begin(identity: Identity, caseId: string): Promise<Seen> {
    mustBeAllowed(identity, 'case:read', { caseId });
    if (this.draining || this.open.size >= MOST_STREAMS) throw noRoom();
    const seen = await this.look(identity, caseId, Number.MAX_SAFE_INTEGER);
    if (seen === undefined) throw noSuchCase();
    return seen;
  }

  /** Streams until the client goes, may no longer see the case, or the service stops. Never throws. */
  async stream(identity: Identity, caseId: string, now: Seen, after: number, out: ServerResponse): Promise<void> {
    const bell = new Bell();
    const line = new Line(out, bell);
    const leave = this.feed.subscribe(caseId, () => {
      bell.ring();
    });
    const ended = this.pump(identity, caseId, now, after, line, bell).finally(async () => {
      leave();
      await line.end();
      this.open.delete(stream);
    });
    const stream: Stream = {
      ended,
      stop: () => {
        line.cut();
      },
    };
    this.open.add(stream);
    if (this.draining) stream.stop();
    await ended;
  }

  /** Ends every stream before the server closes: it would wait for them. */
  async onModuleDestroy(): Promise<void> {
    this.draining = true;
    const streams = [...this.open];
    for (const { stop } of streams) stop();
    await Promise.all(streams.map(({ ended }) => ended));
  }

  private async pump(
    identity: Identity,
    caseId: string,
    now: Seen,
    after: number,
    line: Line,
    bell: Bell,
  ): Promise<void> {
    let told = Math.min(after, now.revision); // a client ahead of the record has seen another one: it starts from now
    const { revision, stage, status } = now;
    await line.write(`retry: ${RETRY_MS}\n${message('state', told, { revision, stage, status })}`);
    while (line.isOpen()) {
      const seen = await this.look(identity, caseId, told).catch(() => null); // e.g. the record restarts
      if (seen === undefined) return;
      for (const change of seen?.changes ?? []) {
        await line.write(message('change', change.revision, change));
        told = change.revision;
      }
      if (seen?.changes.length === BATCH) continue;
      await line.keepOpen();
      if (line.isOpen()) await bell.wait(line.untilHeartbeat());
    }
  }

  /** What is new after a revision; undefined if the identity may not see the case. */
  private look(identity: Identity, caseId: string, after: number): Promise<Seen | undefined> {
    return this.gate.through(() =>
      asActor(this.db, identity, async (tx) => {
        const [file]: { revision: number; stage: string; status: string; hash: string }[] = await tx.query(
          `select revision, stage, status, definition_hash as hash from case_file where case_id = $1`,
          [caseId],
        );
        if (file === undefined) return undefined;
        const rows: { revision: number; type: string; at: Date }[] =
          file.revision <= after
            ? []
            : await tx.query(
                `select revision, type, at from case_event where case_id = $1 and revision > $2 order by revision limit ${BATCH}`,
                [caseId, after],
              );
        const { definition } = models.ofHash(file.hash);
        const hidden = (type: string): boolean => !seesEvent(definition, identity.role, type);
        const { hash: _hash, ...now } = file;
        return {
          ...now,
          changes: rows.map(({ revision, type, at }) => ({
            revision,
            type: hidden(type) ? null : type,
            at: at.toISOString(),
          })),
        };
      }),
    );
  }
}

const message = (event: string, id: number, data: object): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

const noRoom = (): ProblemError =>
  new ProblemError(
    problem(
      503,
      'stream/no-room',
      { id: 'Layanan tidak dapat membuka aliran baru.', en: 'The service opens no more streams right now.' },
      { id: 'Coba lagi beberapa detik lagi.', en: 'Try again in a few seconds.' },
    ),
    { 'retry-after': '5' },
  );

/** One client's end of a stream. */
class Line {
  private closed = false;
  private lastWrite = Date.now();

  constructor(
    private readonly out: ServerResponse,
    private readonly bell: Bell,
  ) {
    const gone = (): void => {
      this.closed = true;
      bell.ring();
    };
    out.on('close', gone).on('error', gone);
    if (out.destroyed) this.closed = true;
  }

  isOpen(): boolean {
    return !this.closed;
  }

  untilHeartbeat(): number {
    return Math.max(0, this.lastWrite + HEARTBEAT_MS - Date.now());
  }

  /** Waits for a slow client instead of filling the memory. */
  async write(text: string): Promise<void> {
    if (this.closed) return;
    this.lastWrite = Date.now();
    if (!this.out.write(text)) await this.drained();
  }

  async keepOpen(): Promise<void> {
    if (this.untilHeartbeat() === 0) await this.write(': still here\n\n');
  }

  /** Says no more; a client that takes nothing is not waited for. */
  cut(): void {
    this.closed = true;
    if (this.out.writableNeedDrain) this.out.destroy();
    this.bell.ring();
  }

  async end(): Promise<void> {
    this.closed = true;
    if (this.out.destroyed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.out.destroy();
      }, 1_000);
      this.out.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      this.out.end();
    });
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.out.destroy();
      }, STUCK_MS);
      const done = (): void => {
        clearTimeout(timer);
        this.out.off('drain', done).off('close', done);
        resolve();
      };
      this.out.on('drain', done).on('close', done);
    });
  }
}
