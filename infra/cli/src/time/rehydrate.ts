import type { CaseType } from '@titian/domain';
import { dataSource } from '@titian/persistence';
import { caseClient, startRun } from '@titian/temporal';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';

const PAGE = 500;
const AT_ONCE = 16;

export interface RehydrateFlags {
  readonly database: string;
  readonly temporal: string;
  readonly namespace: string;
  readonly json: boolean;
}

/** Gives every case that time may still wake a run, from the record alone: after Temporal was lost. Runs that live go on. */
export async function rehydrate(flags: RehydrateFlags, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const db = await dataSource(flags.database, 2, 'rehydrate').initialize();
  const client = caseClient(flags.temporal, flags.namespace);
  let started = 0;
  try {
    if (!(await client.reachable())) throw new Misuse(`no Temporal answers at ${flags.temporal}.`);
    for (let after = '00000000-0000-0000-0000-000000000000'; !signal.aborted;) {
      const cases: { caseId: string; caseType: CaseType }[] = await db.query(
        `select case_id as "caseId", type as "caseType" from case_file
         where (status <> 'closed' or wakes_at is not null) and case_id > $1 order by case_id limit ${PAGE}`,
        [after],
      );
      const queue = [...cases];
      const worker = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) await startRun(client, next);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      started += cases.length;
      const last = cases.at(-1);
      if (last === undefined || cases.length < PAGE) break;
      after = last.caseId;
      terminal.err(`${started} cases have a run`);
    }
  } finally {
    await Promise.all([db.destroy(), client.close()]);
  }
  terminal.out(flags.json ? JSON.stringify({ cases: started }) : `${started} cases have a run`);
  return signal.aborted ? EXIT.finding : EXIT.good;
}
