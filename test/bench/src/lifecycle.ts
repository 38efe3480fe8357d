import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Connection, WithStartWorkflowOperation, WorkflowClient } from '@temporalio/client';
import pg from 'pg';
import type { Actor, JsonObject } from '@titian/domain';
import type { LocalStack } from '@titian/local';
import { commit, dataSource, models, type RecordWorld } from '@titian/persistence';
import { benefitRules, currentCalendar, officeDirectory } from '@titian/rulebook';
import { CLAIM } from './open-claim.ts';
import { bundleWithOrdinaryCommit } from './ordinary-bundle.ts';
import { step, STEPS } from './peer.workflow.ts';
import { crowd, median, percentile, resultOf, type Result } from './stats.ts';

const ROUNDS = 5;
const AT_ONCE = 12;

const PAPER = { documentId: randomUUID(), sha256: 'b'.repeat(64) };
const VILLAGE: Actor = {
  id: 'kades-tambakrejo',
  role: 'village_officer',
  office: 'desa:35.05.08.2003',
  area: '35.05.08.2003',
};
/** The four commands of a measured claim, as the record takes them. */
const COMMANDS: readonly (readonly [string, JsonObject])[] = [
  ['reportAccident', { ...CLAIM, subject: { statementId: randomUUID(), digest: 'a'.repeat(64) } }],
  ['recordAccidentOutcome', { outcome: 'RECOVERED', day: '2026-01-07' }],
  ['attach', { requirement: 'form', document: 'FORMULIR_KLAIM', ...PAPER }],
  ['attach', { requirement: 'passport', document: 'PASPOR', ...PAPER }],
];

/** Lifecycles a second and milliseconds of each, by variant and round. */
export type Samples = Record<string, { rate: number[]; ms: number[] }>;

/**
 * A claim of four commands through HTTP to the stored event, beside bare Temporal: the same four updates with one ordinary
 * activity each that inserts one row, and without any. Rounds of the three alternate within one run.
 */
export async function benchLifecycle(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Samples }> {
  const db = new pg.Client({ connectionString: stack.addresses.databaseUrl });
  db.on('error', () => undefined); // a stack that ends takes its connections along; the first fault is told
  await db.connect();
  await db.query('create table if not exists bench_peer (id text, n int, primary key (id, n))');
  const peer = fork(fileURLToPath(new URL('./peer-worker.js', import.meta.url)), [
    stack.addresses.temporalAddress,
    stack.addresses.databaseUrl,
  ]);
  await once(peer, 'message');
  const connection = await Connection.connect({ address: stack.addresses.temporalAddress });
  const client = new WorkflowClient({ connection, namespace: 'titian' });
  const variants: Record<string, (n: number) => Promise<void>> = {
    titian: () => claimOf(stack.addresses.apiUrl),
    ordinary: () => peerOf(client, 'peer'),
    bare: () => peerOf(client, 'peerWithoutActivity'),
  };
  const samples: Samples = {};
  const times = quick ? 24 : 120;
  const alternate = async (chosen: Record<string, (n: number) => Promise<void>>): Promise<void> => {
    for (const work of Object.values(chosen)) await crowd(24, AT_ONCE, work); // warm up
    for (let round = 0; round < (quick ? 2 : ROUNDS); round += 1) {
      for (const [name, work] of Object.entries(chosen)) {
        const { seconds, each } = await crowd(times, AT_ONCE, work);
        const kept = (samples[name] ??= { rate: [], ms: [] });
        kept.rate.push(times / seconds);
        kept.ms.push(...each.map((ms) => ms / STEPS));
      }
    }
  };
  await alternate(variants);
  const http = await crowd(quick ? 200 : 2_000, AT_ONCE, async () => {
    await (await fetch(`${stack.addresses.apiUrl}/healthz`)).arrayBuffer();
  });
  const transaction = await commitsOf(stack, quick ? 24 : 120);
  // The same claims once more, with `commit` as an ordinary activity, beside the same peer.
  await stack.restart('case-worker', { WORKFLOW_BUNDLE: await bundleWithOrdinaryCommit() });
  await alternate({
    titian_ordinary_commit: () => claimOf(stack.addresses.apiUrl),
    ordinary_again: () => peerOf(client, 'peer'),
  });
  await stack.restart('case-worker', {});
  peer.disconnect();
  await Promise.all([connection.close(), db.end()]);
  const ratio = (other: string): number[] =>
    (samples['titian']?.rate ?? []).map((rate, round) => rate / (samples[other]?.rate[round] ?? Infinity));
  const results = [
    resultOf('lifecycle.ratio_ordinary', ratio('ordinary'), 'ratio', { text: '≥ 0.8', isMet: (value) => value >= 0.8 }),
    resultOf('lifecycle.ratio_no_activity', ratio('bare'), 'ratio'),
    resultOf(
      'lifecycle.ratio_ordinary_commit',
      (samples['titian_ordinary_commit']?.rate ?? []).map(
        (rate, round) => rate / (samples['ordinary_again']?.rate[round] ?? Infinity),
      ),
      'ratio',
    ),
    resultOf('lifecycle.cost_http_p50_ms', [median(http.each)], 'ms'),
    {
      ...resultOf('lifecycle.cost_commit_p50_ms', [median(transaction)], 'ms'),
      spread: [percentile(transaction, 0.05), percentile(transaction, 0.99)] as const,
    },
    ...Object.entries(samples).flatMap(([name, { rate, ms }]) => [
      resultOf(`lifecycle.${name}_per_s`, rate, '1/s'),
      {
        ...resultOf(`lifecycle.${name}_command_p50_ms`, [median(ms)], 'ms'),
        spread: [percentile(ms, 0.05), percentile(ms, 0.99)] as const,
      },
    ]),
  ];
  return { results, samples };
}

/** The record alone: the same four commands, `commit` after `commit`, as many claims at once. @returns milliseconds of each */
async function commitsOf(stack: LocalStack, claims: number): Promise<readonly number[]> {
  const db = await dataSource(stack.addresses.roleUrls.case_worker, AT_ONCE, 'bench').initialize();
  const world: RecordWorld = {
    models,
    calendar: currentCalendar,
    offices: officeDirectory(),
    benefits: benefitRules(),
  };
  const each: number[] = [];
  try {
    await crowd(claims, AT_ONCE, async () => {
      const caseId = randomUUID();
      let knownRevision = 0;
      for (const [name, input] of COMMANDS) {
        const command = { name, input, actor: VILLAGE };
        const now = new Date().toISOString();
        const began = performance.now();
        const { receipt } = await commit(db, world, {
          caseType: 'claim',
          caseId,
          knownRevision,
          commandId: randomUUID(),
          command,
          now,
        });
        each.push(performance.now() - began);
        if (receipt.status === 'refused') throw new Error(`${name}: ${receipt.refusal?.code ?? ''}`);
        knownRevision = receipt.revision;
      }
    });
  } finally {
    await db.destroy();
  }
  return each;
}

async function peerOf(client: WorkflowClient, workflow: string): Promise<void> {
  const workflowId = `bench/${randomUUID()}`;
  for (let n = 0; n < STEPS; n += 1) {
    await client.executeUpdateWithStart(step, {
      args: [n],
      startWorkflowOperation: new WithStartWorkflowOperation(workflow, {
        workflowId,
        workflowIdConflictPolicy: 'USE_EXISTING',
        taskQueue: 'bench-peer',
        args: [{ id: workflowId }],
      }),
    });
  }
}

async function claimOf(apiUrl: string): Promise<void> {
  const post = async (path: string, body: object, who = VILLAGE.id): Promise<{ caseId: string }> => {
    const response = await fetch(`${apiUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'x-titian-identity': who },
      body: JSON.stringify(body),
    });
    if (!response.ok || response.status === 202) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as { caseId: string };
  };
  const [, ...later] = COMMANDS;
  const { caseId } = await post('/v1/claims', { ...CLAIM, worker: { name: 'Contoh' } });
  for (const [name, input] of later) await post(`/v1/claims/${caseId}/commands/${name}`, input);
}
