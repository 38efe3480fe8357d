import { afterEach, describe, expect, test } from '@jest/globals';
import { startHealthServer, type HealthServer, type PartHealth } from './health-server.ts';
import { Metrics } from './metrics.ts';

let server: HealthServer | undefined;
afterEach(() => server?.close());

async function ask(
  path: string,
  ready: () => Promise<Record<string, PartHealth>>,
): Promise<{ status: number; body: string }> {
  const metrics = new Metrics();
  metrics.gauge('lag', 'Lag', 1);
  server = await startHealthServer({ port: 0, ready, metrics });
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
  return { status: response.status, body: await response.text() };
}

const parts = (ok: boolean) => () => Promise.resolve({ kafka: { ok, detail: 'lag 4' }, record: { ok: true } });

describe('the health server', () => {
  test('is alive even when a part is away', async () => {
    expect(await ask('/healthz', parts(false))).toEqual({ status: 200, body: '{"ok":true}' });
  });

  test('names each part when all are well', async () => {
    const { status, body } = await ask('/readyz?from=probe', parts(true));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      ok: true,
      parts: { kafka: { ok: true, detail: 'lag 4' }, record: { ok: true } },
    });
  });

  test('is not ready when one part is away', async () => {
    expect(await ask('/readyz', parts(false))).toMatchObject({ status: 503 });
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('secret'))],
    [
      'throws',
      () => {
        throw new Error('secret');
      },
    ],
  ])('is not ready, and says nothing more, when the check %s', async (_how, ready) => {
    expect(await ask('/readyz', ready)).toEqual({ status: 503, body: '{"ok":false}' });
  });

  test('shows its metrics', async () => {
    expect((await ask('/metrics', parts(true))).body).toContain('lag 1');
  });

  test('knows no other page', async () => {
    expect((await ask('/v1/cases', parts(true))).status).toBe(404);
  });
});
