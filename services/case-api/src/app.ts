import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeProblem, ProblemFilter, requestValidation } from '@titian/http';
import type { ApiEnv } from './api.config.ts';
import { ApiModule } from './api.module.ts';
import { takeLists } from './imports/list-body.ts';
import { describeCommands } from './openapi/command-paths.ts';

/** A desk sends data, never documents: larger bodies are refused before they are read. */
const BODY_LIMIT_BYTES = 262_144;

/** Builds the API without listening. */
export async function createApp(
  env: ApiEnv,
  options: { readonly connect?: boolean } = {},
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(env, options),
    new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, trustProxy: false }),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest types its options as a class
    { logger: ['error', 'warn'] },
  );
  takeLists(app);
  app.useGlobalPipes(requestValidation);
  app.useGlobalFilters(new ProblemFilter());
  return app;
}

/** The OpenAPI 3.1 document of the API. */
export function describe(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Titian case API')
    .setDescription('Complaints and social-security claims of Indonesian migrant workers, from the door to the result.')
    .setVersion('1')
    .build();
  return describeCommands(describeProblem(SwaggerModule.createDocument(app, config)));
}
