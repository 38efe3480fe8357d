import { STATUS_CODES } from 'node:http';
import { applyDecorators, StandardSchemaValidationPipe } from '@nestjs/common';
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

/** Checks every `@Body({ schema })`, `@Query({ schema })` … and reports all faults with JSON Pointers. */
export const requestValidation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) =>
    invalidRequest(
      issues.map(({ path = [], message }) => ({
        field: path.map((part) => `/${String(typeof part === 'object' ? part.key : part)}`).join(''),
        rule: message,
        remedy: 'see the schema of this operation in /openapi.json',
      })),
    ),
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
