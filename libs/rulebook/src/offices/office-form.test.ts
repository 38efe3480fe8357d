import { describe, expect, test } from '@jest/globals';
import { checkAbsence, checkOffice } from './office-form.ts';

const OFFICE = {
  office: 'disnaker:35.05',
  role: 'district_officer',
  name: { id: 'Dinas', en: 'Office' },
  areas: ['35.05'],
  zone: 'WIB',
  hours: { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' },
  posts: [{ post: 'kepala-dinas', holders: [{ officerId: 'dinas-1', as: 'holder', from: '2025-01-01' }] }],
};
const ABSENCE = { officerId: 'dinas-1', from: '2026-03-02', until: '2026-03-06', reasonCode: 'LEAVE' };
const held = (...holders: readonly object[]) => ({ posts: [{ post: 'petugas', holders }] });
const place = (officerId: string, from = '2025-01-01', until: string | null = null) => ({
  officerId,
  as: 'holder',
  from,
  until,
});
const faults = (checked: ReturnType<typeof checkOffice>): string[] =>
  checked.ok ? [] : checked.faults.map(({ field, rule }) => `${field} ${rule}`);

test('an office as it should be is taken, with what was left out filled in', () => {
  const checked = checkOffice(OFFICE);
  expect(checked).toMatchObject({ ok: true, row: { posts: [{ holders: [{ until: null }] }] } });
});

describe('an office is refused that has', () => {
  test.each<[string, object, readonly string[]]>([
    ['no such role', { role: 'camat' }, ['/role shape']],
    ['a role that is no office', { role: 'family' }, ['/role shape']],
    ['a place that is none', { areas: ['35.5'] }, ['/areas/0 shape']],
    ['no area', { areas: [] }, ['/areas shape']],
    ['a zone that is not of its area', { zone: 'WITA' }, ['/zone zone-of-area']],
    ['doors that close before they open', { hours: { ...OFFICE.hours, closes: '07:00' } }, ['/hours/closes shape']],
    ['an eighth day', { hours: { ...OFFICE.hours, days: [8] } }, ['/hours/days/0 shape']],
    ['a member nobody knows', { phone: '0811' }, ['/ shape']],
    ['a number of a person', held(place('p-3505082003')), ['/posts/0/holders/0/officerId shape']],
    ['a name in place of an id', held(place('Ani Lestari')), ['/posts/0/holders/0/officerId shape']],
    [
      'a time that ends before it begins',
      held(place('ani', '2026-02-01', '2026-01-31')),
      ['/posts/0/holders/0/until days-in-order'],
    ],
    [
      'somebody twice in a post on one day',
      held(place('ani', '2025-01-01', '2026-01-31'), place('ani', '2026-01-31')),
      ['/posts/0/holders/1/officerId held-twice'],
    ],
    ['a post twice', { posts: [{ post: 'petugas' }, { post: 'petugas' }] }, ['/posts/1/post post-named-twice']],
  ])('%s', (_what, change, expected) => {
    expect(faults(checkOffice({ ...OFFICE, ...change }))).toEqual(expected);
  });
});

test.each<[string, object]>([
  [
    'somebody twice in a post, one time after the other',
    held(place('ani', '2025-01-01', '2026-01-30'), place('ani', '2026-01-31')),
  ],
  ['areas in two zones and the doors of one of them', { areas: ['35.05', '51.01'] }],
  ['the whole country', { areas: [''], zone: 'WIT' }],
])('an office is taken that has %s', (_what, change) => {
  expect(faults(checkOffice({ ...OFFICE, ...change }))).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  ['as it should be', {}, []],
  ['of one day', { until: '2026-03-02' }, []],
  ['that ends before it begins', { until: '2026-03-01' }, ['/until days-in-order']],
  ['without an end', { until: null }, ['/until shape']],
  ['for a reason in words', { reasonCode: 'sakit perut' }, ['/reasonCode shape']],
])('an absence %s', (_what, change, expected) => {
  const checked = checkAbsence({ ...ABSENCE, ...change });
  expect(checked.ok ? [] : checked.faults.map(({ field, rule }) => `${field} ${rule}`)).toEqual(expected);
});
