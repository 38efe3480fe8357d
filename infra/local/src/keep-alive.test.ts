import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { KeepAlive } from './keep-alive.ts';
import { PartFailure } from './supervised.ts';

const failure = new PartFailure('case-api', 'died', { logFile: 'case-api.log', lastWords: () => '' });
const giveUp = jest.fn<(failure: PartFailure) => void>();
const start = jest.fn(() => Promise.resolve());

beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.clearAllMocks();
});

function createKeepAlive(): KeepAlive {
  const keepAlive = new KeepAlive(giveUp);
  keepAlive.watch({ start });
  return keepAlive;
}

test('a service is started again five times in two minutes, not six', () => {
  const keepAlive = createKeepAlive();
  for (let deaths = 1; deaths <= 6; deaths += 1) keepAlive.onDeath('case-api', failure);
  expect([start.mock.calls.length, giveUp.mock.calls.length]).toEqual([5, 1]);
});

test('each service has its own count', () => {
  const keepAlive = createKeepAlive();
  for (let deaths = 1; deaths <= 5; deaths += 1) {
    keepAlive.onDeath('case-api', failure);
    keepAlive.onDeath('case-worker', failure);
  }
  expect([start.mock.calls.length, giveUp.mock.calls.length]).toEqual([10, 0]);
});

test('deaths of long ago do not count', () => {
  const keepAlive = createKeepAlive();
  const clock = jest.spyOn(performance, 'now');
  for (let minutes = 0; minutes <= 60; minutes += 1) {
    clock.mockReturnValue(minutes * 60_000);
    keepAlive.onDeath('case-api', failure);
  }
  expect(giveUp).not.toHaveBeenCalled();
});

test('the death of a server ends the stack', () => {
  createKeepAlive().onDeath('postgres', failure);
  expect([start.mock.calls.length, giveUp.mock.calls]).toEqual([0, [[failure]]]);
});
