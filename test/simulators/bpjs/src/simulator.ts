import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Adjudicator } from './adjudicator.ts';
import { Book } from './book.ts';
import { httpTransport } from './callback-transport.ts';
import { parseCallbackKey } from './callback.ts';
import { Outbox } from './outbox.ts';
import { toProblem } from './problem.ts';
import { answer } from './routes.ts';

/** How to start a simulator; `port` 0 takes a free one. */
export interface SimulatorOptions {
  readonly port: number;
  readonly host?: string;
  readonly callbackUrl: string;
  /** `keyId:secret` */
  readonly callbackKey: string;
  readonly dataDir: string;
  readonly now?: () => Date;
}

/** A running insurer. */
export interface Simulator {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the insurer on its journal. @throws Error if the port is taken or the journal cannot be read */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const now = options.now ?? (() => new Date());
  const key = parseCallbackKey(options.callbackKey);
  const book = await Book.open(options.dataDir, now);
  const transport = httpTransport(options.callbackUrl, key, now);
  const server = serve(book);
  try {
    await listen(server, options.port, options.host ?? '127.0.0.1');
  } catch (error) {
    transport.close();
    await book.close();
    throw error;
  }
  const outbox = new Outbox(book, transport.send);
  const adjudicator = new Adjudicator(book);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      adjudicator.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await outbox.stop();
      transport.close();
      server.closeAllConnections();
      await closed;
      await book.close();
    },
  };
}

function serve(book: Book): Server {
  return createServer((request, response) => {
    answer(book, request).then(
      ({ status, body, replayed }) => {
        send(response, status, 'application/json', body, replayed === true ? { 'idempotent-replayed': 'true' } : {});
      },
      (error: unknown) => {
        const problem = toProblem(error);
        if (problem.status === 500) console.error(error);
        send(response, problem.status, 'application/problem+json', problem, problem.headers);
      },
    );
  });
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { ...headers, 'content-type': type }).end(JSON.stringify(body));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve();
    });
  });
}
