import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startStack, type LocalStack } from '@titian/local';
import { benchBacklog } from './backlog.ts';
import { benchCalendar } from './calendar.ts';
import { benchEvents } from './events.ts';
import { benchImports } from './imports.ts';
import { benchLifecycle } from './lifecycle.ts';
import { benchPrecheck } from './precheck.ts';
import { benchRelay } from './relay.ts';
import { benchReporting } from './reporting.ts';
import type { Result } from './stats.ts';
import { benchStorm } from './storm.ts';
import { benchWorklist } from './worklist.ts';

type Found = Promise<{ results: Result[]; samples: object }>;
/** A measurement on a running stack, or one of a calculation that needs none. */
type Bench =
  { readonly onStack: (stack: LocalStack, quick: boolean) => Found } | { readonly alone: (quick: boolean) => Found };
const AREAS: Readonly<Record<string, Bench>> = {
  lifecycle: { onStack: benchLifecycle },
  events: { onStack: benchEvents },
  worklist: { onStack: benchWorklist },
  precheck: { alone: benchPrecheck },
  relay: { onStack: benchRelay },
  backlog: { onStack: benchBacklog },
  reporting: { onStack: benchReporting },
  imports: { onStack: benchImports },
  calendar: { onStack: benchCalendar },
  storm: { onStack: benchStorm },
};

/** `npm run bench [-- --only <area>] [--quick]`: starts what it needs, prints ratios, keeps raw samples. @returns exit code */
export async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
  });
  const chosen = Object.entries(AREAS).filter(([name]) => values.only === undefined || values.only === name);
  if (chosen.length === 0) {
    console.error(`bench: no area ${values.only ?? ''}; choose one of ${Object.keys(AREAS).join(', ')}.`);
    return 2;
  }
  const needsStack = chosen.some(([, area]) => 'onStack' in area);
  const stack = needsStack ? await startStack({ profile: `bench-${process.pid}`, ports: 'free' }) : undefined;
  const stop = async (): Promise<void> => {
    await stack?.stop();
    await stack?.forget();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  const folder = new URL('../../../bench/', import.meta.url);
  await mkdir(new URL('samples/', folder), { recursive: true });
  const results: Result[] = [];
  try {
    for (const [name, area] of chosen) {
      console.log(`\n${name}`);
      const found = await run(area, stack, values.quick);
      for (const each of found.results) console.log(lineOf(each));
      results.push(...found.results);
      await writeFile(new URL(`samples/${name}.json`, folder), JSON.stringify(found.samples));
    }
  } finally {
    await stop();
  }
  await writeFile(new URL('results.json', folder), `${JSON.stringify(results, null, 2)}\n`);
  return 0;
}

function run(area: Bench, stack: LocalStack | undefined, quick: boolean): Found {
  if ('alone' in area) return area.alone(quick);
  if (stack === undefined) throw new Error('this area is measured on a running stack');
  return area.onStack(stack, quick);
}

function lineOf({ id, value, unit, goal, met, spread: [least, most] }: Result): string {
  const held = goal === null ? '' : `goal ${goal}: ${met === true ? 'met' : 'missed'}`;
  return `  ${id.padEnd(36)} ${String(value).padStart(9)} ${unit.padEnd(6)} ${`${least} … ${most}`.padEnd(22)} ${held}`;
}
