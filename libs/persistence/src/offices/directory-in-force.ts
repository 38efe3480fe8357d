import type { EntityManager } from 'typeorm';
import type { OfficeDirectory } from '@titian/domain';
import { directoryOf, placesAround, type Absence, type DirectoryRows, type StoredOffice } from '@titian/rulebook';

/** How often the directory was changed, as a scalar of any statement; 0 while nothing was ever stored. */
export const DIRECTORY_VERSION = `(select version from office_directory)`;

/** Areas that a process keeps in mind at once; one is a few offices. */
const MOST_AREAS = 2_000;

interface Shelf {
  readonly version: number;
  readonly areas: Map<string, DirectoryRows>;
}
/** What was read of the directory, by whose world it belongs to: good for as long as its version stands. */
const SHELVES = new WeakMap<object, Shelf>();

/**
 * The offices that may answer for an area, with their people as they stand at a moment. Nothing was ever stored: what the
 * world was given. An area is read once for each version of the directory, so that a decision costs no read of its own.
 */
export async function officesFor(
  via: EntityManager,
  world: { readonly offices: OfficeDirectory },
  version: number,
  area: string,
  at: string,
): Promise<OfficeDirectory> {
  if (version === 0) return world.offices;
  const kept = SHELVES.get(world);
  const isGood = kept?.version === version && kept.areas.size < MOST_AREAS;
  const shelf: Shelf = isGood ? kept : { version, areas: new Map<string, DirectoryRows>() };
  SHELVES.set(world, shelf);
  const rows = shelf.areas.get(area) ?? (await readOffices(via, area));
  shelf.areas.set(area, rows);
  return directoryOf(rows, at);
}

/** The same for the directory as it stands now, in a statement of its own. */
export async function officesInForce(
  via: EntityManager,
  world: { readonly offices: OfficeDirectory },
  area: string,
  at: string,
): Promise<OfficeDirectory> {
  const [row]: { version: number }[] = await via.query(`select ${DIRECTORY_VERSION} as version`);
  return officesFor(via, world, row?.version ?? 0, area, at);
}

/** What is stored of the offices that answer for some areas or a part around them, and of who is away. */
export async function readOffices(
  via: Pick<EntityManager, 'query'>,
  ...areas: readonly string[]
): Promise<DirectoryRows> {
  const places = [...new Set(areas.flatMap(placesAround))];
  const offices: StoredOffice[] = await via.query(`${OFFICES} where o.areas && $1::text[] order by o.office`, [places]);
  return withAbsences(via, offices);
}

/** Everything that is stored. */
export async function readDirectory(via: Pick<EntityManager, 'query'>): Promise<DirectoryRows> {
  return withAbsences(via, await via.query(`${OFFICES} order by o.office`));
}

/** One office as it is stored. */
export async function readOffice(via: Pick<EntityManager, 'query'>, office: string): Promise<DirectoryRows> {
  return withAbsences(via, await via.query(`${OFFICES} where o.office = $1`, [office]));
}

async function withAbsences(via: Pick<EntityManager, 'query'>, offices: StoredOffice[]): Promise<DirectoryRows> {
  const people = offices.flatMap(({ posts }) => posts.flatMap(({ holders }) => holders.map((each) => each.officerId)));
  const absences: Absence[] =
    people.length === 0
      ? []
      : await via.query(
          `select officer_id as "officerId", from_day::text as "from", until_day::text as until, reason_code as "reasonCode"
           from absence where officer_id = any($1) order by officer_id, from_day`,
          [[...new Set(people)]],
        );
  return { offices, absences };
}

/** Every member as `StoredOffice` has it. */
export const OFFICES = `select o.office, o.role, jsonb_build_object('id', o.name_id, 'en', o.name_en) as name, o.areas, o.zone,
    jsonb_build_object('days', o.open_days, 'opens', o.opens, 'closes', o.closes) as hours,
    coalesce((
      select jsonb_agg(jsonb_build_object('post', p.post, 'holders', coalesce((
        select jsonb_agg(jsonb_build_object('officerId', h.officer_id, 'as', h.held_as, 'from', h.from_day, 'until', h.until_day)
          order by h.officer_id, h.from_day)
        from post_holder h where h.office = p.office and h.post = p.post
      ), '[]')) order by p.post)
      from office_post p where p.office = o.office
    ), '[]') as posts
  from office o`;
