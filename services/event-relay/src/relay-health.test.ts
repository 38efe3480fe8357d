import { expect, test } from '@jest/globals';
import { Metrics } from '@titian/observability';
import { RelayHealth } from './relay-health.ts';

const NONE = { events: 0, cases: 0, oldestS: 0 };

test('a relay is not ready before it has met the brokers, and degraded but well when they go away', () => {
  const health = new RelayHealth(new Metrics());
  const kafka = (): unknown => health.parts()['kafka'];
  health.measured([{ shard: 3, lag: 7 }], NONE);
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

test('parked events are shown and alarmed, and make nobody restart the relay', () => {
  const metrics = new Metrics();
  const health = new RelayHealth(metrics);
  health.measured([], NONE);
  expect(health.parts()['parked']).toEqual({ ok: true, detail: 'none' });
  health.measured([], { events: 3, cases: 1, oldestS: 90 });
  expect(health.parts()['parked']).toEqual({
    ok: true,
    detail: 'degraded: 3 events of 1 cases, the oldest for 90 s; see npx titian events parked',
  });
  expect(metrics.render()).toContain('titian_relay_parked_events 3\n');
  expect(metrics.render()).toContain('titian_relay_parked_oldest_seconds 90\n');
});
