import { expect, test } from '@jest/globals';
import { bundleOf, keptHistories, replayAll } from '@titian/testing/workflows';

/** Running cases outlive a release: what earlier releases have recorded must still replay on this one. */
test('every kept history replays on this build', async () => {
  const bundle = await bundleOf(new URL('./testing/bundle.ts', import.meta.url));
  const histories = await keptHistories(new URL('../histories/', import.meta.url));
  expect(await replayAll(bundle, histories)).toEqual([]);
}, 60_000);
