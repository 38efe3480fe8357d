import { join } from 'node:path';
import { Refusal } from '../boot/refusal.mjs';
import { lastLines } from '../boot/run-tool.mjs';
import { startChild, type Child, type Exit, type Launch } from './child.ts';
import { type Profile } from './profile.ts';
import { type RunRecorder } from './run-record.ts';
import { type PartName } from './stack.ts';
import { waitUntil } from './wait-until.ts';

const readyWithinMs = 60_000;
const graceMs = 10_000;

/** A part that did not come up, or did not stay up. */
export class PartFailure extends Refusal {
  /** Somebody else was faster at one of its ports. */
  readonly portTaken: boolean;

  constructor(part: PartName, what: string, child: Pick<Child, 'logFile' | 'lastWords'>) {
    const words = lastLines(child.lastWords());
    super(`${part} ${what}, see ${child.logFile}${words === '' ? '' : `: ${words.slice(-600)}`}`);
    this.portTaken = /EADDRINUSE|address already in use|address in use/i.test(child.lastWords());
  }
}

/** What a supervised part is given by its stack. */
export interface Surroundings {
  readonly profile: Profile;
  readonly recorder: RunRecorder;
  readonly isReady: () => Promise<boolean>;
  readonly onDeath: (part: Supervised, failure: PartFailure) => void;
}

const toWords = ({ code, signal }: Exit): string =>
  signal === null ? `with exit code ${String(code)}` : `by ${signal}`;

/** One part of a stack: its process, however often it was started. */
export class Supervised {
  private child: Child | undefined;
  private expected = false;

  constructor(
    readonly name: PartName,
    private readonly launch: Launch,
    private readonly surroundings: Surroundings,
  ) {}

  get pid(): number | undefined {
    return this.child?.exit() === undefined ? this.child?.identity.pid : undefined;
  }

  /** Starts the process and waits until it is ready. @throws {PartFailure} if it dies first, or is not ready in a minute */
  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { profile, recorder, isReady, onDeath } = this.surroundings;
    this.expected = false;
    const child = startChild(this.launch, join(profile.logs, `${this.name}.log`), (identity) => {
      recorder.add(this.name, identity);
    });
    this.child = child;
    const isOver = (): boolean => child.exit() !== undefined || signal.aborted || this.expected;
    const answered = await waitUntil(isReady, { withinMs: readyWithinMs, stop: isOver });
    signal.throwIfAborted();
    const exit = child.exit(); // looked at after the answer: a stranger may have answered in its place
    if (exit !== undefined) throw new PartFailure(this.name, `ended ${toWords(exit)} while it started`, child);
    if (!answered) {
      await this.stop();
      throw new PartFailure(this.name, `was not ready within ${readyWithinMs / 1000} s`, child);
    }
    void child.exited.then((end) => {
      if (this.expected || this.child !== child) return;
      onDeath(this, new PartFailure(this.name, `has ended ${toWords(end)}`, child));
    });
  }

  /** Ends the process gently, then surely. */
  async stop(grace = graceMs): Promise<void> {
    this.expected = true;
    await this.child?.stop(grace);
  }

  /** Ends it as a fault would, and waits until it is gone; nobody restarts it. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.expected = true;
    this.child?.signal(signal);
    await this.child?.exited;
  }
}
