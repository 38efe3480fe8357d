import { readdirSync, readFileSync } from 'node:fs';
import { resultOf, type Result } from './stats.ts';

const TICKS_PER_SECOND = 100;

/** Seconds of processor time that each part and its children have used so far; empty where there is no /proc. */
export function cpuSeconds(pids: Readonly<Record<string, number>>): Record<string, number> {
  if (process.platform !== 'linux') return {};
  const own = new Map<number, { readonly parent: number; readonly seconds: number }>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const [, fields = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(/\) (?!.*\) )/);
      const values = fields.split(' ').map(Number);
      const [, parent = 0] = values;
      own.set(Number(name), { parent, seconds: ((values[11] ?? 0) + (values[12] ?? 0)) / TICKS_PER_SECOND });
    } catch {
      // it ended while we looked
    }
  }
  const ofTree = (pid: number): number =>
    [...own].reduce(
      (sum, [child, { parent }]) => (parent === pid ? sum + ofTree(child) : sum),
      own.get(pid)?.seconds ?? 0,
    );
  return Object.fromEntries(Object.entries(pids).map(([part, pid]) => [part, ofTree(pid)]));
}

/** Who worked between two readings, the busiest first: it is what limits. */
export const cpuResults = (
  area: string,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Result[] =>
  Object.entries(after)
    .map(([part, used]) => [part, used - (before[part] ?? 0)] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([part, used]) => resultOf(`${area}.cpu_${part}_s`, [used], 's'));
