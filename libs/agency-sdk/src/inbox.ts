import type { Envelope } from './event.ts';

/** What the inbox needs of a client; one of `pg` fits. */
export interface InboxClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[]; readonly rowCount: number | null }>;
}

/** An event with where it lies and when the broker was told that it happened. */
export interface PlacedEvent {
  readonly event: Envelope;
  /** The message's timestamp. */
  readonly stampedAt: Date;
}

/** An event that has not taken effect yet. */
export interface AdmittedEvent<Placed extends PlacedEvent> {
  readonly placed: Placed;
  /** A later event of the case came before it, e.g. one that an operator released. */
  readonly late: boolean;
}

/** Versions of a case that have not come; a later event has. */
export interface Gap {
  readonly caseId: string;
  readonly missing: readonly number[];
}

/** What is known of a case: its newest version, and the versions whose rows were forgotten because they are all applied. */
interface KnownCase {
  readonly version: number;
  readonly forgottenFrom: number;
  readonly forgottenTo: number;
}
const NOTHING_FORGOTTEN = { forgottenFrom: 1, forgottenTo: 0 };

const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,62}$/;
/** The widest hole that is told version by version; of a wider one its first versions are. */
const MAX_TOLD = 1_000;

/**
 * Tables of the inbox, in a schema of their own in the consumer's database. Several consumers may share them.
 * @throws RangeError if the name is no plain lower-case identifier
 */
export function inboxDdl(schema = 'titian_inbox'): string {
  if (!SCHEMA_NAME.test(schema)) throw new RangeError(`not a schema name: ${schema}`);
  return `
    create schema if not exists ${schema};
    create table if not exists ${schema}.position (
      consumer text not null, topic text not null, partition int not null, next_offset bigint not null,
      primary key (consumer, topic, partition));
    create table if not exists ${schema}.seen_event (
      consumer text not null, event_id uuid not null, case_id uuid not null, case_version int not null,
      stamped_at timestamptz not null, state text not null check (state in ('applied', 'dead')),
      primary key (consumer, event_id));
    create table if not exists ${schema}.case_version (
      consumer text not null, case_id uuid not null, version int not null, forgotten_from int, forgotten_to int,
      primary key (consumer, case_id));
    create table if not exists ${schema}.forgotten (consumer text primary key, before timestamptz not null);
    create index if not exists seen_event_age on ${schema}.seen_event (consumer, stamped_at);
    create table if not exists ${schema}.gap (
      consumer text not null, case_id uuid not null, version int not null, noticed_at timestamptz not null default now(),
      primary key (consumer, case_id, version));`;
}

/**
 * Which events a consumer has applied, kept in its own database: asked and answered in the transaction of the effect, so that each
 * event takes effect once, however often it comes.
 */
export class Inbox {
  readonly schema: string;

  /** `wholeCases`: the consumer reads from the beginning, so that a case which does not begin with its first event has a gap. */
  constructor(
    readonly consumer: string,
    private readonly wholeCases = true,
    schema = 'titian_inbox',
  ) {
    inboxDdl(schema); // refuses a bad name
    this.schema = schema;
  }

  /** Creates the tables. Repeatable, also by two at once. */
  async prepare(client: InboxClient): Promise<void> {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('titian.inbox'))`);
    await client.query(inboxDdl(this.schema));
    await client.query('commit');
  }

  /**
   * Takes events into the caller's transaction. @returns those that have no effect yet, in the order given, and the gaps they
   * uncover. An event that another transaction is applying is waited for.
   */
  async admit<Placed extends PlacedEvent>(
    client: InboxClient,
    placed: readonly Placed[],
    state: 'applied' | 'dead' = 'applied',
  ): Promise<{ readonly admitted: readonly AdmittedEvent<Placed>[]; readonly gaps: readonly Gap[] }> {
    const fresh = await this.remember(client, placed, state);
    if (fresh.length === 0) return { admitted: [], gaps: [] };
    const cases = await this.casesOf(client, [...new Set(fresh.map(({ event }) => event.subject.toLowerCase()))]);
    const versions = new Map([...cases].map(([caseId, { version }]) => [caseId, version]));
    const admitted: AdmittedEvent<Placed>[] = [];
    const gaps: Gap[] = [];
    const filled: { caseId: string; version: number }[] = [];
    for (const each of fresh) {
      const { caseversion: version } = each.event;
      const caseId = each.event.subject.toLowerCase();
      const last = versions.get(caseId) ?? (this.wholeCases ? 0 : version - 1);
      const { forgottenFrom, forgottenTo } = cases.get(caseId) ?? NOTHING_FORGOTTEN;
      if (version >= forgottenFrom && version <= forgottenTo) continue; // it took effect, and its row is gone
      const late = version <= last;
      admitted.push({ placed: each, late });
      if (late) filled.push({ caseId, version });
      else {
        if (version > last + 1) gaps.push({ caseId, missing: between(last, version) });
        versions.set(caseId, version);
      }
    }
    await this.keep(client, versions, gaps, filled);
    return { admitted, gaps };
  }

  /** Gaps that are still open. */
  async gaps(client: InboxClient): Promise<readonly Gap[]> {
    const { rows } = await client.query(
      `select case_id as "caseId", array_agg(version order by version) as missing
       from ${this.schema}.gap where consumer = $1 group by case_id order by case_id`,
      [this.consumer],
    );
    return rows as Gap[];
  }

  /** Where the consumer goes on in a partition; held against other instances until the transaction ends. */
  async lockPosition(client: InboxClient, topic: string, partition: number): Promise<bigint | undefined> {
    const { rows } = await client.query(
      `select next_offset from ${this.schema}.position where consumer = $1 and topic = $2 and partition = $3 for update`,
      [this.consumer, topic, partition],
    );
    const [row] = rows as { next_offset: string }[];
    return row === undefined ? undefined : BigInt(row.next_offset);
  }

  /** Moves on in a partition. */
  async advance(client: InboxClient, topic: string, partition: number, nextOffset: bigint): Promise<void> {
    await client.query(
      `update ${this.schema}.position set next_offset = $4 where consumer = $1 and topic = $2 and partition = $3`,
      [this.consumer, topic, partition, String(nextOffset)],
    );
  }

  /** Begins in partitions that have no position yet; others stay. */
  async begin(client: InboxClient, positions: readonly Position[]): Promise<void> {
    await client.query(
      `insert into ${this.schema}.position select $1, t, p, o from unnest($2::text[], $3::int[], $4::bigint[]) as n(t, p, o)
       on conflict do nothing`,
      [this.consumer, ...columnsOf(positions)],
    );
  }

  /** Positions of the consumer. */
  async positions(client: InboxClient): Promise<readonly Position[]> {
    const { rows } = await client.query(
      `select topic, partition, next_offset from ${this.schema}.position where consumer = $1 order by topic, partition`,
      [this.consumer],
    );
    return (rows as { topic: string; partition: number; next_offset: string }[]).map(
      ({ topic, partition, next_offset }) => ({ topic, partition, nextOffset: BigInt(next_offset) }),
    );
  }

  /** An event that comes twice, even in one batch, is remembered once. */
  private async remember<Placed extends PlacedEvent>(
    client: InboxClient,
    placed: readonly Placed[],
    state: 'applied' | 'dead',
  ): Promise<Placed[]> {
    const once = [...new Map(placed.map((each) => [each.event.id.toLowerCase(), each])).values()];
    const { rows } = await client.query(
      `insert into ${this.schema}.seen_event
       select $1, id, c, v, at, $6 from unnest($2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[]) as n(id, c, v, at)
       on conflict do nothing returning event_id`,
      [
        this.consumer,
        once.map(({ event }) => event.id),
        once.map(({ event }) => event.subject),
        once.map(({ event }) => event.caseversion),
        once.map(({ stampedAt }) => stampedAt.toISOString()),
        state,
      ],
    );
    const fresh = new Set((rows as { event_id: string }[]).map(({ event_id }) => event_id));
    return once.filter(({ event }) => fresh.has(event.id.toLowerCase()));
  }

  private async casesOf(client: InboxClient, caseIds: readonly string[]): Promise<Map<string, KnownCase>> {
    const { rows } = await client.query(
      `select case_id as "caseId", version, coalesce(forgotten_from, 1) as "forgottenFrom", coalesce(forgotten_to, 0) as "forgottenTo"
       from ${this.schema}.case_version where consumer = $1 and case_id = any($2::uuid[])`,
      [this.consumer, caseIds],
    );
    return new Map((rows as (KnownCase & { caseId: string })[]).map((row) => [row.caseId, row]));
  }

  private async keep(
    client: InboxClient,
    versions: ReadonlyMap<string, number>,
    gaps: readonly Gap[],
    filled: readonly { readonly caseId: string; readonly version: number }[],
  ): Promise<void> {
    await client.query(
      `insert into ${this.schema}.case_version select $1, c, v from unnest($2::uuid[], $3::int[]) as n(c, v)
       on conflict (consumer, case_id) do update set version = excluded.version`,
      [this.consumer, [...versions.keys()], [...versions.values()]],
    );
    const missing = gaps.flatMap(({ caseId, missing: versionsOfCase }) =>
      versionsOfCase.map((version) => ({ caseId, version })),
    );
    if (missing.length > 0) {
      await client.query(
        `insert into ${this.schema}.gap (consumer, case_id, version)
         select $1, c, v from unnest($2::uuid[], $3::int[]) as n(c, v) on conflict do nothing`,
        [this.consumer, missing.map(({ caseId }) => caseId), missing.map(({ version }) => version)],
      );
    }
    if (filled.length > 0) {
      await client.query(
        `delete from ${this.schema}.gap g using unnest($2::uuid[], $3::int[]) as n(c, v)
         where g.consumer = $1 and g.case_id = n.c and g.version = n.v`,
        [this.consumer, filled.map(({ caseId }) => caseId), filled.map(({ version }) => version)],
      );
    }
  }
}

/** Where a consumer goes on in a partition. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly nextOffset: bigint;
}

/** Positions as parameters of `unnest`. */
export const columnsOf = (positions: readonly Position[]): unknown[] => [
  positions.map(({ topic }) => topic),
  positions.map(({ partition }) => partition),
  positions.map(({ nextOffset }) => String(nextOffset)),
];

function between(last: number, next: number): number[] {
  const width = Math.min(next - last - 1, MAX_TOLD);
  return Array.from({ length: width }, (_, at) => last + 1 + at);
}
