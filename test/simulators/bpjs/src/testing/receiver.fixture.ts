import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { componentFaults } from './openapi.fixture.ts';

/** A callback as it arrived. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: {
    readonly callbackId: string;
    readonly type: string;
    readonly reference: string;
    readonly claimRef: string;
  };
  /** What it was answered. */
  readonly status: number;
}

/** Plays Titian's gateway: takes callbacks and holds each against the contract. */
export interface Receiver {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** Says what the next callbacks are answered; 204 at first. */
  answerWith(status: (arrived: Omit<Arrived, 'status'>) => number): void;
  /** The first callback taken that fits, now or later. */
  taken(fits: (arrived: Arrived) => boolean): Promise<Arrived>;
  stop(): Promise<void>;
}

/** Starts a receiver; `port` 0 is a free one. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const waiting = new Set<() => void>();
  let statusOf: (arrived: Omit<Arrived, 'status'>) => number = () => 204;

  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString('utf8');
      const body = JSON.parse(text) as Arrived['body'];
      const fault = componentFaults('Callback', body);
      if (fault !== null) throw new Error(`a callback breaks openapi.yaml: ${fault}\n${text}`);
      const status = statusOf({ headers: request.headers, text, body });
      arrived.push({ headers: request.headers, text, body, status });
      response.writeHead(status).end();
      for (const look of waiting) look();
    })();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks`,
    arrived,
    answerWith: (status) => {
      statusOf = status;
    },
    taken: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = arrived.find((each) => each.status < 300 && fits(each));
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
