import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LONGEST_SPREAD_MS, spreadMs } from '@titian/domain/fold';
import { residentMiB, type LocalStack } from '@titian/local';
import { caseWorkflowId } from '@titian/workflow-contracts';
import { cpuResults, cpuSeconds } from './cpu.ts';
import { OFFICER, openComplaint, openDesk, openSettled, type Desk } from './open-complaint.ts';
import { percentile, resultOf, type Result } from './stats.ts';

const HOUR_MS = 3_600_000;
/** The clock `contact` of an urgent complaint. */
const CONTACT_HOURS = 4;
/** Cases of a whole storm; fewer are spread over as much less time, so that as many fall due in a second. */
const FULL = 20_000;
/** Nothing told for so long: what is left is lost. */
const PATIENCE_MS = 120_000;
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
        resultOf('storm.history_events_moving_later', [costs.later - costs.plain], 'events', {
          text: '0 more',
          isMet: (n) => n === 0,
        }),
        resultOf('storm.history_events_arming_earlier', [costs.earlier - costs.plain], 'events'),
        ...cpuResults('storm', idleCpu, cpu),
      ],
    };
  } finally {
    await storm.close();
  }
}

class Storm {
  private before = { workerMib: 0, bytes: 0 };

  private constructor(
    private readonly stack: LocalStack,
    private readonly desk: Desk,
  ) {}

  static async open(stack: LocalStack): Promise<Storm> {
    return new Storm(stack, await openDesk(stack));
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  /** History events of a command that changes no deadline, of one that moves it later, and of one that arms an earlier one. */
  async costOfArming(): Promise<{ readonly plain: number; readonly later: number; readonly earlier: number }> {
    const caseId = randomUUID();
    await openSettled(this.desk, [caseId], () => this.openCase(Date.now() - HOUR_MS, false, caseId));
    const handle = this.desk.client.getHandle(caseWorkflowId('complaint', caseId));
    const lengthAfter = async (command: string, body: object): Promise<number> => {
      await this.send(caseId, command, body);
      await pause(500); // the timer of the armed deadline enters with the same task; give a later one time to show
      return (await handle.describe()).historyLength;
    };
    const note = { statement: { text: 'catatan' } };
    const before = await lengthAfter('addNote', note);
    const noted = await lengthAfter('addNote', note);
    const urgent = await lengthAfter('markUrgent', { urgentSigns: ['DANGER'] });
    const reached = await lengthAfter('contact', { channel: 'PHONE' });
    return { plain: noted - before, earlier: urgent - noted, later: reached - urgent };
  }

  /** Opens so many urgent complaints whose first contact is due at the same moment. @returns that moment, or the first of those over which they are spread */
  async gather(count: number, isSpread: boolean): Promise<number> {
    const pilot = Math.min(200, count);
    const began = Date.now();
    await this.openMany(pilot, Date.now() - HOUR_MS);
    const perCase = (Date.now() - began) / pilot;
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
    const caseId = randomUUID();
    await this.openCase(Date.now() - HOUR_MS, true, caseId);
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
    const [row]: { told: number; doubled: number; escalated: number; last: Date | null }[] =
      await this.desk.owner.query(
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
    const ids = Array.from({ length: count }, () => randomUUID());
    await openSettled(this.desk, ids, async (caseId) => {
      const spread = isSpread ? (spreadMs(caseId, LONGEST_SPREAD_MS * 100) * count) / FULL : 0;
      await this.openCase(Math.floor(receivedMs + spread), true, caseId);
    });
  }

  private openCase(receivedMs: number, urgent: boolean, caseId: string): Promise<void> {
    return openComplaint(this.desk, caseId, {
      ...(urgent ? { urgentSigns: ['CRITICAL_ILLNESS'] } : {}),
      receivedAt: new Date(receivedMs).toISOString(),
    });
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
    const [row]: { bytes: string }[] = await this.desk.owner.query(
      `select pg_database_size(current_database()) as bytes`,
    );
    return { workerMib: residentMiB({ worker: pid })['worker'] ?? 0, bytes: Number(row?.bytes ?? 0) };
  }
}
