import type pg from 'pg';

/** Offices that made different things of cases of one kind. */
export interface Inconsistency {
  /** What the offices differ in. */
  readonly about: 'result' | 'papers';
  readonly pattern: string;
  /** What most cases of the pattern came to in each office that had enough of them. */
  readonly offices: readonly {
    readonly office: string;
    readonly cases: number;
    /** Of them, those that came to this. */
    readonly alike: number;
    readonly judgement: string;
  }[];
}

/**
 * Finds patterns whose usual result, or usual list of papers, differs between offices. An office counts from `least` cases of the
 * pattern on, and only if most of them came to one thing: a mixed bag is no practice. The papers count as part of the pattern when
 * results are compared, so that a refusal for a missing paper is no inconsistency.
 */
export async function findInconsistencies(pool: pg.Pool, least: number): Promise<readonly Inconsistency[]> {
  const results = await compare(pool, 'result', `fact_pattern || ' ' || papers`, 'judgement', least);
  const papers = await compare(pool, 'papers', 'fact_pattern', 'papers', least);
  return [...results, ...papers];
}

async function compare(
  pool: pg.Pool,
  about: Inconsistency['about'],
  pattern: string,
  judgement: string,
  least: number,
): Promise<readonly Inconsistency[]> {
  const { rows } = await pool.query<Omit<Inconsistency, 'about'>>(
    `with judged as (
       select ${pattern} as pattern, judged_by as office, ${judgement} as judgement, count(*) as alike
       from reporting.reported_case where fact_pattern is not null group by 1, 2, 3
     ), usual as (
       select distinct on (pattern, office) pattern, office, judgement, alike,
         sum(alike) over (partition by pattern, office) as cases
       from judged order by pattern, office, alike desc, judgement
     ), practice as (
       select * from usual where cases >= $1 and alike * 2 > cases and alike >= $1
     )
     select pattern, jsonb_agg(jsonb_build_object('office', office, 'cases', cases, 'alike', alike, 'judgement', judgement)
       order by office) as offices
     from practice group by pattern having count(distinct judgement) > 1 order by pattern`,
    [least],
  );
  return rows.map((row) => ({ about, ...row }));
}
