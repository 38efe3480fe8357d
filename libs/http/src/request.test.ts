import 'reflect-metadata';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { IdempotencyKey, IfMatch, ProblemError, ProblemFilter, problem, requestValidation } from './index.ts';

const UUID = '0190a000-0000-7000-8000-000000000001';
const Order = z.strictObject({
  day: z.iso.date(),
  lines: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]+$/, 'a code in capitals') })).min(1),
});

@Controller()
class Echo {
  @Get('key')
  key(@IdempotencyKey() key: string): object {
    return { key };
  }

  @Get('match')
  match(@IfMatch() revision: number | undefined): object {
    return { revision: revision ?? 'any' };
  }

  @Post('order')
  order(@Body({ schema: Order }) order: z.infer<typeof Order>): object {
    return order;
  }

  @Get('orders/:orderId')
  find(@Param('orderId', { schema: z.uuid('a UUID') }) orderId: string): object {
    return { orderId };
  }

  @Get('away')
  away(): never {
    const text = { id: 'Pergi.', en: 'Away.' };
    throw new ProblemError(problem(503, 'engine/unavailable', text, text), { 'retry-after': '5' });
  }
}

@Module({ controllers: [Echo] })
class EchoModule {}

describe('a request over HTTP', () => {
  let app: NestFastifyApplication;
  let url = '';
  beforeAll(async () => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest types its options as a class
    app = await NestFactory.create<NestFastifyApplication>(EchoModule, new FastifyAdapter({ bodyLimit: 1_000 }), {
      logger: false,
    });
    app.useGlobalPipes(requestValidation);
    app.useGlobalFilters(new ProblemFilter());
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}${path}`, { headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const post = async (body: string, contentType = 'application/json') => {
    const response = await fetch(`${url}/order`, { method: 'POST', headers: { 'content-type': contentType }, body });
    return { response, body: (await response.json()) as Record<string, unknown> };
  };

  test.each([
    ['a UUID', UUID, UUID],
    ['a UUID of version 4', 'b5c6a1de-8a3c-4d49-9f0e-1d2b3c4d5e6f', 'b5c6a1de-8a3c-4d49-9f0e-1d2b3c4d5e6f'],
  ])('takes %s as Idempotency-Key', async (_what, given, key) => {
    expect(await get('/key', { 'idempotency-key': given })).toEqual({ status: 200, body: { key } });
  });

  test.each<[string, Record<string, string>]>([
    ['no key', {}],
    ['an empty key', { 'idempotency-key': '' }],
    ['a word', { 'idempotency-key': 'once' }],
    ['a UUID with a tail', { 'idempotency-key': `${UUID}0` }],
    ['two UUIDs', { 'idempotency-key': `${UUID}, ${UUID}` }],
  ])('refuses %s', async (_what, headers) => {
    const { status, body } = await get('/key', headers);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      type: 'urn:titian:problem:request/invalid',
      field: '/headers/idempotency-key',
      errors: [{ rule: 'Idempotency-Key must be a UUID', remedy: expect.stringContaining('every retry') }],
    });
  });

  test.each<[string, string | undefined, number | 'any']>([
    ['absent', undefined, 'any'],
    ['a star', '*', 'any'],
    ['an ETag', '"12"', 12],
    ['a weak ETag', 'W/"12"', 12],
    ['bare digits', '12', 12],
    ['revision 0', '"0"', 0],
    ['nine digits', '"999999999"', 999_999_999],
  ])('reads If-Match that is %s (%j)', async (_what, given, revision) => {
    expect(await get('/match', given === undefined ? {} : { 'if-match': given })).toEqual({
      status: 200,
      body: { revision },
    });
  });

  test.each(['""', '"x"', '"-1"', '"1.5"', '"1", "2"', '"1234567890"', 'w/"1"'])(
    'refuses If-Match %s',
    async (given) => {
      const { status, body } = await get('/match', { 'if-match': given });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        field: '/headers/if-match',
        errors: [{ rule: 'If-Match must be the ETag of the case', remedy: expect.stringContaining('"12"') }],
      });
    },
  );

  test('takes a body that fits', async () => {
    const order = { day: '2026-01-05', lines: [{ code: 'A' }] };
    expect((await post(JSON.stringify(order))).body).toEqual(order);
  });

  test('names every faulty member with its rule and a remedy', async () => {
    const { response, body } = await post(JSON.stringify({ day: '5 January', lines: [{ code: 'a' }], more: 1 }));
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const remedy = 'see the schema of this operation in /openapi.json';
    expect(body).toMatchObject({ type: 'urn:titian:problem:request/invalid', field: '/day' });
    expect(body['errors']).toEqual([
      { field: '/day', rule: expect.any(String), remedy },
      { field: '/lines/0/code', rule: 'a code in capitals', remedy },
      { field: '', rule: expect.stringContaining('more'), remedy },
    ]);
  });

  test('names the part of the address that is wrong', async () => {
    expect(await get(`/orders/${UUID}`)).toEqual({ status: 200, body: { orderId: UUID } });
    const { status, body } = await get('/orders/Siti');
    expect([status, body['field'], body['title']]).toEqual([
      400,
      '/orderId',
      'The request is not valid: /orderId a UUID',
    ]);
    expect(JSON.stringify(body)).not.toContain('Siti');
  });

  test.each<[string, string, string, number, string]>([
    ['a list', '[]', 'application/json', 400, 'request/invalid'],
    ['null', 'null', 'application/json', 400, 'request/invalid'],
    ['broken JSON', '{"day":', 'application/json', 400, 'request/broken-json'],
    ['nothing', '', 'application/json', 400, 'request/broken-json'],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', 'application/json', 400, 'request/broken-json'],
    ['XML', '<day/>', 'application/xml', 415, 'request/not-json'],
    ['too much', JSON.stringify({ day: 'x'.repeat(2_000) }), 'application/json', 413, 'request/too-large'],
  ])('answers %s as a problem', async (_what, sent, contentType, status, code) => {
    const { response, body } = await post(sent, contentType);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect([response.status, body['type']]).toEqual([status, `urn:titian:problem:${code}`]);
    expect(body).toMatchObject({ status, field: '', rule: expect.anything(), remedy: expect.anything() });
  });

  test('a problem may bring headers of its own', async () => {
    const response = await fetch(`${url}/away`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });
});
