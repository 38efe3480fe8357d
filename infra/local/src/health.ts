import { isKafkaReady } from './kafka.ts';
import { isPostgresReady, toOwnerUrl } from './postgres.ts';
import { type Ports } from './ports.ts';
import { type Secrets } from './secrets.ts';
import { temporalNamespace, type PartName } from './stack.ts';
import { askTemporal } from './temporal.ts';

const answerWithinMs = 2000;

async function isHttpReady(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false; // e.g. it does not listen yet
  }
}

/** Asks a part of our own whether it is ready, each in its own language. */
export async function isReady(name: PartName, ports: Ports, secrets: Secrets): Promise<boolean> {
  switch (name) {
    case 'postgres':
      return isPostgresReady(toOwnerUrl(ports.postgres, secrets.postgresPassword, 'postgres'));
    case 'temporal':
      return (await askTemporal(`127.0.0.1:${ports.temporal}`, temporalNamespace)) === 'ready';
    case 'kafka':
      return isKafkaReady(`127.0.0.1:${ports.kafka}`);
    case 'bpjs-simulator':
    case 'case-api':
    case 'case-worker':
    case 'bpjs-gateway':
    case 'event-relay':
    case 'reporting':
      return isHttpReady(ports[name]);
  }
}
