import { expect, test } from '@jest/globals';
import { seedOffices } from './seed-offices.ts';

const NOBODY = 'postgresql://owner:secret-word@127.0.0.1:1/titian';

test('offices that cannot be stored are said in one sentence, without the address that holds a password', async () => {
  const failed = seedOffices(NOBODY, new AbortController().signal);
  await expect(failed).rejects.toThrow(/^the offices of the local stack could not be stored: titian: .*ECONNREFUSED/);
  await expect(failed).rejects.not.toThrow('secret-word');
});

test('a start that is called off leaves no child behind and tells why', async () => {
  const stop = new AbortController();
  const seeding = seedOffices(NOBODY, stop.signal);
  stop.abort(new Error('called off'));
  await expect(seeding).rejects.toThrow('called off');
});
