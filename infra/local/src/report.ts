import type { LocalStack } from './local-stack.ts';
import { residentMiB } from './memory.ts';

const pad = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows.reduce<number[]>(
    (max, row) => row.map((cell, index) => Math.max(max[index] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd());
};

/** URLs, demo users and memory, as `npm start` prints them once all is up. */
export async function describeStack(local: LocalStack): Promise<string> {
  const { ports, addresses } = local;
  const ownTemporal = local.pids().temporal !== undefined;
  const urls = [
    ['API', `${addresses.apiUrl}/v1`],
    ['API documentation', `${addresses.apiUrl}/docs`],
    ['OpenAPI', `${addresses.apiUrl}/openapi.json`],
    ['Temporal', ownTemporal ? `http://127.0.0.1:${ports['temporal-ui']}` : addresses.temporalAddress],
    ['Reports', `${addresses.reportingUrl}/v1/reports`],
    ['Insurer (simulated)', `${addresses.simulatorUrl}/admin/ledger`],
    ['Kafka', addresses.kafkaBrokers],
  ];
  const { DEMO_USERS } = await import('@titian/auth');
  const users = DEMO_USERS.map(({ id, role, area }) => [id, role, area === '' ? 'Indonesia' : area]);
  return [
    '',
    'Titian is up. Ctrl-C stops it and keeps the data.',
    '',
    ...pad(urls),
    '',
    'Demo users (header X-Titian-Identity):',
    ...pad(users),
    '',
    ...describeMemory(local),
  ].join('\n');
}

function describeMemory(local: LocalStack): string[] {
  const each = residentMiB({ supervisor: process.pid, ...local.pids() });
  const { supervisor = 0, ...parts } = each;
  const children = Object.values(parts).reduce((sum, mib) => sum + mib, 0);
  const rows = Object.entries({ ...parts, supervisor: Math.max(0, supervisor - children) }).map(([name, mib]) => [
    name,
    `${mib} MiB`,
  ]);
  return ['Memory (RSS):', ...pad([...rows, ['total', `${Math.max(supervisor, children)} MiB (goal 2048)`]])];
}
