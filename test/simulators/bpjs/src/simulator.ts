import { adminRoutes } from './admin-routes.ts';
import { Adjudicator } from './adjudicator.ts';
import { Book } from './book.ts';
import { httpTransport } from './callback-transport.ts';
import { parseCallbackKey } from './callback.ts';
import { Faults } from './faults.ts';
import { healthRoutes } from './health-routes.ts';
import { answerBy, listen, notReady, type Reply, type Responder } from './http-server.ts';
import { insurerRoutes } from './insurer-routes.ts';
import { misbehave } from './misbehaviour.ts';
import { Outbox } from './outbox.ts';

/** How to start an insurer. */
export interface SimulatorOptions {
  /** 0 = any free port */
  readonly port: number;
  /** 127.0.0.1 unless a container needs another: nothing here asks who is calling. */
  readonly host?: string;
  readonly callbackUrl: string;
  /** `keyId:secret` */
  readonly callbackKey: string;
  /** Folder of the journal, of one simulator only; made if it is missing. */
  readonly dataDir: string;
  /** The insurer's clock, also for signatures; delays of plans pass in real time. */
  readonly now?: () => Date;
}

/** A running insurer. */
export interface Simulator {
  readonly url: string;
  /** Ends requests under way, then lets go of port and journal. Repeatable. */
  stop(): Promise<void>;
}

/**
 * Starts an insurer that goes on where the one before it stopped.
 *
 * @throws Error if the port is taken or the journal cannot be read
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const now = options.now ?? (() => new Date());
  const faults = new Faults();
  const transport = httpTransport(options.callbackUrl, parseCallbackKey(options.callbackKey), now, faults);
  let responder: Responder = (request) =>
    answerBy(
      healthRoutes(() => undefined),
      request,
    ).catch(() => Promise.reject(notReady('wait until /readyz answers 200')));
  // The port comes first: of two simulators started by mistake, the second ends here and touches no file.
  const server = await listen(options.port, options.host ?? '127.0.0.1', (request) => responder(request));
  const book = await Book.open(options.dataDir, now).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const adjudicator = new Adjudicator(book);
  const outbox = new Outbox(book, transport.send, faults);
  responder = respondFrom(book, faults);

  const stop = async (): Promise<void> => {
    await server.close();
    adjudicator.stop();
    await outbox.stop();
    transport.close();
    await book.close();
  };
  let stopped: Promise<void> | undefined;
  return { url: server.url, stop: () => (stopped ??= stop()) };
}

/** What the routes say, a refusal too, is held back until all it rests on is on disk. */
function respondFrom(book: Book, faults: Faults): Responder {
  const routes = [...insurerRoutes(book, faults), ...adminRoutes(book, faults)];
  const health = healthRoutes(() => book);
  const broken = (): never => {
    throw notReady('restart the simulator once its folder can be written again');
  };
  return async (request) => {
    const [path] = (request.url ?? '').split('?', 1);
    if (health.some((route) => route.path === path)) return answerBy(health, request);
    if (!book.writable) broken();
    const answer = async (): Promise<Reply> => {
      try {
        return await answerBy(routes, request);
      } finally {
        await book.durable().catch(broken);
      }
    };
    return path?.startsWith('/v1/') === true ? misbehave(faults, request, answer) : answer();
  };
}
