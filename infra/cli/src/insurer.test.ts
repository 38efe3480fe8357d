import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { main } from './main.ts';
import type { Terminal } from './terminal.ts';

const TOKEN = 'a-token-of-the-operator';
const ID = '0190a000-0000-4000-8000-00000000000c';
const parked = {
  callbackId: ID,
  type: 'payment.paid',
  claimRef: ID,
  reference: 'BPJS-1',
  reason: 'unknown-claim',
  parkedAt: '2026-01-05T02:00:00.000Z',
  times: 3,
};

let server: Server;
let url: string;
let answers: Record<string, unknown>;
let asked: { method: string; path: string; token: string; body: string }[];
let said: string[];
beforeEach(async () => {
  asked = [];
  said = [];
  answers = {};
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      asked.push({ method: request.method ?? '', path, token: request.headers.authorization ?? '', body });
      const answer = answers[path.split('?')[0] ?? ''];
      response.writeHead(answer === undefined ? 401 : 200).end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const terminal: Terminal = { out: (line) => void said.push(line), err: (line) => void said.push(line) };
const run = (...args: string[]) => main([...args, '--gateway', url], terminal, { BPJS_OPERATOR_TOKEN: TOKEN });
const found = (more: object) => ({ days: ['2026-01-05'], compared: 4, repaired: 1, asked: 0, pending: 0, ...more });

describe('titian reconcile', () => {
  test('asks for a day, with the token, and is good when nothing is left', async () => {
    answers['/v1/bpjs/reconcile'] = found({});
    expect(await run('reconcile', '--day', '2026-01-05')).toBe(0);
    expect(asked).toMatchObject([
      { method: 'POST', path: '/v1/bpjs/reconcile?day=2026-01-05', token: `Bearer ${TOKEN}` },
    ]);
    expect(said.join()).toContain('4 compared, 1 repaired');
  });

  test.each([{ asked: 1 }, { pending: 2 }])('is a finding when %j is left', async (left) => {
    answers['/v1/bpjs/reconcile'] = found(left);
    expect(await run('reconcile', '--days', '3', '--json')).toBe(1);
    expect(JSON.parse(said[0] ?? '')).toMatchObject(left);
  });

  test.each([
    ['a day that does not exist', ['--day', '2026-02-30']],
    ['no days', ['--days', '0']],
  ])('is misuse with %s', async (_what, flags) => {
    expect(await run('reconcile', ...flags)).toBe(2);
    expect(asked).toEqual([]);
  });

  test('says in one sentence that the gateway refused, without the token', async () => {
    expect(await run('reconcile')).toBe(2);
    expect(said.join()).toContain('401');
    expect(said.join()).not.toContain(TOKEN);
  });
});

describe('titian bpjs', () => {
  test('lists what waits, as a finding', async () => {
    answers['/v1/bpjs/parked'] = { items: [parked] };
    expect(await run('bpjs', 'parked')).toBe(1);
    expect(said[0]).toContain(`${ID} payment.paid unknown-claim`);
    answers['/v1/bpjs/parked'] = { items: [] };
    expect(await run('bpjs', 'parked')).toBe(0);
  });

  test('releases one, saying who does', async () => {
    answers[`/v1/bpjs/parked/${ID}/release`] = { outcome: 'done', released: true };
    expect(await run('bpjs', 'release', ID, '--by', 'operator-1')).toBe(0);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ by: 'operator-1', dismiss: false });
    answers[`/v1/bpjs/parked/${ID}/release`] = { outcome: 'unknown-claim', released: false };
    expect(await run('bpjs', 'release', ID, '--by', 'operator-1')).toBe(1);
  });
});
