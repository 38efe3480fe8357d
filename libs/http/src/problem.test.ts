import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { describe, expect, test } from '@jest/globals';
import { refuse, REFUSALS, type RefusalCode } from '@titian/domain';
import { invalidBySchema, invalidRequest, Problem, problem, ProblemError, refusalProblem, toProblem } from './index.ts';

const RULE = { id: 'Aturan.', en: 'The rule.' };
const REMEDY = { id: 'Obat.', en: 'The remedy.' };
/** What Fastify and Node throw: an error with a code or a status beside its message. */
const fault = (members: object, message = 'secret'): Error => Object.assign(new Error(message), members);

describe('a problem', () => {
  test('says what is wrong, where, by which rule and what to do', () => {
    expect(problem(409, 'case/suspended', RULE, REMEDY, { field: '/x', revision: 3 })).toEqual({
      type: 'urn:titian:problem:case/suspended',
      title: 'The rule.',
      status: 409,
      rule: RULE,
      remedy: REMEDY,
      field: '/x',
      revision: 3,
    });
  });

  test.each<[RefusalCode, number]>([
    ['case/not-found', 404],
    ['case/already-opened', 409],
    ['case/stale-version', 412],
    ['case/suspended', 409],
    ['command/unknown', 404],
    ['command/wrong-stage', 409],
    ['command/wrong-role', 403],
    ['command/outside-jurisdiction', 403],
    ['command/invalid-input', 422],
    ['command/key-reused', 409],
    ['command/guard', 422],
    ['command/maker-is-checker', 409],
    ['command/unknown-reason', 422],
    ['task/not-found', 404],
    ['task/not-yours', 409],
  ])('of the refusal %s has the status %i and the shape that is documented', (code, status) => {
    const found = refusalProblem(refuse(code, RULE, REMEDY, '/place'), 7);
    expect(Problem.parse(found)).toEqual(found);
    expect(found).toEqual({
      type: `urn:titian:problem:${code}`,
      title: RULE.en,
      status,
      rule: RULE,
      remedy: REMEDY,
      field: '/place',
      revision: 7,
    });
  });

  test('exists for every refusal of the domain', () => {
    for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
      expect(refusalProblem(refuse(code, RULE, REMEDY)).status).toBeGreaterThanOrEqual(400);
    }
  });

  test('of a refusal that blames no member and no revision names none', () => {
    const found = refusalProblem(refuse('case/suspended', RULE, REMEDY));
    expect(found).not.toHaveProperty('field');
    expect(found).not.toHaveProperty('revision');
  });
});

describe('an error becomes a problem', () => {
  const own = new ProblemError(problem(418, 'test/own', RULE, REMEDY));
  test.each<[string, unknown, number, string]>([
    ['a problem thrown on purpose', own, 418, 'urn:titian:problem:test/own'],
    [
      'a body that is too large',
      fault({ code: 'FST_ERR_CTP_BODY_TOO_LARGE' }),
      413,
      'urn:titian:problem:request/too-large',
    ],
    ['broken JSON', fault({ code: 'FST_ERR_CTP_INVALID_JSON_BODY' }), 400, 'urn:titian:problem:request/broken-json'],
    ['no body at all', fault({ code: 'FST_ERR_CTP_EMPTY_JSON_BODY' }), 400, 'urn:titian:problem:request/broken-json'],
    ['a syntax error', new SyntaxError('secret'), 400, 'urn:titian:problem:request/broken-json'],
    [
      'another media type',
      fault({ code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }),
      415,
      'urn:titian:problem:request/not-json',
    ],
    [
      'a fault of Fastify that Nest has wrapped',
      new BadRequestException('secret', { cause: fault({ code: 'FST_ERR_CTP_INVALID_JSON_BODY' }) }),
      400,
      'urn:titian:problem:request/broken-json',
    ],
    ['an address that does not exist', new NotFoundException('Cannot GET /x'), 404, 'about:blank'],
    ['another fault of the caller', fault({ statusCode: 431 }), 431, 'about:blank'],
    ['a fault with a status of a server', fault({ statusCode: 503 }), 500, 'about:blank'],
    ['a fault with a status that is none', fault({ statusCode: 'x' }), 500, 'about:blank'],
    ['an unknown error', new Error('secret'), 500, 'about:blank'],
    ['something that is no error', 'secret', 500, 'about:blank'],
    ['nothing', undefined, 500, 'about:blank'],
  ])('%s', (_what, error, status, type) => {
    const found = toProblem(error);
    expect(found).toMatchObject({ status, type });
    expect(Problem.safeParse(found).success).toBe(true);
    expect(JSON.stringify(found)).not.toContain('secret');
    if (type !== 'about:blank') expect(found).toMatchObject({ rule: expect.anything(), remedy: expect.anything() });
  });

  test('an exception of Nest keeps its status', () => {
    expect(toProblem(new HttpException('gone', 410))).toEqual({ type: 'about:blank', title: 'gone', status: 410 });
  });
});

describe('a request that breaks its schema', () => {
  test('is told every fault, the first one in front', () => {
    const faults = [
      { field: '/a', rule: 'must be a', remedy: 'send a' },
      { field: '/b', rule: 'must be b', remedy: 'send b' },
    ];
    expect(invalidRequest(faults).problem).toMatchObject({
      type: 'urn:titian:problem:request/invalid',
      status: 400,
      field: '/a',
      title: 'The request is not valid: /a must be a',
      errors: faults,
    });
  });

  test.each<[string, readonly (PropertyKey | { key: PropertyKey })[] | undefined, string]>([
    ['the whole body', undefined, ''],
    ['the whole body', [], ''],
    ['a member', ['worker', 'nik'], '/worker/nik'],
    ['an entry of a list', ['lines', 0, 'code'], '/lines/0/code'],
    ['a member as an object', [{ key: 'lines' }, { key: 1 }], '/lines/1'],
    ['a member with a slash and a tilde', ['a/b~c'], '/a~1b~0c'],
  ])('points at %s (%j): %j', (_what, path, field) => {
    const { problem: found } = invalidBySchema(
      [{ message: 'wrong', ...(path === undefined ? {} : { path }) }],
      'mend it',
    );
    expect(found).toMatchObject({ field, errors: [{ field, rule: 'wrong', remedy: 'mend it' }] });
  });
});
