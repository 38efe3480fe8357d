import type pg from 'pg';

/** How far the figures are: rebuilt how often, since when, and whether everything published before has been read. */
export interface Generation {
  readonly current: number;
  readonly wanted: number;
  readonly beganAt: Date;
  readonly completeAt: Date | null;
}

const ROW = `current, wanted, began_at as "beganAt", complete_at as "completeAt"`;

export async function readGeneration(client: pg.Pool | pg.PoolClient): Promise<Generation> {
  const { rows } = await client.query<Generation>(`select ${ROW} from reporting.generation`);
  const [row] = rows;
  if (row === undefined) throw new Error('reporting.generation is empty: run the migrations');
  return row;
}

/** Empties the schema if a rebuild is wanted, in one transaction: readers see the old figures or none. */
export async function beginGeneration(client: pg.PoolClient): Promise<Generation> {
  await client.query('begin');
  const { rows } = await client.query<Generation>(`select ${ROW} from reporting.generation for update`);
  const [row] = rows;
  if (row === undefined) throw new Error('reporting.generation is empty: run the migrations');
  if (row.wanted <= row.current) {
    await client.query('commit');
    return row;
  }
  await client.query(
    `truncate reporting.reported_case, reporting.stage_visit, reporting.clock_run, reporting.escalation,
       reporting.read_position`,
  );
  const begun = await client.query<Generation>(
    `update reporting.generation set current = wanted, began_at = now(), complete_at = null returning ${ROW}`,
  );
  await client.query('commit');
  return begun.rows[0] ?? row;
}

/** Another instance has begun a new generation: what this one holds is of the old. */
export class GenerationOver extends Error {
  override readonly name = 'GenerationOver';
}

/** Holds the generation until the end of the transaction. @throws GenerationOver if it is not the current one any more */
export async function holdGeneration(client: pg.PoolClient, current: number): Promise<void> {
  const { rows } = await client.query<{ current: number }>(`select current from reporting.generation for share`);
  if (rows[0]?.current !== current) throw new GenerationOver('a rebuild has begun');
}

export async function markComplete(client: pg.Pool, current: number): Promise<void> {
  await client.query(`update reporting.generation set complete_at = now() where current = $1 and complete_at is null`, [
    current,
  ]);
}
