import { expect, test } from '@jest/globals';
import { Metrics } from '@titian/observability';
import { RelayHealth } from './relay-health.ts';

test('a relay is not ready before it has met the brokers, and degraded but well when they go away', () => {
  const health = new RelayHealth(new Metrics());
  const kafka = (): unknown => health.parts()['kafka'];
  health.measured([{ shard: 3, lag: 7 }]);
  expect(kafka()).toEqual({ ok: false, detail: 'out of reach so far, lag 7' });
  health.lostBrokers(); // tried, and not met
  expect(kafka()).toEqual({ ok: false, detail: 'out of reach so far, lag 7' });
  health.metBrokers();
  expect(kafka()).toEqual({ ok: true, detail: 'lag 7' });
  health.lostBrokers();
  expect(kafka()).toEqual({ ok: true, detail: 'degraded: out of reach, lag 7' });
});

test('a relay without the record is not ready', () => {
  const health = new RelayHealth(new Metrics());
  health.record = true;
  health.metBrokers();
  health.lostRecord();
  expect(health.parts()).toMatchObject({ record: { ok: false }, kafka: { ok: true } });
});
