import { describe, expect, test } from '@jest/globals';
import type { Identity } from '@titian/auth';
import { directoryOf, type DirectoryRows, type OfficePost, type StoredOffice } from '@titian/rulebook';
import { resolutionView, seesPeople } from './resolution-view.ts';

const NOW = '2026-03-02T02:00:00.000Z'; // a Monday, 09:00 WIB
const holder = (officerId: string, as: 'holder' | 'deputy' = 'holder', until: string | null = null) => ({
  officerId,
  as,
  from: '2025-01-01',
  until,
});
const disnaker = (...posts: readonly OfficePost[]): StoredOffice => ({
  office: 'disnaker:35.05',
  role: 'district_officer',
  name: { id: 'Dinas', en: 'Labour office' },
  areas: ['35.05'],
  zone: 'WIB',
  hours: { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' },
  posts,
});
const away = (officerId: string) => ({ officerId, from: '2026-03-01', until: '2026-03-05', reasonCode: 'LEAVE' });

function explain(rows: DirectoryRows, told = true, area = '35.05.08.2003') {
  const directory = directoryOf(rows, NOW);
  return resolutionView({
    asked: { area, role: 'district_officer', at: NOW },
    found: directory.resolve(area, 'district_officer'),
    rung: directory.rungFor(area, 'district_officer'),
    rows,
    nameOf: (code) => `place ${code}`,
    seesPeople: () => told,
  });
}

describe('the way to an office is told', () => {
  test.each<[string, DirectoryRows, string, object]>([
    [
      'with a post that is held',
      { offices: [disnaker({ post: 'kadis', holders: [holder('ani')] })], absences: [] },
      'Held.',
      { climbsOver: false, because: null },
    ],
    [
      'with a deputy, and until when',
      {
        offices: [disnaker({ post: 'kadis', holders: [holder('ani'), holder('budi', 'deputy')] })],
        absences: [away('ani')],
      },
      'Holder absent until 2026-03-05; a deputy stands in.',
      { climbsOver: false, because: null },
    ],
    [
      'with a deputy of an empty post',
      { offices: [disnaker({ post: 'kadis', holders: [holder('budi', 'deputy')] })], absences: [] },
      'Empty; a deputy stands in.',
      { climbsOver: false, because: null },
    ],
    [
      'with nobody there today',
      { offices: [disnaker({ post: 'kadis', holders: [holder('ani')] })], absences: [away('ani')] },
      'Holder absent until 2026-03-05, no deputy: a ladder climbs over it.',
      { climbsOver: true, because: 'absent' },
    ],
    [
      'with nobody at all',
      { offices: [disnaker({ post: 'kadis', holders: [] })], absences: [] },
      'Empty: the next rung.',
      { climbsOver: true, because: 'vacant' },
    ],
  ])('%s', (_what, rows, words, ladder) => {
    const { path, ladder: told } = explain(rows);
    expect(path.flatMap(({ posts }) => posts).map((post) => post.words.en)).toContain(words);
    expect(told).toEqual(ladder);
  });

  test('by the area code where nothing is stored', () => {
    const { office, people, path } = explain({ offices: [], absences: [] });
    expect(office).toEqual({
      office: 'disnaker:35.05',
      role: 'district_officer',
      name: null,
      zone: null,
      hours: null,
      isOpen: null,
    });
    expect(people).toEqual([]);
    expect(path.at(-1)).toMatchObject({ found: 'rule', area: { name: 'place 35.05.08.2003' } });
  });

  test('without a person to whoever may not know them', () => {
    const rows = { offices: [disnaker({ post: 'kadis', holders: [holder('ani')] })], absences: [] };
    expect(JSON.stringify(explain(rows, true))).toContain('ani');
    const untold = explain(rows, false);
    expect(untold.people).toBeNull();
    expect(JSON.stringify(untold)).not.toContain('"ani"');
    expect(untold.office.isOpen).toBe(true);
  });
});

test.each<[string, Partial<Identity>, boolean]>([
  ['somebody of the office', { role: 'district_officer', office: 'disnaker:35.05', area: '35.05' }, true],
  ['the province above it', { role: 'bp3mi_officer', office: 'bp3mi:35', area: '35' }, true],
  ['the ministry', { role: 'ministry_officer', office: 'kp2mi', area: '' }, true],
  ['a village in it', { role: 'village_officer', office: 'desa:35.05.08.2003', area: '35.05.08.2003' }, false],
  ['another regency', { role: 'district_officer', office: 'disnaker:35.07', area: '35.07' }, false],
  ['a family', { role: 'family', office: 'family', area: '' }, false],
])('%s is told who works there: %s', (_who, identity, told) => {
  const rows = { offices: [disnaker()], absences: [] };
  expect(seesPeople({ id: 'x', ...identity } as Identity, rows, 'disnaker:35.05')).toBe(told);
});
