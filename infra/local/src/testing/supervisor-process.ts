import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity } from '../../boot/process-table.mjs';
import { type Profile } from '../profile.ts';
import { readRunRecord } from '../run-record.ts';
import { type StackOptions } from '../stack-options.ts';
import { waitUntil } from '../wait-until.ts';

const withinMs = 15_000;

/** `npm start` in a process of its own. */
export class SupervisorProcess {
  private readonly child: ChildProcess;
  private text = '';
  readonly exitCode: Promise<number | null>;

  constructor(
    private readonly profile: Profile,
    options: StackOptions,
  ) {
    const script = join(import.meta.dirname, 'supervisor.mjs');
    this.child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer): void => void (this.text += chunk.toString());
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    this.exitCode = new Promise((resolve) => this.child.once('close', resolve));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** All that it has said. */
  said(): string {
    return this.text;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Signals again and again until it has ended. */
  async insist(signal: NodeJS.Signals): Promise<void> {
    await this.until(() => {
      this.signal(signal);
      return this.child.exitCode !== null;
    }, 'its end');
  }

  /** Waits for words. @throws Error with all that was said instead */
  says(words: string): Promise<void> {
    return this.until(() => this.text.includes(words), `"${words}"`);
  }

  /** Waits for a state of the world. @throws Error with all that was said so far */
  async until(isTrue: () => boolean, what: string): Promise<void> {
    if (await waitUntil(() => Promise.resolve(isTrue()), { withinMs, everyMs: 20 })) return;
    throw new Error(`waited in vain for ${what}; the supervisor said:\n${this.text}`);
  }

  /** What runs under it, by its own record. */
  children(): Readonly<Record<string, ProcessIdentity>> {
    return readRunRecord(this.profile)?.children ?? {};
  }
}

/** The ones of them that live. */
export const findLiving = (children: Readonly<Record<string, ProcessIdentity>>): string[] =>
  Object.entries(children).flatMap(([name, child]) => (isRunning(child) ? [name] : []));
