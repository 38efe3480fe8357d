import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly residentMiB: number;
}

/** Resident memory (RSS) of each process with everything it has started, MiB. Pages that several share count in each. */
export function residentMiB(pids: Readonly<Record<string, number>>): Record<string, number> {
  const rows = process.platform === 'linux' ? readProc() : readPs();
  const children = new Map<number, Row[]>();
  for (const row of rows) children.set(row.parent, [...(children.get(row.parent) ?? []), row]);
  const own = new Map(rows.map((row) => [row.pid, row.residentMiB]));
  const ofTree = (pid: number): number =>
    (own.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((sum, child) => sum + ofTree(child.pid), 0);
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, Math.round(ofTree(pid))]));
}

/** Slim images have no `ps`. */
function readProc(): Row[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const read = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        return [{ pid: Number(name), parent: read('PPid'), residentMiB: read('VmRSS') / 1024 }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

function readPs(): Row[] {
  return execFileSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, rss = 0]) => ({ pid, parent, residentMiB: rss / 1024 }));
}
