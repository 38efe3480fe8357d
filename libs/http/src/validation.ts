import { STATUS_CODES } from 'node:http';
import { applyDecorators, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { ApiResponse, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem, problem, ProblemError } from './problem.ts';

/** A request whose members do not match their schema: all faults at once, each with its place. */
export function invalidRequest(errors: NonNullable<Problem['errors']>): ProblemError {
  const [first] = errors;
  return new ProblemError(
    problem(
      400,
      'request/invalid',
      {
        id: `Isian tidak sah: ${first?.field ?? ''} ${first?.rule ?? ''}`,
        en: `The request is not valid: ${first?.field ?? ''} ${first?.rule ?? ''}`,
      },
      {
        id: 'Perbaiki isian yang disebut dalam errors dan kirim lagi.',
        en: 'Correct the members named in errors and send again.',
      },
      { field: first?.field ?? '', errors },
    ),
  );
}

/** What a Standard Schema says about one member. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** JSON Pointer (RFC 6901) of a member; the whole document is `''`. */
const pointerTo = (path: Issue['path'] = []): string =>
  path
    .map((part) => String(typeof part === 'object' ? part.key : part))
    .map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');

/** The faults that a schema has found, as an answer: each with its place, and the one remedy for all. */
export const invalidBySchema = (issues: readonly Issue[], remedy: string): ProblemError =>
  invalidRequest(issues.map(({ path, message }) => ({ field: pointerTo(path), rule: message, remedy })));

const REMEDY = 'see the schema of this operation in /openapi.json';

/** Nest tells a pipe which argument it judges, but not its `exceptionFactory`: a part of the address is named here. */
class RequestValidation extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const schema = metadata.type === 'param' ? metadata.schema : undefined;
    if (schema === undefined || metadata.data === undefined) return super.transform(value, metadata);
    const { issues } = await schema['~standard'].validate(value);
    if (issues === undefined) return super.transform(value, metadata);
    const name = metadata.data;
    throw invalidBySchema(
      issues.map(({ message, path = [] }) => ({ message, path: [name, ...path] })),
      REMEDY,
    );
  }
}

/** Checks every `@Body({ schema })`, `@Query({ schema })` … and reports all faults with JSON Pointers. */
export const requestValidation = new RequestValidation({
  exceptionFactory: (issues) => invalidBySchema(issues, REMEDY),
});

/** Documents the problem answers of an operation; {@link describeProblem} supplies the schema they refer to. */
export const ApiProblems = (...statuses: readonly number[]): MethodDecorator => {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return applyDecorators(
    ...statuses.map((status) => ApiResponse({ status, description: STATUS_CODES[status] ?? 'Problem', content })),
  );
};

/** Adds the schema that every problem answer refers to. */
export function describeProblem(openapi: OpenAPIObject): OpenAPIObject {
  const { $schema: _dialect, id: _id, ...schema } = z.toJSONSchema(Problem) as Record<string, unknown>;
  return {
    ...openapi,
    components: { ...openapi.components, schemas: { ...openapi.components?.schemas, Problem: schema } },
  };
}
