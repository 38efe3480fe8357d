import { expect, test } from '@jest/globals';
import { HELD_ROLES, officeDirectory, officeId } from './office-directory.ts';

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

test('a vacant post is climbed over, up to the ministry and never to nobody', () => {
  const vacant = new Set(['desa:35.05.08.2003', 'kecamatan:35.05.08', 'disnaker:35.05', 'bp3mi:35', 'kp2mi']);
  expect(officeDirectory(new Set(['disnaker:35.05'])).holderFor(village, 'district_officer').office).toBe('bp3mi:35');
  expect(officeDirectory(vacant).holderFor(village, 'village_officer')).toEqual({
    role: 'ministry_officer',
    office: 'kp2mi',
  });
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
  expect(officeDirectory().zoneOf(area)).toBe(zone);
});
