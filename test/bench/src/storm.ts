import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, WorkflowClient } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Actor } from '@titian/domain';
import { LONGEST_SPREAD_MS, spreadMs } from '@titian/domain/fold';
import { residentMiB, type LocalStack } from '@titian/local';
import { commit, dataSource, models, type RecordWorld } from '@titian/persistence';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { CASE_TASK_QUEUE, caseWorkflowId, caseWorkflowName, type CaseInput } from '@titian/workflow-contracts';
import { crowd, percentile, resultOf, type Result } from './stats.ts';

const HOUR_MS = 3_600_000;
/** The clock `contact` of an urgent complaint. */
const CONTACT_HOURS = 4;
/** Cases of a whole storm; fewer are spread over as much less time, so that as many fall due in a second. */
const FULL = 20_000;
const AT_ONCE = 24;
/** Nothing told for so long: what is left is lost. */
const PATIENCE_MS = 120_000;
const OFFICER: Actor = {
  id: 'kades-tambakrejo',
  role: 'village_officer',
  office: 'desa:35.05.08.2003',
  area: '35.05.08.2003',
};
const BREACHED = 'titian.clock.breached.v1';

/** Moments at which a command was sent, and how long it took, ms. */
interface Sent {
  readonly at: number;
  readonly ms: number;
}

/**
 * Many open cases whose deadline falls in the same moment, as after a holiday that was moved: each has to be told once, with
 * commands answered meanwhile. Nobody waits here for days: a case is given a deadline minutes ahead that lies as much later as
 * its workflow would have waited, had the deadline been days ahead (`spread`), or not (`--quick` or `BENCH_SPREAD=no`: all in one moment).
 * Also what an idle open case costs, and what a command costs that arms a deadline.
 */
export async function benchStorm(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, readonly number[]> }> {
  const cases = quick ? 1_000 : Number(process.env['BENCH_CASES'] ?? FULL);
  const isSpread = !quick && process.env['BENCH_SPREAD'] !== 'no';
  const storm = await Storm.open(stack);
  try {
    const costs = await storm.costOfArming();
    const due = await storm.gather(cases, isSpread);
    const rest = await storm.commandsUntil(Date.now() + (quick ? 15_000 : 60_000));
    const idle = await storm.costOfIdleCases(cases);
    await pause(Math.max(0, due - Date.now()));
    const idleCpu = cpuSeconds(stack.pids());
    const { drainedAt, told, doubled, escalated, commands } = await storm.drain(due, cases);
    const cpu = cpuSeconds(stack.pids());
    const p99 = (sent: readonly Sent[]): number =>
      percentile(
        sent.map(({ ms }) => ms),
        0.99,
      );
    const seconds = (drainedAt - due) / 1_000;
    return {
      samples: { rest_ms: rest.map(({ ms }) => ms), storm_ms: commands.map(({ ms }) => ms) },
      results: [
        resultOf('storm.lost', [cases - Math.min(told, escalated)], 'cases', { text: '0', isMet: (n) => n === 0 }),
        resultOf('storm.doubled', [doubled], 'cases', { text: '0', isMet: (n) => n === 0 }),
        resultOf('storm.drain_s', [seconds], 's', {
          text: '≤ 600 for 20,000',
          isMet: (s) => s <= (600 * cases) / FULL,
        }),
        resultOf('storm.told_per_s', [told / seconds], '1/s'),
        resultOf('storm.command_p99_ratio', [p99(commands) / p99(rest)], 'ratio'),
        resultOf('storm.command_rest_p99_ms', [p99(rest)], 'ms'),
        resultOf('storm.command_storm_p99_ms', [p99(commands)], 'ms'),
        resultOf('storm.worker_kib_per_idle_case', [idle.workerKib], 'KiB'),
        resultOf('storm.record_bytes_per_case', [idle.recordBytes], 'B'),
        resultOf('storm.history_events_plain_command', [costs.plain], 'events'),
        resultOf('storm.history_events_arming_command', [costs.arming], 'events'),
        // Who worked while the storm was told: the first is what limits it.
        ...Object.entries(cpu)
          .map(([part, used]) => [part, used - (idleCpu[part] ?? 0)] as const)
          .sort(([, a], [, b]) => b - a)
          .map(([part, used]) => resultOf(`storm.cpu_${part}_s`, [used], 's')),
      ],
    };
  } finally {
    await storm.close();
  }
}

const TICKS_PER_SECOND = 100;

/** Seconds of processor time that each part and its children have used so far; empty where there is no /proc. */
function cpuSeconds(pids: Readonly<Record<string, number>>): Record<string, number> {
  if (process.platform !== 'linux') return {};
  const own = new Map<number, { readonly parent: number; readonly seconds: number }>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const [, fields = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(/\) (?!.*\) )/);
      const values = fields.split(' ').map(Number);
      const [, parent = 0] = values;
      own.set(Number(name), { parent, seconds: ((values[11] ?? 0) + (values[12] ?? 0)) / TICKS_PER_SECOND });
    } catch {
      // it ended while we looked
    }
  }
  const ofTree = (pid: number): number =>
    [...own].reduce(
      (sum, [child, { parent }]) => (parent === pid ? sum + ofTree(child) : sum),
      own.get(pid)?.seconds ?? 0,
    );
  return Object.fromEntries(Object.entries(pids).map(([part, pid]) => [part, ofTree(pid)]));
}

class Storm {
  private readonly world: RecordWorld = { models, calendar: currentCalendar, offices: officeDirectory() };
  private readonly ids: string[] = [];
  private before = { workerMib: 0, bytes: 0 };

  private constructor(
    private readonly stack: LocalStack,
    private readonly owner: DataSource,
    private readonly worker: DataSource,
    private readonly connection: Connection,
    private readonly client: WorkflowClient,
  ) {}

  static async open(stack: LocalStack): Promise<Storm> {
    const { databaseUrl, roleUrls, temporalAddress } = stack.addresses;
    const connection = await Connection.connect({ address: temporalAddress });
    return new Storm(
      stack,
      await dataSource(databaseUrl, 4, 'bench').initialize(),
      await dataSource(roleUrls.case_worker, AT_ONCE, 'bench').initialize(),
      connection,
      new WorkflowClient({ connection, namespace: 'titian' }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.owner.destroy(), this.worker.destroy(), this.connection.close()]);
  }

  /** History events of a command that changes no deadline, and of one that arms an earlier one. */
  async costOfArming(): Promise<{ readonly plain: number; readonly arming: number }> {
    const caseId = await this.openCase(Date.now() - HOUR_MS, false);
    const handle = this.client.getHandle(caseWorkflowId('complaint', caseId));
    const lengthAfter = async (command: string, body: object): Promise<number> => {
      await this.send(caseId, command, body);
      await pause(500); // the timer of the armed deadline enters with the same task; give a later one time to show
      return (await handle.describe()).historyLength;
    };
    const first = await lengthAfter('addNote', { statement: { text: 'catatan' } });
    const second = await lengthAfter('addNote', { statement: { text: 'catatan' } });
    const third = await lengthAfter('markUrgent', { urgentSigns: ['DANGER'] });
    return { plain: second - first, arming: third - second };
  }

  /** Opens so many urgent complaints whose first contact is due at the same moment. @returns that moment, or the first of those over which they are spread */
  async gather(count: number, isSpread: boolean): Promise<number> {
    const pilot = Math.min(200, count);
    const began = Date.now();
    await this.openMany(pilot, Date.now() - HOUR_MS);
    const perCase = (Date.now() - began) / pilot;
    this.ids.length = 0;
    this.before = await this.size();
    const due = Date.now() + Math.ceil(perCase * count * 1.2) + 45_000 + (count > 2_000 ? 75_000 : 20_000);
    await this.openMany(count, due - CONTACT_HOURS * HOUR_MS, isSpread);
    if (Date.now() > due - 20_000) throw new Error('the cases came in too slowly: their deadline is over already');
    return due;
  }

  async costOfIdleCases(cases: number): Promise<{ readonly workerKib: number; readonly recordBytes: number }> {
    const { workerMib, bytes } = await this.size();
    return {
      workerKib: ((workerMib - this.before.workerMib) * 1024) / cases,
      recordBytes: (bytes - this.before.bytes) / cases,
    };
  }

  /** Sends notes to cases that have no part in the storm, five a second, until a moment. */
  async commandsUntil(until: number | (() => boolean)): Promise<readonly Sent[]> {
    const caseId = await this.openCase(Date.now() - HOUR_MS);
    const goesOn = (): boolean => (typeof until === 'number' ? Date.now() < until : !until());
    const sent: Sent[] = [];
    while (goesOn()) {
      const at = Date.now();
      await this.send(caseId, 'addNote', { statement: { text: 'catatan' } });
      sent.push({ at, ms: Date.now() - at });
      await pause(Math.max(0, at + 200 - Date.now()));
    }
    return sent;
  }

  async drain(due: number, cases: number) {
    let drained = false;
    const watch = async () => {
      for (let last = { told: -1, at: Date.now() }; ;) {
        const found = await this.count(due);
        if (found.told > last.told) last = { told: found.told, at: Date.now() };
        if (found.told >= cases || Date.now() - last.at > PATIENCE_MS) {
          drained = true;
          return { ...found, drainedAt: found.lastAt };
        }
        await pause(1_000);
      }
    };
    const [found, commands] = await Promise.all([watch(), this.commandsUntil(() => drained)]);
    return { ...found, commands };
  }

  private async count(due: number) {
    const [row]: { told: number; doubled: number; escalated: number; last: Date | null }[] = await this.owner.query(
      `select count(*)::int as told, count(*) filter (where breaches > 1)::int as doubled,
         count(*) filter (where climbs > 0)::int as escalated, max(last) as last
       from (select case_id, count(*) filter (where type = $1 and body::jsonb -> 'data' ->> 'clockId' = 'contact#1') as breaches,
               count(*) filter (where type = 'titian.case.escalated.v1') as climbs, max(at) as last
             from case_event where at >= $2 and type in ($1, 'titian.case.escalated.v1') group by case_id) e
       where breaches > 0`,
      [BREACHED, new Date(due).toISOString()],
    );
    const { told = 0, doubled = 0, escalated = 0, last = null } = row ?? {};
    return { told, doubled, escalated, lastAt: last?.getTime() ?? Date.now() };
  }

  private async openMany(count: number, receivedMs: number, isSpread = false): Promise<void> {
    await crowd(count, AT_ONCE, async () => {
      const caseId = randomUUID();
      const spread = isSpread ? (spreadMs(caseId, LONGEST_SPREAD_MS * 100) * count) / FULL : 0;
      this.ids.push(await this.openCase(Math.floor(receivedMs + spread), true, caseId));
    });
    const settled = async (): Promise<boolean> => {
      const [row]: { n: number }[] = await this.owner.query(
        `select count(*)::int as n from case_file where stage = 'intake' or wakes_at < now()
           or state -> 'attempts' -> 'duplicateSearch' ->> 'status' = 'requested'`,
      );
      return row?.n === 0;
    };
    while (!(await settled())) await pause(250); // acknowledged, searched for twins, and what was overdue is told
  }

  /** Straight into the record, then its run: opening is not what is measured here. */
  private async openCase(receivedMs: number, urgent = true, caseId: string = randomUUID()): Promise<string> {
    const statement = { statementId: randomUUID(), digest: 'a'.repeat(64) };
    const { receipt } = await commit(this.worker, this.world, {
      caseType: 'complaint',
      caseId,
      knownRevision: 0,
      commandId: randomUUID(),
      now: new Date().toISOString(),
      command: {
        name: 'fileComplaint',
        actor: OFFICER,
        input: {
          areaCode: OFFICER.area,
          category: 'SAKIT',
          reporter: { relation: 'FAMILY' },
          consent: true,
          subject: statement,
          account: statement,
          ...(urgent ? { urgentSigns: ['CRITICAL_ILLNESS'] } : {}),
          country: 'MY',
          receivedAt: new Date(receivedMs).toISOString(),
        },
      },
    });
    if (receipt.refusal !== null) throw new Error(`no case was opened: ${receipt.refusal.code}`);
    await this.client.start<(input: CaseInput) => Promise<void>>(caseWorkflowName('complaint'), {
      workflowId: caseWorkflowId('complaint', caseId),
      taskQueue: CASE_TASK_QUEUE,
      workflowTaskTimeout: '3 seconds',
      args: [{ caseId }],
    });
    return caseId;
  }

  private async send(caseId: string, command: string, body: object): Promise<void> {
    const response = await fetch(`${this.stack.addresses.apiUrl}/v1/cases/${caseId}/commands/${command}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'x-titian-identity': OFFICER.id,
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${command} answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  }

  private async size(): Promise<{ readonly workerMib: number; readonly bytes: number }> {
    const pid = this.stack.pids()['case-worker'];
    if (pid === undefined) throw new Error('case-worker does not run');
    const [row]: { bytes: string }[] = await this.owner.query(`select pg_database_size(current_database()) as bytes`);
    return { workerMib: residentMiB({ worker: pid })['worker'] ?? 0, bytes: Number(row?.bytes ?? 0) };
  }
}
