import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Identity } from '@titian/auth';
import { asActor, dataSource, WorklistReader, type CaseFilter } from '@titian/persistence';
import { migrate } from '@titian/persistence/migrate';
import type { LocalStack } from '@titian/local';
import { percentile, resultOf, type Result } from './stats.ts';

const ROUNDS = 5;
const QUERIES = 1_000;
const REGENCIES = 100;

/**
 * The first page of a regency's worklist as the API reads it (role, row-level security, one transaction), beside the ideal
 * statement of the owner in a transaction of its own, at growing numbers of cases. p99 of each round; rounds alternate. Then the
 * first page of each list of a desk: what it costs at the largest number of cases over what it costs at the smallest.
 */
export async function benchWorklist(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, number[]> }> {
  const name = `bench_worklist_${process.pid}`;
  const admin = new pg.Client({ connectionString: stack.addresses.databaseUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const inBench = (url: string): string => {
    const address = new URL(url);
    address.pathname = `/${name}`;
    return address.href;
  };
  await migrate(inBench(stack.addresses.databaseUrl));
  const owner = await dataSource(inBench(stack.addresses.databaseUrl), 2, 'bench').initialize();
  const api = await dataSource(inBench(stack.addresses.roleUrls.case_api), 2, 'bench').initialize();
  const results: Result[] = [];
  const samples: Record<string, number[]> = {};
  const sizes = quick ? [1e4] : [1e4, 1e5, 1e6];
  try {
    let filled = 0;
    for (const size of sizes) {
      await fill(owner, filled, size);
      filled = size;
      results.push(...(await benchSize(api, owner, size, samples)));
    }
    results.push(...growthOf(samples, sizes));
  } finally {
    await Promise.all([owner.destroy(), api.destroy()]);
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
  return { results, samples };
}

async function benchSize(
  api: DataSource,
  owner: DataSource,
  size: number,
  samples: Record<string, number[]>,
): Promise<Result[]> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    const titian = await times(() => pageOf(api, (area) => ({ area })));
    const ideal = await times(() => idealPage(owner, regency()));
    if (round === 0) continue; // warm up
    ratios.push(percentile(titian, 0.99) / percentile(ideal, 0.99));
    (samples[`titian_${size}`] ??= []).push(...titian);
    (samples[`ideal_${size}`] ??= []).push(...ideal);
  }
  for (const [list, filterOf] of Object.entries(LISTS)) {
    await times(() => pageOf(api, filterOf), QUERIES / 10); // warm up
    samples[`${list}_${size}`] = await times(() => pageOf(api, filterOf));
  }
  const id = `1e${Math.log10(size)}`;
  return [
    resultOf(`worklist.p99_ratio_${id}`, ratios, 'ratio', { text: '≤ 2', isMet: (value) => value <= 2 }),
    resultOf(`worklist.p50_ms_${id}`, [percentile(samples[`titian_${size}`] ?? [], 0.5)], 'ms'),
    resultOf(`worklist.ideal_p50_ms_${id}`, [percentile(samples[`ideal_${size}`] ?? [], 0.5)], 'ms'),
  ];
}

/** A hundred times as many cases may cost three times as much; what reads in proportion to them costs far more. */
function growthOf(samples: Readonly<Record<string, readonly number[]>>, sizes: readonly number[]): Result[] {
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
  if (least === most) return [];
  return Object.keys(LISTS).map((list) => {
    const p99 = (size: number): number => percentile([...(samples[`${list}_${size}`] ?? [])], 0.99);
    const goal = { text: '≤ 3', isMet: (value: number): boolean => value <= 3 };
    return resultOf(`worklist.${list}_p99_growth`, [p99(most) / p99(least)], 'ratio', goal);
  });
}

const regency = (): string => `35.${String(1 + Math.floor(Math.random() * REGENCIES)).padStart(2, '0')}`;

async function times(work: () => Promise<unknown>, count = QUERIES): Promise<number[]> {
  const each: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    await work();
    each.push(performance.now() - began);
  }
  return each;
}

/** The lists of a desk, as the API asks for them. */
const LISTS: Readonly<Record<string, (area: string) => CaseFilter>> = {
  mine: (area) => ({ officerId: `officer-${area}` }),
  office: (area) => ({ office: `disnaker:${area}` }),
  area: (area) => ({ area }),
  escalated: (area) => ({ escalatedTo: `disnaker:${area}` }),
  waiting: (area) => ({ area, waitsFor: 'anybody' }),
};

const reader = new WorklistReader();
function pageOf(api: DataSource, filterOf: (area: string) => CaseFilter): Promise<unknown> {
  const area = regency();
  const identity: Identity = { id: 'bench', role: 'district_officer', office: `disnaker:${area}`, area };
  return asActor(api, identity, (tx) => reader.page(tx, { filter: filterOf(area), limit: 51 }));
}

function idealPage(owner: DataSource, area: string): Promise<unknown> {
  return owner.transaction((tx) =>
    tx.query(
      `select case_id, number, stage, due_at from case_file
       where regency = $1 and status <> 'closed' order by due_at, case_id limit 51`,
      [area],
    ),
  );
}

/** Every third open case waits for the insurer, every twelfth was brought to the regency; one officer has at most fifty tasks. */
async function fill(owner: DataSource, from: number, to: number): Promise<void> {
  await owner.query(
    `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area, regency,
       province, subject_code, flags, holder_role, holder_office, escalation_level, due_at, opened_at, held_since, waits_for,
       last_hash, state)
     select gen_random_uuid(), 'claim', 'KLM-2026-' || lpad(n::text, 7, '0'), 1, 'hash', 1,
       (array['evidence', 'verification', 'insurer_review', 'decided'])[1 + n % 4],
       case when n % 10 < 3 then 'closed' else 'open' end,
       '35.' || lpad((1 + n % $3)::text, 2, '0') || '.01.2001', '35.' || lpad((1 + n % $3)::text, 2, '0'), '35',
       'JKK_RAWAT_LN', '{}', 'district_officer', 'disnaker:35.' || lpad((1 + n % $3)::text, 2, '0'), 0,
       timestamptz '2026-01-01' + random() * interval '365 days', timestamptz '2026-01-01', timestamptz '2026-01-01',
       case when n / $3 % 3 = 0 and n % 10 >= 3 then '{insurer}'::text[] else '{}'::text[] end, 'hash', '{}'
     from generate_series($1::int + 1, $2::int) n`,
    [from, to, REGENCIES],
  );
  await owner.query(
    `insert into task (case_id, task_id, name, kind, role, office, officer_id, status, opened_at, due_at)
     select f.case_id, t.id, t.name, 'stage', 'district_officer', f.holder_office, t.officer_id,
       case when t.officer_id is null then 'unassigned' else 'assigned' end, f.opened_at, f.due_at
     from (select *, right(number, 7)::int as n from case_file) f
     cross join lateral (
       select 'verification#1' as id, 'verification' as name, case when f.n <= $3 * 50 then 'officer-' || f.regency end as officer_id
       union all select 'escalation#2', 'escalation', null where f.n / $3 % 12 = 1
     ) t
     where f.status <> 'closed' and f.n > $1 and f.n <= $2`,
    [from, to, REGENCIES],
  );
  for (const table of ['case_file', 'task']) await owner.query(`vacuum analyze ${table}`);
}
