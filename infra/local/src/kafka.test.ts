import { expect, test } from '@jest/globals';
import { createClusterId } from './kafka.ts';

test('a cluster id is one that the tools of Kafka take, every time', () => {
  for (let times = 0; times < 2000; times += 1) expect(createClusterId()).toMatch(/^[A-Za-z0-9][\w-]{21}$/);
});
