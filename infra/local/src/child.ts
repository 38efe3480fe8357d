import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { identify, type ProcessIdentity } from '../boot/process-table.mjs';

/** How one process is started. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Set when we are root and the program refuses to be. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Signals sent one after the other until it ends, each given its time; SIGKILL follows. */
  readonly stopWith: readonly NodeJS.Signals[];
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that we started and have not lost sight of. */
export interface Child {
  readonly identity: ProcessIdentity;
  readonly logFile: string;
  readonly exited: Promise<Exit>;
  exit(): Exit | undefined;
  /** What it has written to its log since it was started, the last lines first to be read. */
  lastWords(): string;
  /** Ends it, gently first, and waits. */
  stop(graceMs: number): Promise<void>;
  signal(signal: NodeJS.Signals): void;
}

const logLimitBytes = 16 * 1024 * 1024;
const wordsBytes = 4096;

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > logLimitBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function readTail(file: string, from: number): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.max(0, Math.min(wordsBytes, size - from)));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString();
  } finally {
    closeSync(handle);
  }
}

/** Signals a whole process group. A group that is gone already is what we want. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Starts a process in its own group, so that the terminal's Ctrl-C reaches only us. */
export function startChild(launch: Launch, logFile: string, onStart: (identity: ProcessIdentity) => void): Child {
  const log = openLog(logFile);
  const { size: logStart } = fstatSync(log);
  const child = spawn(launch.command, launch.args, {
    cwd: launch.cwd,
    env: launch.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...launch.user,
  });
  closeSync(log);
  let ended: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    const end = (exit: Exit): void => {
      resolve((ended ??= exit));
    };
    child.once('exit', (code, signal) => {
      end({ code, signal });
    });
    child.once('error', () => {
      end({ code: 127, signal: null });
    }); // e.g. the program is not there
  });
  const { pid = -1 } = child;
  const seen = identify(pid);
  // A script shows its interpreter until it makes way for the real program: such a name proves nothing later.
  const command = seen?.command === launch.command ? launch.command : '';
  const identity = { pid, started: seen?.started ?? '', command };
  if (pid > 0) onStart(identity);
  const signal = (name: NodeJS.Signals): void => {
    if (!ended) child.kill(name);
  };
  return {
    identity,
    logFile,
    exited,
    signal,
    exit: () => ended,
    lastWords: () => readTail(logFile, logStart),
    stop: async (graceMs) => {
      for (const name of launch.stopWith) {
        signal(name);
        if (await endsWithin(exited, graceMs)) break;
      }
      if (pid > 0) signalGroup(pid, 'SIGKILL'); // whatever it has started itself, or itself
      await exited;
    },
  };
}

async function endsWithin(exited: Promise<Exit>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>(
    (resolve) =>
      (timer = setTimeout(() => {
        resolve(false);
      }, ms)),
  );
  const ended = await Promise.race([exited.then(() => true), late]);
  clearTimeout(timer);
  return ended;
}
