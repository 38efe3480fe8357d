import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem, toProblem } from './problem.ts';
import { readJson } from './request-body.ts';
import { matchRoute, type Answer, type Route } from './router.ts';

const CLOSE_WITHIN_MS = 5_000;

/** An answer as text: what happens to the state later does not show in it. */
export interface Reply extends Omit<Answer, 'body'> {
  readonly text: string;
}

/** Finds the answer to a request; throws a Problem to refuse. */
export type Responder = (request: IncomingMessage) => Promise<Reply>;

/** Finds the route of a request and lets it answer. */
export async function answerBy(routes: readonly Route[], request: IncomingMessage): Promise<Reply> {
  const [pathname = '', search] = (request.url ?? '/').split('?', 2);
  const { route, params } = matchRoute(routes, request.method ?? '', pathname);
  const header = request.headers['idempotency-key'];
  const { body, ...rest } = await route.handle({
    params,
    query: new URLSearchParams(search),
    idempotencyKey: typeof header === 'string' ? header : undefined,
    json: () => readJson(request),
  });
  return { ...rest, text: JSON.stringify(body) };
}

function send(response: ServerResponse, { status, text, headers }: Reply, contentType: string): void {
  response.writeHead(status, { ...headers, 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

async function respond(responder: Responder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    send(response, await responder(request), 'application/json');
  } catch (error) {
    if (request.destroyed && !request.complete) return; // the caller hung up while sending
    const problem = toProblem(error);
    if (!(error instanceof Problem) && problem.status === 500) console.error(error);
    const { status, headers } = problem;
    request.resume(); // a body that no route has read would block the connection
    send(response, { status, headers, text: JSON.stringify(problem) }, 'application/problem+json');
  }
}

/** The server. Every answer leaves through `respond`. */
export async function listen(
  port: number,
  host: string,
  responder: Responder,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    void respond(responder, request, response);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${bound}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, CLOSE_WITHIN_MS);
  server.close();
  await once(server, 'close');
  clearTimeout(late);
}

/** Refuses everything until the journal can be read and written. */
export function notReady(remedy: string): Problem {
  return new Problem(
    503,
    'not-ready',
    'The insurer cannot answer now',
    { field: '', rule: 'an answer is on disk before it is given', remedy },
    { headers: { 'retry-after': '1' } },
  );
}
