import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createKafka } from './kafka-client.ts';
import { RequestQueueClass } from './request-queue.ts';

interface TestedQueue {
  push(request: object): void;
  checkPendingRequests(): void;
  maybeThrottle(ms: number): void;
  destroy(): void;
}

const AT = Date.parse('2026-01-05T02:00:00.000Z');
let queue: TestedQueue;
let sent: number[] = [];

const push = (correlationId: number): void => {
  queue.push({
    entry: { correlationId, apiKey: 0, resolve: () => undefined, reject: () => undefined },
    expectResponse: true,
    sendRequest: () => sent.push(correlationId),
  });
};

beforeEach(() => {
  jest.useFakeTimers({ now: AT });
  sent = [];
  createKafka({ brokers: '127.0.0.1:1', clientId: 'test' }); // the repair comes with the client
  const logger = { debug: () => undefined, warn: () => undefined };
  const options = { maxInFlightRequests: 1, requestTimeout: 1_000, clientId: 'test', broker: 'test', logger };
  queue = new RequestQueueClass(options) as unknown as TestedQueue;
});
afterEach(() => {
  queue.destroy();
  jest.useRealTimers();
});

describe('the request queue of kafkajs', () => {
  test('sets no timer while nothing is pending', () => {
    queue.checkPendingRequests(); // what every answer leads to
    expect(jest.getTimerCount()).toBe(0);
  });

  test('still sends what a throttle has held back, and rests afterwards', () => {
    queue.maybeThrottle(50);
    push(1);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(50);
    expect(sent).toEqual([1]);
    jest.advanceTimersByTime(1_000);
    expect(jest.getTimerCount()).toBe(0);
  });
});
