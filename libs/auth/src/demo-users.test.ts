import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { checkOffice, directoryOf, type StoredOffice } from '@titian/rulebook';
import { DEMO_USERS } from './demo-users.ts';

const DEMO = new URL('../../../infra/local/offices/demo.json', import.meta.url);

test('the offices of the local stack are well formed, and every demo user works in their own', async () => {
  const { offices: given } = JSON.parse(await readFile(DEMO, 'utf8')) as { offices: unknown[] };
  const checked = given.map(checkOffice);
  expect(checked.flatMap((each) => (each.ok ? [] : each.faults))).toEqual([]);
  const offices = checked.flatMap((each): StoredOffice[] => (each.ok ? [each.row] : []));
  const directory = directoryOf({ offices, absences: [] }, '2026-01-05T02:00:00.000Z');
  for (const { id, role, area, office } of DEMO_USERS) {
    expect(directory.present(office)).toContain(id);
    expect(directory.rungFor(area, role)).toEqual({ office });
  }
});
