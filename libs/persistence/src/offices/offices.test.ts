import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fromEventBody } from '../record/event-row.ts';
import { NOW, openRecord, report, requestOf, tell, type TestRecord } from '../testing/record-world.ts';
import { actor, SYSTEM } from '@titian/domain/testing/claim-world';
import { cancelAbsence } from './keep-absence.ts';
import { keepDirectory, type DirectoryInput, type KeptRow } from './keep-directory.ts';
import { removeOffice } from './keep-office.ts';

jest.setTimeout(60_000);

let record: TestRecord;
beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());
beforeEach(async () => {
  await record.owner.query(`truncate office, office_post, post_holder, absence, office_change`);
  await record.owner.query(`truncate case_file, clock, task, evidence, custody, command_receipt`);
});

const VILLAGE = '35.05.08.2003';
const holder = (officerId: string, as: 'holder' | 'deputy' = 'holder', more: object = {}) => ({
  officerId,
  as,
  from: '2025-01-01',
  ...more,
});
const post = (name: string, ...holders: readonly object[]) => ({ post: name, holders });
const office = (id: string, role: string, area: string, ...posts: readonly object[]) => ({
  office: id,
  role,
  name: { id: 'Kantor', en: 'Office' },
  areas: [area],
  zone: 'WIB',
  hours: { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' },
  posts,
});
const desa = (...posts: readonly object[]) => office(`desa:${VILLAGE}`, 'village_officer', VILLAGE, ...posts);
const disnaker = (...posts: readonly object[]) => office('disnaker:35.05', 'district_officer', '35.05', ...posts);
const away = (officerId: string, from = '2026-01-01', until = '2026-01-31') => ({
  officerId,
  from,
  until,
  reasonCode: 'LEAVE',
});
const keep = (input: DirectoryInput): Promise<readonly KeptRow[]> => keepDirectory(record.owner, input, 'operator-1');
const outcomes = (rows: readonly KeptRow[]): string[] =>
  rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, rule }) => `${field} ${rule}`)].join(' '));

/** Opens a claim of Tambakrejo. @returns who holds it and who has its first task */
async function open(): Promise<{ caseId: string; office: string; officer: string | null }> {
  const caseId = randomUUID();
  await tell(record.as.case_worker, requestOf(caseId, report()));
  const [row]: { office: string; officer: string | null }[] = await record.owner.query(
    `select f.holder_office as office, t.officer_id as officer from case_file f join task t using (case_id) where case_id = $1`,
    [caseId],
  );
  return { caseId, office: row?.office ?? '', officer: row?.officer ?? null };
}
const eventsOf = async (caseId: string) => {
  const rows: { body: string }[] = await record.owner.query(
    `select body from case_event where case_id = $1 order by revision`,
    [caseId],
  );
  return rows.map(({ body }) => fromEventBody(body).event);
};

describe('the record decides by the offices as they stand at that moment', () => {
  test('work goes to whoever has least, counted over every case', async () => {
    await keep({ offices: [desa(post('petugas', holder('ani'), holder('budi')))] });
    expect([await open(), await open(), await open()].map(({ officer }) => officer)).toEqual(['ani', 'budi', 'ani']);
  });

  test('the deputy stands in while the holder is away, and no longer', async () => {
    await keep({
      offices: [desa(post('kepala-desa', holder('kades'), holder('sekdes', 'deputy')))],
      absences: [away('kades')],
    });
    expect(await open()).toMatchObject({ office: `desa:${VILLAGE}`, officer: 'sekdes' });
    expect(await cancelAbsence(record.owner, 'kades', '2026-01-01', 'operator-1')).toBe(true);
    expect(await open()).toMatchObject({ officer: 'kades' });
  });

  test('an empty post is passed over, and the log says so', async () => {
    await keep({ offices: [desa(post('kepala-desa', holder('kades', 'holder', { until: '2025-12-31' })))] });
    const { caseId, office: held } = await open();
    expect(held).toBe('kecamatan:35.05.08');
    expect(await eventsOf(caseId)).toContainEqual({
      kind: 'post.passed',
      role: 'village_officer',
      office: `desa:${VILLAGE}`,
      because: 'vacant',
    });
  });

  test('a rung whose holder is away without a deputy is climbed over at once, and the log says why', async () => {
    const camat = office('kecamatan:35.05.08', 'subdistrict_officer', '35.05.08', post('camat', holder('camat')));
    await keep({ offices: [camat], absences: [away('camat')] });
    const { caseId } = await open();
    const family = actor('family', 'family', VILLAGE, 'family');
    const climb = { name: 'escalateByHand', actor: family, input: { reasonCode: 'NOBODY_ACTS' } };
    await tell(record.as.case_worker, requestOf(caseId, climb));
    const told = await eventsOf(caseId);
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'rung.vacant', role: 'subdistrict_officer', because: 'absent' }),
    );
    expect(told).toContainEqual(expect.objectContaining({ kind: 'case.escalated', office: 'disnaker:35.05' }));
  });

  test('a change by hand is noticed by a worker that has read the office before', async () => {
    await keep({ offices: [desa(post('kepala-desa', holder('kades')))] });
    expect(await open()).toMatchObject({ officer: 'kades' });
    await record.owner.query(`update post_holder set officer_id = 'penjabat'`);
    expect(await open()).toMatchObject({ officer: 'penjabat' });
    await removeOffice(record.owner, `desa:${VILLAGE}`, 'operator-1');
    expect(await open()).toMatchObject({ office: `desa:${VILLAGE}`, officer: null });
  });

  test('what was decided stays as it was, whoever the directory names later', async () => {
    await keep({ offices: [desa(post('kepala-desa', holder('kades')))] });
    const { caseId } = await open();
    const before = await eventsOf(caseId);
    await keep({ offices: [desa(post('kepala-desa', holder('lurah')))] });
    await tell(
      record.as.case_worker,
      requestOf(caseId, { name: 'clockDue', actor: SYSTEM, input: {} }, { now: NOW, knownRevision: before.length }),
    );
    expect(await eventsOf(caseId)).toEqual(before);
  });
});

describe('an operator keeps the directory', () => {
  test('row by row, any number of times; every change is noted with what it was before', async () => {
    const offices = [desa(post('kepala-desa', holder('kades'))), disnaker(post('petugas', holder('ani')))];
    expect(outcomes(await keep({ offices, absences: [away('ani')] }))).toEqual(['created', 'created', 'created']);
    expect(outcomes(await keep({ offices, absences: [away('ani')] }))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    const longer = away('ani', '2026-01-01', '2026-02-15');
    const head = desa(post('kepala-desa', holder('lurah')));
    expect(outcomes(await keep({ offices: [head], absences: [longer] }))).toEqual(['changed', 'changed']);
    const rows: unknown = await record.owner.query(
      `select by_whom, subject, before ->> 'until' as before, after ->> 'until' as after from office_change
       where subject like 'absence%' order by change_id`,
    );
    expect(rows).toEqual([
      { by_whom: 'operator-1', subject: 'absence ani 2026-01-01', before: null, after: '2026-01-31' },
      { by_whom: 'operator-1', subject: 'absence ani 2026-01-01', before: '2026-01-31', after: '2026-02-15' },
    ]);
  });

  test('a row that is refused names field and rule, and holds up no other', async () => {
    const rows = await keep({
      offices: [
        disnaker(post('petugas', holder('ani'))),
        office('disnaker-dua', 'district_officer', '35.05'),
        desa(post('kepala-desa', holder('ani'))),
        { ...desa(), zone: 'WIT' },
        desa(post('kepala-desa', holder('kades'))),
      ],
      absences: [away('nobody'), away('ani'), away('ani', '2026-01-20', '2026-02-03')],
    });
    expect(outcomes(rows)).toEqual([
      'created',
      'refused /areas/0 area-served-twice',
      'refused /posts/0/holders/0/officerId works-elsewhere',
      'refused /zone zone-of-area',
      'created',
      'refused /officerId no-such-officer',
      'created',
      'refused /from absent-already',
    ]);
    for (const { message, remedy } of rows.flatMap(({ faults }) => faults)) {
      expect([message.id, message.en, remedy.id, remedy.en].every((words) => words.length > 10)).toBe(true);
    }
    const stored: { office: string }[] = await record.owner.query(`select office from office order by 1`);
    expect(stored.map((row) => row.office)).toEqual([`desa:${VILLAGE}`, 'disnaker:35.05']);
  });

  test('somebody may move to another office on the day after', async () => {
    await keep({ offices: [disnaker(post('petugas', holder('ani', 'holder', { until: '2026-03-31' })))] });
    const there = (from: string) =>
      office('disnaker:35.07', 'district_officer', '35.07', post('petugas', holder('ani', 'holder', { from })));
    expect(outcomes(await keep({ offices: [there('2026-03-31')] }))).toEqual([
      'refused /posts/0/holders/0/officerId works-elsewhere',
    ]);
    expect(outcomes(await keep({ offices: [there('2026-04-01')] }))).toEqual(['created']);
  });
});
