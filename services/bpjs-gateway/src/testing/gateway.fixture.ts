import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter } from '@titian/http';
import { Metrics } from '@titian/observability';
import type { Callback } from '../callback.ts';
import { CallbackDesk, type CallbackOutcome } from '../callback-desk.ts';
import { CallbacksController } from '../callbacks.controller.ts';
import { ExchangeLog } from '../exchange-log.ts';
import { ParkedCallbacks } from '../parked-callbacks.ts';
import { sign } from '../signature.ts';
import { GATEWAY_ENV, METRICS } from '../tokens.ts';

/** The key that the gateway of tests knows. */
export const KEY_ID = 'test';
export const SECRET = 'a-secret-for-tests-only';

/** The door for callbacks, with a desk that only notes what it is handed. */
export interface Door {
  readonly url: string;
  readonly taken: Callback[];
  /** What was put aside: callback id and reason. */
  readonly parked: (readonly [string, string])[];
  /** The metrics page. */
  metrics(): string;
  /** Says what becomes of the next callbacks; `done` at first. */
  answerWith(outcome: (callback: Callback) => CallbackOutcome): void;
  stop(): Promise<void>;
}

/** Opens the door on any free port. */
export async function openDoor(): Promise<Door> {
  const taken: Callback[] = [];
  const parked: (readonly [string, string])[] = [];
  const metrics = new Metrics();
  let outcomeOf: (callback: Callback) => CallbackOutcome = () => ({ kind: 'done' });
  const desk = {
    take: (callback: Callback) => {
      taken.push(callback);
      return Promise.resolve(outcomeOf(callback));
    },
  };
  const env = { BPJS_CALLBACK_KEYS: new Map([[KEY_ID, SECRET]]), BPJS_CALLBACK_MAX_AGE_SECONDS: 300 };

  @Module({
    controllers: [CallbacksController],
    providers: [
      { provide: CallbackDesk, useValue: desk },
      { provide: GATEWAY_ENV, useValue: env },
      { provide: METRICS, useValue: metrics },
      { provide: ExchangeLog, useValue: { keep: () => Promise.resolve() } },
      {
        provide: ParkedCallbacks,
        useValue: {
          park: ({ callbackId }: Callback, reason: string) => {
            parked.push([callbackId, reason]);
            return Promise.resolve();
          },
        },
      },
    ],
  })
  class DoorModule {}

  const app = await NestFactory.create<NestFastifyApplication>(
    DoorModule,
    new FastifyAdapter({ bodyLimit: 262_144 }),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest types its options as a class
    { logger: false, rawBody: true },
  );
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  return {
    url: `${await app.getUrl()}/v1/bpjs/callbacks`,
    taken,
    parked,
    metrics: () => metrics.render(),
    answerWith: (outcome) => {
      outcomeOf = outcome;
    },
    stop: () => app.close(),
  };
}

/** Posts a body as the insurer would, signed now. */
export function postSigned(url: string, body: string, change: Record<string, string> = {}): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-bpjs-key-id': KEY_ID,
      'x-bpjs-timestamp': timestamp,
      'x-bpjs-signature': sign(SECRET, timestamp, body),
      ...change,
    },
    body,
  });
}
