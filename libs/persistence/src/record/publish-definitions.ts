import type { DataSource } from 'typeorm';
import { definitionText, type ModelRegistry } from './models.ts';

/** Keeps the definitions of this release beside the cases that use them, by hash. Repeatable. */
export async function publishDefinitions(db: DataSource, models: ModelRegistry): Promise<void> {
  for (const { definition, hash } of models.all()) {
    await db.query(
      `insert into case_definition (hash, type, version, body, published_at) values ($1, $2, $3, $4, now())
       on conflict (hash) do nothing`,
      [hash, definition.type, definition.version, definitionText(definition)],
    );
  }
}
