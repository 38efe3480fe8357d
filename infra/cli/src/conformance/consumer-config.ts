import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Misuse } from '../terminal.ts';

/** Where the effect of a consumer is read. Strings may hold `{group}`, `{state}` and `${NAME}` of the environment. */
const EffectSource = z.union([
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ url: z.string().min(1) }),
  z.strictObject({ command: z.array(z.string()).min(1) }),
  z.strictObject({ sql: z.string().min(1), database: z.string().min(1) }),
]);
export type EffectSource = z.infer<typeof EffectSource>;

const ConsumerConfig = z.strictObject({
  /** Program and arguments of one instance of the consumer. */
  command: z.array(z.string()).min(1),
  /** Where it is started; from the folder of the file. */
  cwd: z.string().default('.'),
  env: z.record(z.string(), z.string()).default({}),
  effect: EffectSource.default({ file: '{effect}' }),
  /** Empties what the consumer keeps outside its state folder, before each scenario. Scenarios then run one after the other. */
  reset: z.array(z.string()).min(1).optional(),
  /** `own`: the consumer commits no offsets to its group, so only its effect shows how far it is. */
  positions: z.enum(['kafka', 'own']).default('kafka'),
});
export type ConsumerConfig = z.infer<typeof ConsumerConfig>;

/** The file that describes a consumer, or a command line that writes its effect to `TITIAN_EFFECT`. @throws Misuse */
export function readConsumerConfig(named: string): ConsumerConfig {
  if (!named.endsWith('.json')) return ConsumerConfig.parse({ command: ['sh', '-c', named], cwd: process.cwd() });
  const file = resolve(named);
  const parsed = ConsumerConfig.safeParse(parse(file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const member = issue === undefined ? '' : `/${issue.path.map(String).join('/')}`;
    throw new Misuse(`${named} does not describe a consumer: ${member} ${issue?.message ?? ''}`.trim());
  }
  return { ...parsed.data, cwd: resolve(dirname(file), parsed.data.cwd) };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Puts values in the place of `{name}` and `${NAME}`. @throws Misuse naming a variable that is not set */
export function fill(text: string, values: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): string {
  return text
    .replaceAll(/\$\{(\w+)\}/g, (_all, name: string) => {
      const value = env[name];
      if (value === undefined) throw new Misuse(`the description of the consumer needs ${name}, which is not set`);
      return value;
    })
    .replaceAll(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}
