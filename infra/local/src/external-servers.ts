import { connect } from 'node:net';
import { Refusal } from '../boot/refusal.mjs';
import { isKafkaReady } from './kafka.ts';
import { isPostgresReady } from './postgres.ts';
import { type ServerAddresses } from './service-launch.ts';
import { servers, temporalNamespace, type ServerName } from './stack.ts';
import { askTemporal } from './temporal.ts';

/** The address that the user has named for a server; then it is used as it is and none is started. */
export function findExternal(name: ServerName, env: NodeJS.ProcessEnv): string | undefined {
  const variable = servers.find((server) => server.name === name)?.external ?? '';
  return env[variable] === '' ? undefined : env[variable];
}

function isOpen(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const end = (open: boolean) => (): void => {
      socket.destroy();
      resolve(open);
    };
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('connect', end(true)).on('error', end(false)).setTimeout(2000, end(false));
  });
}

async function findTemporalFault(address: string): Promise<string | undefined> {
  const answer = (await isOpen(address)) ? await askTemporal(address, temporalNamespace) : 'silent';
  if (answer === 'ready') return undefined;
  const fault = answer === 'silent' ? 'does not answer' : `has no namespace "${temporalNamespace}"`;
  return `the Temporal that TEMPORAL_ADDRESS names (${address}) ${fault}`;
}

async function findFault(name: ServerName, addresses: ServerAddresses): Promise<string | undefined> {
  switch (name) {
    case 'postgres':
      if (await isPostgresReady(addresses.databaseUrl)) return undefined;
      return 'the PostgreSQL that DATABASE_URL names does not let us in';
    case 'kafka':
      if (await isKafkaReady(addresses.kafkaBrokers)) return undefined;
      return `the Kafka that KAFKA_BROKERS names (${addresses.kafkaBrokers}) does not answer`;
    case 'temporal':
      return findTemporalFault(addresses.temporalAddress);
  }
}

/** @throws {Refusal} when a server that the user has named cannot be used */
export async function requireExternalServers(addresses: ServerAddresses, names: readonly ServerName[]): Promise<void> {
  const faults = await Promise.all(names.map((name) => findFault(name, addresses)));
  const fault = faults.find((found) => found !== undefined);
  if (fault) throw new Refusal(`${fault}: mend it, or leave the variable unset to have one started here.`);
}
