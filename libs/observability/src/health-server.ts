import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** State of one part that a service leans on. */
export interface PartHealth {
  readonly ok: boolean;
  readonly detail?: string;
}

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
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    if (request.url === '/healthz') send(200, 'application/json', '{"ok":true}');
    else if (request.url === '/metrics') send(200, 'text/plain; version=0.0.4', options.metrics?.render() ?? '');
    else if (request.url === '/readyz') {
      options.ready().then(
        (parts) => {
          const ok = Object.values(parts).every((part) => part.ok);
          send(ok ? 200 : 503, 'application/json', JSON.stringify({ ok, parts }));
        },
        () => {
          send(503, 'application/json', '{"ok":false}');
        },
      );
    } else send(404, 'text/plain', 'not found\n');
  });
  const host = process.env['HEALTH_HOST'] ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => { resolve(); })),
  };
}
