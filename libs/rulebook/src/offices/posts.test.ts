import { expect, test } from '@jest/globals';
import { HELD_ROLES, officeId, zoneOf } from './posts.ts';

const village = '35.05.08.2003';

test.each([
  ['village_officer', 'desa:35.05.08.2003'],
  ['subdistrict_officer', 'kecamatan:35.05.08'],
  ['district_officer', 'disnaker:35.05'],
  ['bp3mi_officer', 'bp3mi:35'],
  ['ministry_officer', 'kp2mi'],
  ['insurer', 'bpjs:35.05'],
  ['insurer_region', 'bpjskanwil:35'],
  ['insurer_centre', 'bpjspusat'],
] as const)('the %s of a village is %s', (role, office) => {
  expect(officeId(role, village)).toBe(office);
});

test('every role that can hold a case is known', () => {
  expect(HELD_ROLES).toEqual([
    'family',
    'village_officer',
    'subdistrict_officer',
    'district_officer',
    'bp3mi_officer',
    'ministry_officer',
    'insurer',
    'insurer_region',
    'insurer_centre',
  ]);
});

test.each([
  ['35.05', 'WIB'],
  ['51.01', 'WITA'],
  ['91.01', 'WIT'],
] as const)('the office of %s counts in %s', (area, zone) => {
  expect(zoneOf(area)).toBe(zone);
});
