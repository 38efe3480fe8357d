import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../boot/paths.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { toInheritedEnv } from './child-env.ts';
import { type Launch } from './child.ts';
import { type Ports } from './ports.ts';
import { type Profile } from './profile.ts';
import { type Secrets } from './secrets.ts';
import { callbackPath, services, temporalNamespace, type DatabaseRole, type ServiceName } from './stack.ts';

/** Where the servers are, ours or named by the user. */
export interface ServerAddresses {
  /** As the owner of the schema: holds a password, so never print it. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** `host:port[,host:port]` */
  readonly kafkaBrokers: string;
}

/** What the services of one stack are told. */
export interface ServiceContext {
  readonly profile: Profile;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly servers: ServerAddresses;
  readonly env: NodeJS.ProcessEnv;
}

/** The owner's URL with a service's role in place of the owner. */
export function toRoleUrl(ownerUrl: string, role: DatabaseRole, secrets: Secrets): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = secrets.rolePasswords[role];
  return url.href;
}

function ownEnvironment(name: ServiceName, context: ServiceContext): Record<string, string> {
  const { ports, secrets, servers, profile, env } = context;
  const port = String(ports[name]);
  const asRole = (role: DatabaseRole): string => toRoleUrl(servers.databaseUrl, role, secrets);
  switch (name) {
    case 'case-api':
      return { DATABASE_URL: asRole('case_api'), PORT: port, IDENTITY: 'development' };
    case 'case-worker':
      return { DATABASE_URL: asRole('case_worker'), HEALTH_PORT: port };
    case 'event-relay':
      return { DATABASE_URL: asRole('event_relay'), HEALTH_PORT: port };
    case 'reporting':
      return { DATABASE_URL: asRole('reporting'), PORT: port, IDENTITY: 'development' };
    case 'bpjs-gateway':
      return {
        DATABASE_URL: asRole('bpjs_gateway'),
        PORT: port,
        BPJS_BASE_URL: env['BPJS_BASE_URL'] ?? `http://127.0.0.1:${ports['bpjs-simulator']}`,
        BPJS_CALLBACK_KEYS: secrets.callbackKey,
        BPJS_OPERATOR_TOKEN: secrets.operatorToken,
      };
    case 'bpjs-simulator':
      return {
        PORT: port,
        BPJS_SIM_CALLBACK_URL: `http://127.0.0.1:${ports['bpjs-gateway']}${callbackPath}`,
        BPJS_SIM_CALLBACK_KEY: secrets.callbackKey,
        BPJS_SIM_DATA: join(profile.data, name),
      };
  }
}

/** The contract between the stack and `services/<name>/src/main.ts`. The simulator plays an outsider and sees less. */
export function serviceEnvironment(name: ServiceName, context: ServiceContext): NodeJS.ProcessEnv {
  const { servers, secrets, env } = context;
  const common = { ...toInheritedEnv(env), TITIAN_ENV: 'local', LOG_LEVEL: env['LOG_LEVEL'] ?? 'info' };
  const inside = {
    TITIAN_DATA_KEY: secrets.dataKey,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: temporalNamespace,
    KAFKA_BROKERS: servers.kafkaBrokers,
  };
  return { ...common, ...(name !== 'bpjs-simulator' && inside), ...ownEnvironment(name, context) };
}

/** How a service is started: the same command as in production. `script` replaces it in tests. */
export function toServiceLaunch(name: ServiceName, profile: Profile, env: NodeJS.ProcessEnv, script?: string): Launch {
  const part = services.find((service) => service.name === name);
  const file = resolve(root, script ?? part?.script ?? '');
  if (!existsSync(file)) throw new Refusal(`${name} is not built, ${file} is missing: run npm run build.`);
  mkdirSync(join(profile.data, name), { recursive: true });
  return {
    command: process.execPath,
    args: [`--max-old-space-size=${part?.heapMiB ?? 128}`, file],
    env,
    cwd: root,
    stopWith: ['SIGTERM'],
  };
}
