import { describe, expect, test } from '@jest/globals';
import { Metrics } from './metrics.ts';

describe('metrics', () => {
  test('are counters that add up and gauges that are set, in Prometheus text', () => {
    const metrics = new Metrics();
    metrics.count('events_total', 'Events', { topic: 'a' });
    metrics.count('events_total', 'Events', { topic: 'a' }, 2);
    metrics.count('events_total', 'Events', { topic: 'b' });
    metrics.gauge('lag', 'Lag', 7);
    metrics.gauge('lag', 'Lag', 3);
    expect(metrics.render().trim().split('\n')).toEqual([
      '# HELP events_total Events',
      '# TYPE events_total counter',
      'events_total{topic="a"} 3',
      'events_total{topic="b"} 1',
      '# HELP lag Lag',
      '# TYPE lag gauge',
      'lag 3',
    ]);
  });

  test('a label cannot break out of its line', () => {
    const metrics = new Metrics();
    metrics.gauge('lag', 'Lag', 1, { topic: 'a"} 9\nother 1' });
    expect(metrics.render().trim().split('\n')).toHaveLength(3);
  });
});
