import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { readEnvironment } from '@titian/config';
import { ProblemFilter } from '@titian/http';
import { createLogger } from '@titian/observability';
import type { CaseClient } from '@titian/temporal';
import { GatewayEnv } from './gateway.config.ts';
import { GatewayModule } from './gateway.module.ts';
import { CASE_CLIENT } from './tokens.ts';

const env = readEnvironment(GatewayEnv);
const logger = createLogger('bpjs-gateway', env.LOG_LEVEL);
const app = await NestFactory.create<NestFastifyApplication>(
  GatewayModule.with(env),
  new FastifyAdapter({ bodyLimit: 262_144, trustProxy: false }),
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest types its options as a class
  { logger: ['error', 'warn'], rawBody: true },
);
app.useGlobalFilters(new ProblemFilter());
await app.listen(env.PORT, env.HOST);
logger.info({ url: await app.getUrl() }, 'bpjs-gateway listens');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'bpjs-gateway drains');
  await app.close();
  await app.get<CaseClient>(CASE_CLIENT).close();
  await app.get(DataSource).destroy();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
