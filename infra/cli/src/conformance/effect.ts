import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify, types } from 'node:util';
import pg from 'pg';
import { fill, type EffectSource } from './consumer-config.ts';

/** The effect of a consumer, as the agency shows it: lines in any words, without order. */
export type Effect = readonly string[];

/** Reads the effect again and again. A consumer that does not show it yet, or is down, shows nothing. */
export interface EffectReader {
  read(): Promise<Effect | undefined>;
  /** Why the last reading gave nothing; undefined after one that did. */
  readonly trouble: string | undefined;
  close(): Promise<void>;
}

/** Where the consumer of one scenario lives. */
export interface EffectPlace {
  readonly values: Readonly<Record<string, string>>;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

const ANSWER_MS = 10_000;
const run = promisify(execFile);

export const toLines = (text: string): Effect =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();

/** How many lines are missing, and how many are there that should not be. */
export function compare(expected: Effect, seen: Effect): { missing: string[]; extra: string[] } {
  const rest = [...seen];
  const missing = expected.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { missing, extra: rest };
}

export function openEffect(source: EffectSource, place: EffectPlace): EffectReader {
  let trouble: string | undefined;
  const question = toQuestion(source, place);
  return {
    get trouble() {
      return trouble;
    },
    async read() {
      try {
        const lines = toLines(await question.ask());
        trouble = undefined;
        return lines;
      } catch (error) {
        trouble = types.isNativeError(error) ? error.message : 'failed'; // told by whoever waits for it in vain
        return undefined;
      }
    },
    close: () => question.close(),
  };
}

interface Question {
  ask(): Promise<string>;
  close(): Promise<void>;
}

function toQuestion(source: EffectSource, { values, env, cwd }: EffectPlace): Question {
  const filled = (text: string): string => fill(text, values, env);
  const close = (): Promise<void> => Promise.resolve();
  if ('file' in source) return { ask: () => readFile(filled(source.file), 'utf8'), close };
  if ('url' in source) return { ask: () => askUrl(filled(source.url)), close };
  if ('command' in source) {
    const [program = '', ...args] = source.command.map(filled);
    const options = { cwd, env, timeout: ANSWER_MS, maxBuffer: 64 * 1024 * 1024 };
    return { ask: async () => (await run(program, args, options)).stdout, close };
  }
  return askDatabase(filled(source.database), filled(source.sql));
}

async function askUrl(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

/** One line of JSON for each row. */
function askDatabase(database: string, sql: string): Question {
  const pool = new pg.Pool({ connectionString: database, max: 1, statement_timeout: ANSWER_MS });
  pool.on('error', () => undefined); // the next reading tells
  return {
    async ask() {
      const { rows } = await pool.query<object>(sql);
      return rows.map((row) => JSON.stringify(row)).join('\n');
    },
    close: () => pool.end(),
  };
}
