import { mkdir } from 'node:fs/promises';
import { connect, type ClientHttp2Session } from 'node:http2';
import { join } from 'node:path';
import { findTemporalCli } from '../boot/temporal-cli.mjs';
import { toInheritedEnv } from './child-env.ts';
import { type Launch } from './child.ts';
import { type Ports } from './ports.ts';
import { type Profile } from './profile.ts';
import { getSdkTemporalCli } from './temporal-sdk-download.ts';
import { getPart, temporalNamespace } from './stack.ts';

const grpc = { ok: 0, notFound: 5 };
const describeNamespace = '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace';
const answerWithinMs = 2000;
/**
 * Its file is written ahead and flushed at checkpoints. By default the server flushes several times for each step of each run, which
 * takes most of its time. A killed server loses nothing by this; a machine that loses power may lose the last moments, and the
 * record, which is kept by PostgreSQL, wins.
 */
const pragmas = ['journal_mode=wal', 'synchronous=normal'];

/**
 * Its dynamic configuration, as in `infra/docker/temporal/dynamicconfig.yaml`. A run that is not in a worker's cache is replayed
 * from its first event, so it continues as new after about 25 commands; of 20,000 idle runs only those at work are kept in memory.
 */
const defaults = { 'limit.historyCount.suggestContinueAsNew': '200', 'history.hostLevelCacheMaxSize': '1000' };

/** How to start the dev server on the profile's own file; `settings` go over the defaults. */
export async function prepareTemporal(
  profile: Profile,
  ports: Ports,
  env: NodeJS.ProcessEnv,
  settings: Readonly<Record<string, string>> = {},
): Promise<Launch> {
  const command = (await findTemporalCli({ home: profile.home, env })) ?? (await getSdkTemporalCli(profile.home));
  const data = join(profile.data, 'temporal');
  await mkdir(data, { recursive: true });
  const place = ['--ip', '127.0.0.1', '--port', String(ports.temporal), '--ui-port', String(ports['temporal-ui'])];
  const file = [
    '--db-filename',
    join(data, 'temporal.db'),
    ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
  ];
  const store = [...file, '--namespace', temporalNamespace];
  const dynamic = Object.entries({ ...defaults, ...settings }).flatMap(([key, value]) => [
    '--dynamic-config-value',
    `${key}=${value}`,
  ]);
  return {
    command,
    args: ['server', 'start-dev', ...place, ...store, ...dynamic, '--log-level', 'warn', '--log-format', 'json'],
    env: { ...toInheritedEnv(env), GOMEMLIMIT: `${getPart('temporal').heapMiB ?? 256}MiB` },
    cwd: data,
    stopWith: ['SIGTERM'],
  };
}

/** The namespace's name as field 1 of a protobuf message, in a gRPC frame. */
function toRequest(namespace: string): Buffer {
  const name = Buffer.from(namespace);
  const message = Buffer.concat([Buffer.from([0x0a, name.length]), name]);
  const frame = Buffer.alloc(5);
  frame.writeUInt32BE(message.length, 1);
  return Buffer.concat([frame, message]);
}

function askStatus(session: ClientHttp2Session, namespace: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const toStatus = (headers: Record<string, unknown>): void => {
      const status = headers['grpc-status'];
      if (typeof status === 'string') resolve(Number(status));
    };
    session.on('error', () => {
      resolve(undefined);
    });
    session.setTimeout(answerWithinMs, () => {
      resolve(undefined);
    });
    const headers = {
      ':method': 'POST',
      ':path': describeNamespace,
      'content-type': 'application/grpc',
      te: 'trailers',
    };
    const request = session.request(headers);
    request.on('response', toStatus);
    request.on('trailers', toStatus);
    request.on('error', () => {
      resolve(undefined);
    });
    request.on('close', () => {
      resolve(undefined);
    });
    request.resume();
    request.end(toRequest(namespace));
  });
}

/** Whether the server answers and knows the namespace. One gRPC call by hand spares the supervisor the whole client. */
export async function askTemporal(address: string, namespace: string): Promise<'ready' | 'no namespace' | 'silent'> {
  const session = connect(`http://${address}`);
  try {
    const status = await askStatus(session, namespace);
    if (status === grpc.ok) return 'ready';
    return status === grpc.notFound ? 'no namespace' : 'silent';
  } finally {
    session.destroy();
  }
}
