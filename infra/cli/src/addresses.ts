import { Misuse } from './terminal.ts';

/** What `readRunningStack` of infra/local says; typed here because the CLI also runs where that part is not installed. */
interface RunningStack {
  readonly kafkaBrokers: string;
  readonly databaseUrl: string;
}

const LOCAL_STACK = '@titian/local';

/** The stack of `npm start` in this checkout, if one runs. */
async function findRunningStack(env: NodeJS.ProcessEnv): Promise<RunningStack | undefined> {
  try {
    const local = (await import(LOCAL_STACK)) as {
      readRunningStack?: (env: NodeJS.ProcessEnv) => RunningStack | undefined;
    };
    return local.readRunningStack?.(env);
  } catch {
    return undefined; // e.g. an image without the local stack
  }
}

/** The brokers: the flag, then KAFKA_BROKERS, then the running local stack. @throws Misuse if none is known */
export async function findBrokers(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const named = flag ?? env['KAFKA_BROKERS'] ?? (await findRunningStack(env))?.kafkaBrokers;
  if (named !== undefined && named !== '') return named;
  throw new Misuse('no Kafka: start the stack with npm start, or name the brokers with --brokers or KAFKA_BROKERS.');
}

/** The record: the flag, then DATABASE_URL, then the running local stack. @throws Misuse if none is known */
export async function findDatabase(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const named = flag ?? env['DATABASE_URL'] ?? (await findRunningStack(env))?.databaseUrl;
  if (named !== undefined && named !== '') return named;
  throw new Misuse('no database: start the stack with npm start, or name it with --database or DATABASE_URL.');
}
