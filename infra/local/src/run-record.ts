import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { identifySelf, isRunning, type ProcessIdentity } from '../boot/process-table.mjs';
import { signalGroup } from './child.ts';
import { type Profile } from './profile.ts';
import { type Ports } from './ports.ts';
import type { ServerAddresses } from './service-launch.ts';
import { writeAtomically } from './write-atomically.ts';

/** What a stack writes down about itself while it runs. Holds no secret. */
export interface RunRecord {
  readonly supervisor: ProcessIdentity;
  readonly ports: Ports;
  readonly temporalAddress: string;
  readonly kafkaBrokers: string;
  readonly children: Readonly<Record<string, ProcessIdentity>>;
}

const orphanGraceMs = 8_000;

/** The record of the stack that runs, or of one that was killed before it could clean up. */
export function readRunRecord(profile: Profile): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(profile.recordFile, 'utf8')) as RunRecord;
  } catch {
    return undefined; // e.g. nothing runs
  }
}

/** Keeps the record in step with what runs, written before a child can do anything worth knowing. */
export class RunRecorder {
  private readonly children = new Map<string, ProcessIdentity>();

  constructor(
    private readonly profile: Profile,
    private readonly ports: Ports,
    private readonly servers: Pick<ServerAddresses, 'temporalAddress' | 'kafkaBrokers'>,
  ) {}

  /** Notes a child under its name, in place of an earlier one. */
  add(name: string, identity: ProcessIdentity): void {
    this.children.set(name, identity);
    const children = Object.fromEntries(this.children);
    const { temporalAddress, kafkaBrokers } = this.servers; // the database's address holds a password
    const record: RunRecord = {
      supervisor: identifySelf(),
      ports: this.ports,
      temporalAddress,
      kafkaBrokers,
      children,
    };
    writeAtomically(this.profile.recordFile, JSON.stringify(record));
  }

  /** Forgets everything, once nothing runs any more. */
  clear(): void {
    rmSync(this.profile.recordFile, { force: true });
  }
}

async function endOrphan(orphan: ProcessIdentity): Promise<void> {
  const deadline = Date.now() + orphanGraceMs;
  // PostgreSQL takes SIGINT for "now, but properly" and waits for its clients at SIGTERM; the others take either.
  process.kill(orphan.pid, 'SIGINT');
  while (isRunning(orphan)) {
    if (Date.now() > deadline) signalGroup(orphan.pid, 'SIGKILL');
    await delay(25);
  }
  signalGroup(orphan.pid, 'SIGKILL'); // what it had started itself
}

/** Kills what the record names, at once and without waiting: the person has asked twice. */
export function killRecorded(profile: Profile): void {
  const children = Object.values(readRunRecord(profile)?.children ?? {});
  for (const { pid } of children.filter(isRunning)) signalGroup(pid, 'SIGKILL');
  rmSync(profile.recordFile, { force: true });
}

/** Stops what a supervisor killed with -9 has left. Call it only while holding the stack's lock. */
export async function endOrphans(profile: Profile): Promise<string[]> {
  const orphans = Object.entries(readRunRecord(profile)?.children ?? {}).filter(([, child]) => isRunning(child));
  await Promise.all(orphans.map(([, child]) => endOrphan(child)));
  rmSync(profile.recordFile, { force: true });
  return orphans.map(([name]) => name);
}
