import { SwaggerModule } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { readEnvironment } from '@titian/config';
import { createLogger } from '@titian/observability';
import type { CaseClient } from '@titian/temporal';
import { ApiEnv } from './api.config.ts';
import { createApp, describe } from './app.ts';
import { CASE_CLIENT } from './tokens.ts';

const env = readEnvironment(ApiEnv);
const logger = createLogger('case-api', env.LOG_LEVEL);
const app = await createApp(env);
SwaggerModule.setup('docs', app, () => describe(app), { jsonDocumentUrl: 'openapi.json' });
await app.listen(env.PORT, env.HOST);
logger.info({ url: await app.getUrl() }, 'case-api listens');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'case-api drains');
  await app.close();
  await app.get<CaseClient>(CASE_CLIENT).close();
  await app.get(DataSource).destroy();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
