import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import type { Absence, OfficeFault } from '@titian/rulebook';
import { holdDirectory, noteChange, text, type Stored } from './office-change.ts';

/** Stores one absence; one that begins on the same day is the same absence, and is changed. */
export async function keepAbsence(tx: EntityManager, absence: Absence, by: string): Promise<Stored> {
  const { officerId, from, until, reasonCode } = absence;
  const faults = [...(await nobodyOf(tx, officerId)), ...(await absentAlready(tx, absence))];
  if (faults.length > 0) return { outcome: 'refused', faults };
  const [before]: Absence[] = await tx.query(
    `select officer_id as "officerId", from_day::text as "from", until_day::text as until, reason_code as "reasonCode"
     from absence where officer_id = $1 and from_day = $2`,
    [officerId, from],
  );
  if (before !== undefined && isDeepStrictEqual({ ...before }, absence)) return { outcome: 'unchanged', faults: [] };
  await tx.query(
    `insert into absence (officer_id, from_day, until_day, reason_code) values ($1, $2, $3, $4)
     on conflict (officer_id, from_day) do update set until_day = excluded.until_day, reason_code = excluded.reason_code`,
    [officerId, from, until, reasonCode],
  );
  await noteChange(tx, by, `absence ${officerId} ${from}`, before ?? null, absence);
  return { outcome: before === undefined ? 'created' : 'changed', faults: [] };
}

async function nobodyOf(tx: EntityManager, officerId: string): Promise<readonly OfficeFault[]> {
  const [known] = await tx.query<object[]>(`select from post_holder where officer_id = $1 limit 1`, [officerId]);
  if (known !== undefined) return [];
  return [
    {
      field: '/officerId',
      rule: 'no-such-officer',
      message: text(
        `${officerId} tidak memegang jabatan di kantor mana pun.`,
        `${officerId} has no post in any office.`,
      ),
      remedy: text(
        'Periksa nomor petugas, atau catat jabatannya lebih dahulu.',
        'Check the id, or store the post first.',
      ),
    },
  ];
}

async function absentAlready(tx: EntityManager, { officerId, from, until }: Absence): Promise<readonly OfficeFault[]> {
  const rows: { from: string; until: string }[] = await tx.query(
    `select from_day::text as "from", until_day::text as until from absence
     where officer_id = $1 and from_day <> $2::date and from_day <= $3::date and until_day >= $2::date order by from_day`,
    [officerId, from, until],
  );
  return rows.map((other) => ({
    field: '/from',
    rule: 'absent-already',
    message: text(
      `${officerId} sudah dicatat tidak masuk ${other.from} sampai ${other.until}.`,
      `${officerId} is on record as away from ${other.from} to ${other.until}.`,
    ),
    remedy: text(
      `Ubah yang itu dengan from ${other.from}, atau pilih hari lain.`,
      `Change that one by sending it with from ${other.from}, or choose other days.`,
    ),
  }));
}

/** Takes back an absence by its first day. @returns false if there is none */
export async function cancelAbsence(db: DataSource, officerId: string, from: string, by: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await holdDirectory(tx);
    const [gone] = await tx.query<[object[], number]>(
      `delete from absence where officer_id = $1 and from_day = $2 returning officer_id as "officerId",
         from_day::text as "from", until_day::text as until, reason_code as "reasonCode"`,
      [officerId, from],
    );
    const [before] = gone;
    if (before === undefined) return false;
    await noteChange(tx, by, `absence ${officerId} ${from}`, before, null);
    return true;
  });
}
