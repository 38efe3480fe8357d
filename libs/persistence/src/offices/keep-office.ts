import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import type { OfficeFault, StoredOffice } from '@titian/rulebook';
import { readOffice } from './directory-in-force.ts';
import { holdDirectory, noteChange, text, type Stored } from './office-change.ts';

/** Stores one office whole, in place of what is stored of it. */
export async function keepOffice(tx: EntityManager, office: StoredOffice, by: string): Promise<Stored> {
  const faults = [...(await areasServedTwice(tx, office)), ...(await peopleElsewhere(tx, office))];
  if (faults.length > 0) return { outcome: 'refused', faults };
  const [before] = (await readOffice(tx, office.office)).offices;
  const wanted = inOrder(office);
  if (before !== undefined && isDeepStrictEqual(inOrder(before), wanted)) return { outcome: 'unchanged', faults: [] };
  await writeOffice(tx, wanted);
  await noteChange(tx, by, `office ${office.office}`, before ?? null, wanted);
  return { outcome: before === undefined ? 'created' : 'changed', faults: [] };
}

/** Posts and people in the order in which they are read, so that the same office compares as the same. */
function inOrder({ posts, hours, ...office }: StoredOffice): StoredOffice {
  const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return {
    ...office,
    areas: [...office.areas].sort(),
    hours: { ...hours, days: [...hours.days].sort((one, other) => one - other) },
    posts: posts
      .map(({ post, holders }) => ({
        post,
        holders: [...holders].sort(
          (one, other) => byText(one.officerId, other.officerId) || byText(one.from, other.from),
        ),
      }))
      .sort((one, other) => byText(one.post, other.post)),
  };
}

async function writeOffice(
  tx: EntityManager,
  { office, role, name, areas, zone, hours, posts }: StoredOffice,
): Promise<void> {
  await tx.query(
    `insert into office (office, role, name_id, name_en, areas, zone, open_days, opens, closes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (office) do update set role = excluded.role, name_id = excluded.name_id, name_en = excluded.name_en,
       areas = excluded.areas, zone = excluded.zone, open_days = excluded.open_days, opens = excluded.opens,
       closes = excluded.closes`,
    [office, role, name.id, name.en, areas, zone, hours.days, hours.opens, hours.closes],
  );
  await tx.query(`delete from office_post where office = $1`, [office]);
  await tx.query(`insert into office_post (office, post) select $1, unnest($2::text[])`, [
    office,
    posts.map(({ post }) => post),
  ]);
  await tx.query(
    `insert into post_holder (office, post, officer_id, held_as, from_day, until_day)
     select $1, r.post, r."officerId", r."as", r."from", r.until
     from jsonb_to_recordset($2::jsonb) as r(post text, "officerId" text, "as" text, "from" date, until date)`,
    [office, JSON.stringify(posts.flatMap(({ post, holders }) => holders.map((holder) => ({ post, ...holder }))))],
  );
}

/** Of one role one office answers for an area; two would leave it to the alphabet who holds a case. */
async function areasServedTwice(
  tx: EntityManager,
  { office, role, areas }: StoredOffice,
): Promise<readonly OfficeFault[]> {
  const rows: { office: string; area: string }[] = await tx.query(
    `select o.office, area from office o, unnest(o.areas) area
     where o.role = $2 and o.office <> $1 and area = any($3::text[]) order by area, o.office`,
    [office, role, areas],
  );
  return rows.map(({ office: other, area }) => ({
    field: `/areas/${areas.indexOf(area)}`,
    rule: 'area-served-twice',
    message: text(`Wilayah ${area} sudah dilayani ${other}.`, `Area ${area} is served by ${other} already.`),
    remedy: text(
      `Hapus wilayah itu di sini, atau lebih dahulu di ${other}.`,
      `Leave the area out here, or first at ${other}.`,
    ),
  }));
}

/** A person works in one office at a time: whoever they are when they log in is one office's officer. */
async function peopleElsewhere(tx: EntityManager, { office, posts }: StoredOffice): Promise<readonly OfficeFault[]> {
  const faults: OfficeFault[] = [];
  for (const [p, { holders }] of posts.entries()) {
    for (const [h, { officerId, from, until }] of holders.entries()) {
      const [found]: { office: string }[] = await tx.query(
        `select office from post_holder where officer_id = $1 and office <> $2
           and from_day <= coalesce($4::date, 'infinity') and coalesce(until_day, 'infinity') >= $3::date limit 1`,
        [officerId, office, from, until],
      );
      if (found === undefined) continue;
      faults.push({
        field: `/posts/${p}/holders/${h}/officerId`,
        rule: 'works-elsewhere',
        message: text(
          `${officerId} bekerja di ${found.office} pada hari yang sama.`,
          `${officerId} works at ${found.office} on the same days.`,
        ),
        remedy: text(
          `Akhiri lebih dahulu masa jabatannya di ${found.office}.`,
          `First end their time at ${found.office}.`,
        ),
      });
    }
  }
  return faults;
}

/** Takes an office out of the directory: from then on the one that the area code names answers. @returns false if there is none */
export async function removeOffice(db: DataSource, office: string, by: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await holdDirectory(tx);
    const [before] = (await readOffice(tx, office)).offices;
    if (before === undefined) return false;
    await tx.query(`delete from office where office = $1`, [office]);
    await noteChange(tx, by, `office ${office}`, before, null);
    return true;
  });
}
