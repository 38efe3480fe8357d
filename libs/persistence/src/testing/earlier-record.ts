import { DataSource, type MigrationInterface } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { MIGRATIONS } from '../migrations/index.ts';

/** A record as it was before a migration; `migrate` brings it to the present. */
export function recordBefore(migration: new () => MigrationInterface): Promise<TestDatabase> {
  return createTestDatabase(async (url) => {
    const db = await new DataSource({
      type: 'postgres',
      url,
      migrations: MIGRATIONS.slice(
        0,
        MIGRATIONS.findIndex((each) => each === migration),
      ),
      migrationsTableName: 'schema_migration',
    }).initialize();
    await db.runMigrations();
    await db.destroy();
  });
}
