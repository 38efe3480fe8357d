import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** State of one part that a service leans on. */
export interface PartHealth {
  readonly ok: boolean;
  readonly detail?: string;
}

/** The pages of one service, listening. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/healthz` (the process is alive), `/readyz` (each part by name; 503 if one is not well), `/metrics`. Plain node:http on
 * loopback: a worker needs no HTTP framework for three pages. Port 0 takes a free one.
 */
export async function startHealthServer(options: {
  readonly port: number;
  readonly ready: () => Promise<Readonly<Record<string, PartHealth>>>;
  readonly metrics?: Metrics;
}): Promise<HealthServer> {
  const readyPage = async (): Promise<[status: number, body: string]> => {
    try {
      const parts = await options.ready();
      const ok = Object.values(parts).every((part) => part.ok);
      return [ok ? 200 : 503, JSON.stringify({ ok, parts })];
    } catch {
      return [503, '{"ok":false}']; // e.g. a check that itself failed: what it says is not for this page
    }
  };
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    const [path] = (request.url ?? '').split('?');
    if (path === '/healthz') send(200, 'application/json', '{"ok":true}');
    else if (path === '/metrics') send(200, 'text/plain; version=0.0.4', options.metrics?.render() ?? '');
    else if (path === '/readyz') {
      void readyPage().then(([status, body]) => {
        send(status, 'application/json', body);
      });
    } else send(404, 'text/plain', 'not found\n');
  });
  const host = process.env['HEALTH_HOST'] ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}
