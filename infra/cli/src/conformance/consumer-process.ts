import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How a consumer is started. */
export interface Launch {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What it writes, of all its lives. */
  readonly logFile: string;
}

const RESTARTS = 3;
const RESTART_AFTER_MS = 300;
const DRAIN_MS = 20_000;

/** One instance of a consumer, under a supervisor such as agencies have: one that ends by itself is started again, three times. */
export class ConsumerProcess {
  /** How often it ended by itself. */
  falls = 0;
  /** It ended by itself once more than it is started again, or cannot be started. */
  isLost = false;
  /** It did not end when it was asked to, and was killed. */
  hung = false;
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();
  private wanted = false;
  private lastExit = '';

  constructor(private readonly launch: Launch) {}

  start(): void {
    this.wanted = true;
    this.spawn();
  }

  /** SIGTERM, and SIGKILL after a while. */
  async stop(): Promise<void> {
    this.wanted = false;
    this.signal('SIGTERM');
    const overdue = new AbortController();
    const late = pause(DRAIN_MS, 'late', { signal: overdue.signal }).catch(() => 'called off');
    if ((await Promise.race([this.ended, late])) === 'late') {
      this.hung = true;
      this.signal('SIGKILL');
    }
    overdue.abort();
    await this.ended;
    this.signal('SIGKILL'); // what it started itself and left behind
  }

  /** `kill -9`, and nobody starts it again. */
  async kill(): Promise<void> {
    this.wanted = false;
    this.signal('SIGKILL');
    await this.ended;
  }

  /** What it has written. */
  log(): string {
    return readFileSync(this.launch.logFile, 'utf8');
  }

  /** How it last ended, with its last line. */
  lastWords(): string {
    const line = this.log().split('\n').map((each) => each.trim()).filter(Boolean).at(-1) ?? ''; // prettier-ignore
    return `${this.lastExit}${line === '' ? '' : `: ${line.slice(0, 200)}`}`;
  }

  private spawn(): void {
    const { command, cwd, env, logFile } = this.launch;
    const [program = '', ...args] = command;
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    this.ended = new Promise((resolve) => {
      const end = (how: string): void => {
        this.lastExit = how;
        resolve();
        if (this.wanted && this.child === child) this.fall();
      };
      child.once('exit', (code, signal) => {
        end(signal === null ? `code ${code ?? 0}` : signal);
      });
      child.once('error', (error) => {
        end(error.message); // e.g. no such program
      });
    });
  }

  private fall(): void {
    this.falls += 1;
    if (this.falls > RESTARTS) {
      this.isLost = true;
      return;
    }
    setTimeout(() => {
      if (this.wanted) this.spawn();
    }, RESTART_AFTER_MS);
  }

  /** The whole group: the command may be a shell. */
  private signal(name: NodeJS.Signals): void {
    const { pid } = this.child ?? {};
    if (pid === undefined) return;
    try {
      process.kill(-pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended already
    }
  }
}
