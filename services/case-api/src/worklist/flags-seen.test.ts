import { expect, test } from '@jest/globals';
import type { Role } from '@titian/domain';
import { flagsSeen } from './flags-seen.ts';

test.each<[Role, readonly string[]]>([
  ['village_officer', ['urgent']],
  ['subdistrict_officer', ['urgent']],
  ['district_officer', ['urgent', 'fraud_suspected']],
  ['ministry_officer', ['urgent', 'fraud_suspected']],
])('%s sees %j of an urgent claim under suspicion', (role, expected) => {
  expect(flagsSeen({ type: 'claim', flags: ['urgent', 'fraud_suspected'] }, role)).toEqual(expected);
});
