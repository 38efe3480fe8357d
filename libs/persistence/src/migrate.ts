import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { readEnvironment } from '@titian/config';
import { MIGRATIONS } from './migrations/index.ts';

/** The login roles of the services; each has the rights that its service needs, and no more. */
export const SERVICE_ROLES = ['case_api', 'case_worker', 'bpjs_gateway', 'event_relay', 'reporting'] as const;
export type ServiceRole = (typeof SERVICE_ROLES)[number];

export const MigrateEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('Owner of the schema; may create roles'),
  TITIAN_ROLE_PASSWORDS: z.string().optional().describe('JSON object: password of each service role'),
});

/**
 * Brings the schema to this release and lets the service roles log in. Repeatable; two migrators at once wait for each
 * other on an advisory lock.
 */
export async function migrate(
  databaseUrl: string,
  passwords: Partial<Record<ServiceRole, string>> = {},
): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('titian.migrate'))`);
    const db = await new DataSource({
      type: 'postgres',
      url: databaseUrl,
      migrations: MIGRATIONS,
      migrationsTableName: 'schema_migration',
      migrationsTransactionMode: 'each',
    }).initialize();
    try {
      const done = await db.runMigrations();
      await letIn(lock, passwords);
      return done.map(({ name }) => name);
    } finally {
      await db.destroy();
    }
  } finally {
    await lock.end();
  }
}

async function letIn(client: pg.Client, passwords: Partial<Record<ServiceRole, string>>): Promise<void> {
  for (const role of SERVICE_ROLES) {
    const password = passwords[role];
    if (password === undefined) continue;
    await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const env = readEnvironment(MigrateEnv);
  const passwords = z
    .partialRecord(z.enum(SERVICE_ROLES), z.string().min(1))
    .parse(JSON.parse(env.TITIAN_ROLE_PASSWORDS ?? '{}'));
  const done = await migrate(env.DATABASE_URL, passwords);
  process.stdout.write(`${done.length === 0 ? 'schema is up to date' : `migrated: ${done.join(', ')}`}\n`);
}
