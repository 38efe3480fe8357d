import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiEnv } from './api.config.ts';
import { createApp, describe } from './app.ts';

/** The document as it is committed: made from the code alone, without a database or Temporal. */
export async function openapiDocument(): Promise<OpenAPIObject> {
  const env = ApiEnv.parse({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    TITIAN_ENV: 'local',
    TITIAN_DATA_KEY: '0'.repeat(64),
    IDENTITY: 'development',
  });
  const app = await createApp(env, { connect: false });
  const document = describe(app);
  await app.close();
  return document;
}
