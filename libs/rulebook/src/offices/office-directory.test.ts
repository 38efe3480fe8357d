import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOpenAt, officeDirectory, directoryOf, placesAround } from './office-directory.ts';
import { POST_ROLES } from './posts.ts';
import type { Absence, OfficePost, PostHolder, StoredOffice } from './stored-office.ts';

const VILLAGE = '35.05.08.2003';
const NOW = '2026-03-02T02:00:00.000Z'; // a Monday, 09:00 WIB

const holder = (officerId: string, more: Partial<PostHolder> = {}): PostHolder => ({
  officerId,
  as: 'holder',
  from: '2025-01-01',
  until: null,
  ...more,
});
const post = (name: string, ...holders: readonly PostHolder[]): OfficePost => ({ post: name, holders });
const office = (id: string, more: Partial<StoredOffice> = {}): StoredOffice => ({
  office: id,
  role: 'district_officer',
  name: { id: 'Uji', en: 'Test' },
  areas: ['35.05'],
  zone: 'WIB',
  hours: { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' },
  posts: [],
  ...more,
});
const DISNAKER = office('disnaker:35.05', { posts: [post('kepala-dinas', holder('dinas-1'))] });
const away = (officerId: string, from = '2026-03-01', until = '2026-03-05'): Absence => ({
  officerId,
  from,
  until,
  reasonCode: 'LEAVE',
});
const at = (offices: readonly StoredOffice[], absences: readonly Absence[] = [], now = NOW) =>
  directoryOf({ offices, absences }, now);

describe('an office is found', () => {
  test('by the area code where none is stored, and the path says so', () => {
    const { office: found, officers, steps, passed } = at([]).resolve(VILLAGE, 'district_officer');
    expect(found).toBe('disnaker:35.05');
    expect(officers).toEqual([]);
    expect(passed).toEqual([]);
    expect(steps.map(({ area, found: how }) => [area, how])).toEqual([
      [VILLAGE, 'none'],
      ['35.05.08', 'none'],
      ['35.05', 'none'],
      ['35', 'none'],
      ['', 'none'],
      [VILLAGE, 'rule'],
    ]);
  });

  test('by the nearest area that one is stored for', () => {
    const near = office('disnaker-selatan', { areas: ['35.05.08', '35.05.13'], posts: DISNAKER.posts });
    const directory = at([DISNAKER, near]);
    expect(directory.rungFor(VILLAGE, 'district_officer')).toEqual({ office: 'disnaker-selatan' });
    expect(directory.rungFor('35.05.09.2001', 'district_officer')).toEqual({ office: 'disnaker:35.05' });
    expect(directory.rungFor('35.07.09.2001', 'district_officer')).toEqual({ office: 'disnaker:35.07' });
  });

  test('above a vacant one, and the vacancy is told', () => {
    const vacant = office('disnaker:35.05', {
      posts: [post('kepala-dinas', holder('gone', { until: '2026-03-01' }), holder('later', { from: '2026-03-03' }))],
    });
    const directory = at([vacant]);
    expect(directory.rungFor(VILLAGE, 'district_officer')).toEqual({ office: null, because: 'vacant' });
    expect(directory.holderFor(VILLAGE, 'district_officer')).toEqual({
      role: 'bp3mi_officer',
      office: 'bp3mi:35',
      passed: [{ role: 'district_officer', office: 'disnaker:35.05', because: 'vacant' }],
    });
    expect(at([vacant], [], '2026-03-01T02:00:00.000Z').rungFor(VILLAGE, 'district_officer')).toEqual({
      office: 'disnaker:35.05',
    });
    expect(at([vacant], [], '2026-03-02T17:00:00.000Z').rungFor(VILLAGE, 'district_officer')).toEqual({
      office: 'disnaker:35.05',
    });
  });

  test('wider, of the same role, before it is looked for above', () => {
    const vacant = office('disnaker:35.05', { posts: [post('kepala-dinas')] });
    const province = office('disnaker-provinsi:35', { areas: ['35'], posts: DISNAKER.posts });
    expect(at([vacant, province]).holderFor(VILLAGE, 'district_officer')).toMatchObject({
      role: 'district_officer',
      office: 'disnaker-provinsi:35',
    });
  });

  test('above one where everybody is excluded, and the conflict is told', () => {
    const found = at([DISNAKER]).holderFor(VILLAGE, 'district_officer', (id) => id !== 'disnaker:35.05');
    expect(found).toEqual({
      role: 'bp3mi_officer',
      office: 'bp3mi:35',
      passed: [{ role: 'district_officer', office: 'disnaker:35.05', because: 'conflict' }],
    });
  });

  test('at the ministry even if nobody at all is left there', () => {
    const empty = POST_ROLES.map((role) =>
      office(`leer-${role.slice(0, 4)}`, { role, areas: [''], posts: [post('kepala')] }),
    );
    expect(at(empty).holderFor(VILLAGE, 'village_officer')).toMatchObject({
      role: 'ministry_officer',
      office: 'kp2mi',
    });
  });
});

describe('of the people of an office', () => {
  const two = office('disnaker:35.05', {
    posts: [
      post('kepala-dinas', holder('kepala'), holder('sekretaris', { as: 'deputy' })),
      post('petugas', holder('ani'), holder('budi'), holder('kepala', { as: 'deputy' })),
    ],
  });

  test.each<[string, readonly Absence[], readonly string[]]>([
    ['everybody is there', [], ['ani', 'budi', 'kepala']],
    ['the head is away: the deputy stands in', [away('kepala')], ['ani', 'budi', 'sekretaris']],
    ['one of two is away: no deputy', [away('ani')], ['budi', 'kepala']],
    ['head and deputy are away', [away('kepala'), away('sekretaris')], ['ani', 'budi']],
    ['everybody is away', ['kepala', 'sekretaris', 'ani', 'budi'].map((id) => away(id)), []],
    ['the first day counts', [away('ani', '2026-03-02', '2026-03-04')], ['budi', 'kepala']],
    ['the last day counts', [away('ani', '2026-02-01', '2026-03-02')], ['budi', 'kepala']],
    ['it was before', [away('ani', '2026-02-01', '2026-03-01')], ['ani', 'budi', 'kepala']],
    ['it comes after', [away('ani', '2026-03-03', '2026-03-04')], ['ani', 'budi', 'kepala']],
  ])('%s', (_what, absences, present) => {
    const directory = at([two], absences);
    expect(directory.present('disnaker:35.05')).toEqual(present);
    expect(directory.staff('disnaker:35.05')).toEqual(['ani', 'budi', 'kepala', 'sekretaris']);
  });

  test('days are those of the office, not of Greenwich', () => {
    const absent = [away('dinas-1', '2026-03-03', '2026-03-03')];
    const evening = '2026-03-02T15:30:00.000Z'; // 22:30 WIB, past midnight in WIT
    expect(at([DISNAKER], absent, evening).present('disnaker:35.05')).toEqual(['dinas-1']);
    const east = { ...DISNAKER, zone: 'WIT' as const };
    expect(at([east], absent, evening).present('disnaker:35.05')).toEqual([]);
  });

  test('an office whose people are all on leave keeps its cases, for they come back; a ladder climbs over it', () => {
    const directory = at([DISNAKER], [away('dinas-1')]);
    expect(directory.holderFor(VILLAGE, 'district_officer')).toMatchObject({ office: 'disnaker:35.05', passed: [] });
    expect(directory.rungFor(VILLAGE, 'district_officer')).toEqual({ office: null, because: 'absent' });
  });

  test('a rung with a deputy is not climbed over', () => {
    const deputised = office('disnaker:35.05', {
      posts: [post('kepala-dinas', holder('dinas-1'), holder('dinas-2', { as: 'deputy' }))],
    });
    const directory = at([deputised], [away('dinas-1')]);
    expect(directory.rungFor(VILLAGE, 'district_officer')).toEqual({ office: 'disnaker:35.05' });
  });

  test('a rung where everybody keeps out of the case is climbed over', () => {
    const found = at([DISNAKER]).rungFor(VILLAGE, 'district_officer', () => false);
    expect(found).toEqual({ office: null, because: 'conflict' });
  });

  test('the path tells how each post stands: held, deputised until when, without anybody today, empty', () => {
    const four = office('disnaker:35.05', {
      posts: [
        post('kepala', holder('kepala'), holder('wakil', { as: 'deputy' })),
        post('petugas-1', holder('ani')),
        post('petugas-2', holder('budi')),
        post('petugas-3', holder('gone', { until: '2026-01-31' })),
      ],
    });
    const { steps } = at([four], [away('kepala'), away('budi')]).resolve('35.05', 'district_officer');
    expect(steps.at(-1)).toEqual({
      role: 'district_officer',
      area: '35.05',
      office: 'disnaker:35.05',
      found: 'answers',
      posts: [
        {
          post: 'kepala',
          found: 'deputised',
          holders: [{ officerId: 'kepala', awayUntil: '2026-03-05' }],
          acting: ['wakil'],
        },
        { post: 'petugas-1', found: 'held', holders: [{ officerId: 'ani', awayUntil: null }], acting: [] },
        { post: 'petugas-2', found: 'absent', holders: [{ officerId: 'budi', awayUntil: '2026-03-05' }], acting: [] },
        { post: 'petugas-3', found: 'empty', holders: [], acting: [] },
      ],
    });
  });
});

test.each([
  ['2026-03-02T00:59:00.000Z', false],
  ['2026-03-02T01:00:00.000Z', true],
  ['2026-03-02T08:59:00.000Z', true],
  ['2026-03-02T09:00:00.000Z', false],
  ['2026-03-01T02:00:00.000Z', false], // a Sunday
])('the doors at %s are open: %s', (moment, open) => {
  expect(isOpenAt(DISNAKER, moment)).toBe(open);
});

test('whoever is vacant or excluded, some office answers, and the path ends with it', () => {
  const roles = fc.constantFrom(...POST_ROLES);
  const someOffices = fc.array(
    fc.record({
      role: roles,
      area: fc.constantFrom(...placesAround(VILLAGE), '35.07'),
      staffed: fc.constantFrom('nobody', 'somebody', 'no list'),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(someOffices, roles, fc.array(fc.nat(11)), (made, role, excluded) => {
      const offices = made.map(({ role: of, area, staffed }, n) =>
        office(`kantor-${String(n)}`, {
          role: of,
          areas: [area],
          posts:
            staffed === 'no list' ? [] : [post('kepala', ...(staffed === 'nobody' ? [] : [holder(`p-${String(n)}`)]))],
        }),
      );
      const unfit = new Set(excluded.map((n) => `kantor-${String(n)}`));
      const found = at(offices).resolve(VILLAGE, role, (id) => !unfit.has(id));
      const last = found.steps.at(-1);
      const answers = last?.found === 'answers' || last?.found === 'rule';
      expect(answers ? last.office : 'kp2mi').toBe(found.office);
      expect(unfit.has(found.office)).toBe(false);
      expect(at(offices).holderFor(VILLAGE, role, (id) => !unfit.has(id)).office).toBe(found.office);
    }),
  );
});

test('made from area codes alone it knows every office and no person', () => {
  const directory = officeDirectory();
  expect(directory.holderFor(VILLAGE, 'bp3mi_officer')).toEqual({
    role: 'bp3mi_officer',
    office: 'bp3mi:35',
    passed: [],
  });
  expect(directory.present('bp3mi:35')).toEqual([]);
  expect(directory.zoneOf('91.01.01.2001')).toBe('WIT');
});
