import { expect, test } from '@jest/globals';
import * as record from '@titian/persistence';
import { EVENT_CHANNEL, SHARDS } from './log-layout.ts';

test('the relay and the record agree on the layout of the log', () => {
  expect(SHARDS).toBe(record.SHARDS);
  expect(EVENT_CHANNEL).toBe(record.EVENT_CHANNEL);
});
