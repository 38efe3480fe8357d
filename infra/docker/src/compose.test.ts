import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv, type SchemaObject } from 'ajv';
import { toDefaultPorts } from '../../local/src/ports.ts';
import { locateProfile } from '../../local/src/profile.ts';
import { serviceEnvironment, type ServiceContext } from '../../local/src/service-launch.ts';
import {
  callbackPath,
  databaseName,
  databaseRoles,
  getPart,
  migratorScript,
  servers,
  services,
  stackPorts,
  temporalNamespace,
} from '../../local/src/stack.ts';
import { interpolate, readComposeFile, readText, root, variablesOf } from './compose-file.fixture.ts';

const compose = readComposeFile();
const composeText = readText('docker-compose.yml');
const serviceOf = (name: string) => compose.services[name] ?? { image: `no service ${name}` };
const envOf = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(serviceOf(name).environment ?? {}).map(([key, value]) => [key, String(value)]));

/** Only inside a container does a service listen on more than loopback. */
const containerOnly = ['HOST', 'HEALTH_HOST'];

/** What the embedded stack tells its processes, with nothing inherited. */
const context: ServiceContext = {
  servers: {
    databaseUrl: `postgresql://titian:owner@127.0.0.1:5432/${databaseName}`,
    temporalAddress: '127.0.0.1:7233',
    kafkaBrokers: '127.0.0.1:9092',
  },
  ports: toDefaultPorts({}),
  secrets: {
    postgresPassword: 'owner',
    rolePasswords: { case_api: 'a', case_worker: 'b', bpjs_gateway: 'c', event_relay: 'd', reporting: 'e' },
    callbackKey: 'local-1:0123456789abcdef',
    operatorToken: 'fedcba9876543210',
    dataKey: '0'.repeat(64),
  },
  profile: { ...locateProfile('/titian', 'compose'), data: '/data' },
  env: {},
};
const secretValues: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'owner',
  CASE_API_PASSWORD: 'a',
  CASE_WORKER_PASSWORD: 'b',
  BPJS_GATEWAY_PASSWORD: 'c',
  EVENT_RELAY_PASSWORD: 'd',
  REPORTING_PASSWORD: 'e',
  BPJS_CALLBACK_KEY: context.secrets.callbackKey,
  BPJS_OPERATOR_TOKEN: context.secrets.operatorToken,
  TITIAN_DATA_KEY: context.secrets.dataKey,
  LOG_LEVEL: 'info',
};

/** Addresses differ inside and outside containers; what is left must be equal. */
const withoutHosts = (env: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const hosts = /(?<=^|[/@])(127\.0\.0\.1|postgres|temporal|kafka|bpjs-simulator|bpjs-gateway)(?=:\d)/;
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, (value ?? '').replace(hosts, 'host')]));
};

describe('the compose file', () => {
  test('keeps the compose specification', () => {
    const schema = JSON.parse(readText('infra/docker/compose-spec.schema.json')) as SchemaObject;
    // Its own `$schema` says https where Ajv knows draft 7 as http, and it annotates with words that Ajv does not know.
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    delete schema.$schema;
    const isValid = ajv.validate(schema, compose);
    expect({ isValid, errors: ajv.errors ?? [] }).toEqual({ isValid: true, errors: [] });
  });

  test('names no tag that moves', () => {
    for (const [name, { image }] of Object.entries(compose.services)) {
      expect({ name, image }).toEqual({ name, image: expect.stringMatching(/:\d+\.\d+(\.\d+)?$/) });
    }
  });

  test('opens ports to this machine only', () => {
    for (const { ports } of Object.values(compose.services)) {
      for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
  });

  test('refuses to start without its secrets, and the example names each of them', () => {
    const uses = variablesOf(composeText);
    const unguarded = uses.filter(({ name, guard }) => name !== 'LOG_LEVEL' && guard !== 'required');
    expect(unguarded).toEqual([]);
    const example = [...readText('infra/docker/compose.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)];
    expect(example.map(([, name]) => name).sort()).toEqual([...new Set(uses.map(({ name }) => name))].sort());
    expect(example.filter(([, name, value]) => name !== 'LOG_LEVEL' && value !== '')).toEqual([]);
  });

  test('waits only for services that can say that they are ready or done', () => {
    for (const [name, { depends_on: needs }] of Object.entries(compose.services)) {
      for (const [other, { condition }] of Object.entries(needs ?? {})) {
        const { healthcheck, restart } = serviceOf(other);
        const able = condition === 'service_healthy' ? healthcheck !== undefined : restart === 'no';
        expect({ name, other, condition, able }).toEqual({ name, other, condition, able: true });
      }
    }
  });

  test('mounts files that exist and volumes that it declares', () => {
    for (const volume of Object.values(compose.services).flatMap(({ volumes }) => volumes ?? [])) {
      const [source = ''] = volume.split(':');
      const known = source.startsWith('./') ? existsSync(join(root, source)) : source in compose.volumes;
      expect({ source, known }).toEqual({ source, known: true });
    }
  });
});

describe('the compose file and the embedded stack', () => {
  test('have the same parts', () => {
    const helpers = ['migrate', 'temporal-schema', 'temporal-namespace', 'temporal-ui'];
    const parts = Object.keys(compose.services).filter((name) => !helpers.includes(name));
    expect(parts.sort()).toEqual([...servers, ...services].map(({ name }) => name).sort());
  });

  test.each(servers)('run $name at the same version', ({ name, version }) => {
    expect(serviceOf(name).image.split(':')[1]).toBe(version);
  });

  test('set up Temporal with the tools of its own version', () => {
    const { version } = getPart('temporal');
    for (const name of ['temporal-schema', 'temporal-namespace']) {
      expect(serviceOf(name).image).toBe(`temporalio/admin-tools:${version}`);
    }
  });

  test('run every service from one image of the same version, built once', () => {
    const names = [...services.map(({ name }) => name), 'migrate'];
    expect(new Set(names.map((name) => serviceOf(name).image))).toEqual(new Set(['titian:0.1.0']));
    expect(new Set(services.map(({ version }) => version))).toEqual(new Set(['0.1.0']));
    expect(names.filter((name) => serviceOf(name).build !== undefined)).toEqual(['migrate']);
    expect(existsSync(join(root, serviceOf('migrate').build?.dockerfile ?? 'none'))).toBe(true);
  });

  test('listen on the same ports', () => {
    const published = Object.entries(compose.services).flatMap(([name, { ports }]) =>
      (ports ?? []).map((port) => [name, Number(port.split(':')[1])] as const),
    );
    // Kafka's 9092 means itself inside a container, so this machine reaches it by another; its controller stays inside.
    const expected = stackPorts
      .filter(({ name }) => name !== 'kafka-controller')
      .map(({ name, port }) => [name, name === 'kafka' ? 19092 : port]);
    expect(Object.fromEntries(published)).toEqual(Object.fromEntries(expected));
    for (const { name, port } of stackPorts.filter(({ name: part }) => part.startsWith('kafka'))) {
      const listener = name === 'kafka' ? `PLAINTEXT://:${port}` : `CONTROLLER://:${port}`;
      expect(envOf('kafka')['KAFKA_LISTENERS']?.split(',')).toContain(listener);
    }
  });

  test.each(services)(
    'start $name with the same script and heap, and ask it the same question',
    ({ name, script, heapMiB, ports }) => {
      expect(serviceOf(name).command).toEqual(['node', `--max-old-space-size=${heapMiB ?? 0}`, script]);
      const [{ port }] = ports;
      expect(serviceOf(name).healthcheck?.test).toEqual(['CMD', 'node', 'infra/docker/healthcheck.mjs', String(port)]);
      expect(getPart(name).health).toBe('GET /readyz');
    },
  );

  test.each(services)('tell $name the same', ({ name }) => {
    const inCompose = Object.fromEntries(
      Object.entries(envOf(name))
        .filter(([key]) => !containerOnly.includes(key))
        .map(([key, value]) => [key, interpolate(value, secretValues)]),
    );
    expect(withoutHosts(inCompose)).toEqual(withoutHosts(serviceEnvironment(name, context)));
  });

  test.each(services)('let $name be reached from outside its container', ({ name }) => {
    const env = envOf(name);
    expect(env['HEALTH_PORT'] === undefined ? env['HOST'] : env['HEALTH_HOST']).toBe('0.0.0.0');
  });

  test('migrate with the same script and roles, before any service that needs the record', () => {
    expect(serviceOf('migrate').command).toEqual(['node', migratorScript]);
    const env = Object.fromEntries(
      Object.entries(envOf('migrate')).map(([key, value]) => [key, interpolate(value, secretValues)]),
    );
    const { TITIAN_ROLE_PASSWORDS: passwords = '', ...rest } = env;
    expect(JSON.parse(passwords)).toEqual(context.secrets.rolePasswords);
    expect(Object.keys(JSON.parse(passwords) as object)).toEqual([...databaseRoles]);
    expect(withoutHosts(rest)).toEqual(
      withoutHosts({ TITIAN_ENV: 'local', DATABASE_URL: context.servers.databaseUrl }),
    );
    for (const { name } of services.filter(({ dependsOn }) => dependsOn.includes('postgres'))) {
      expect(serviceOf(name).depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    }
  });

  test('use the same namespace, database and callback address', () => {
    expect(envOf('temporal-namespace')['TEMPORAL_NAMESPACE']).toBe(temporalNamespace);
    expect(envOf('postgres')['POSTGRES_DB']).toBe(databaseName);
    expect(envOf('bpjs-simulator')['BPJS_SIM_CALLBACK_URL']).toMatch(new RegExp(`${callbackPath}$`));
  });
});
