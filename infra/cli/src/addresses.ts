import { Misuse } from './terminal.ts';

/** What `readRunningStack` of infra/local says; typed here because the CLI also runs where that part is not installed. */
interface RunningStack {
  readonly kafkaBrokers: string;
  readonly databaseUrl: string;
  readonly gatewayUrl: string;
  readonly operatorToken: string;
  readonly temporalAddress: string;
  readonly apiUrl: string;
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

/** The gateway and what opens its operator's pages. */
export interface GatewayAddress {
  readonly url: string;
  readonly token: string;
}

/** The gateway: flag and BPJS_OPERATOR_TOKEN, then the running local stack. @throws Misuse if none is known */
export async function findGateway(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<GatewayAddress> {
  const running = await findRunningStack(env);
  const url = flag ?? env['BPJS_GATEWAY_URL'] ?? running?.gatewayUrl;
  const token = env['BPJS_OPERATOR_TOKEN'] ?? running?.operatorToken;
  if (url !== undefined && url !== '' && token !== undefined && token !== '') return { url, token };
  throw new Misuse(
    'no gateway: start the stack with npm start, or name it with --gateway and put its token into BPJS_OPERATOR_TOKEN.',
  );
}

/** Temporal: the flag, then TEMPORAL_ADDRESS, then the running local stack. @throws Misuse if none is known */
export async function findTemporal(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const named = flag ?? env['TEMPORAL_ADDRESS'] ?? (await findRunningStack(env))?.temporalAddress;
  if (named !== undefined && named !== '') return named;
  throw new Misuse('no Temporal: start the stack with npm start, or name it with --temporal or TEMPORAL_ADDRESS.');
}

/** The API: the flag, then TITIAN_API, then the running local stack. @throws Misuse if none is known */
export async function findApi(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const named = flag ?? env['TITIAN_API'] ?? (await findRunningStack(env))?.apiUrl;
  if (named !== undefined && named !== '') return named.replace(/\/$/, '');
  throw new Misuse('no API: start the stack with npm start, or name it with --api or TITIAN_API.');
}
