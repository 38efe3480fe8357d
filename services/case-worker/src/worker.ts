import { fileURLToPath } from 'node:url';
import { NativeConnection, Runtime, Worker, type WorkerStatus } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import type { Calendar } from '@titian/domain';
import { benefitRules, currentCalendar, officeDirectory } from '@titian/rulebook';
import { dataSource, models, publishDefinitions, publishFirstCalendar, type RecordWorld } from '@titian/persistence';
import { caseClient, startAttempt, type CaseClient } from '@titian/temporal';
import { CASE_TASK_QUEUE, type AttemptInput } from '@titian/workflow-contracts';
import { duplicateActivities } from './duplicate.activities.ts';
import { linkedCaseActivities } from './linked-case.activities.ts';
import { recordActivities } from './record.activities.ts';
import { reportActivities } from './report.activities.ts';
import type { WorkerEnv } from './worker.config.ts';

/** A running case worker; `stop` lets running work finish. */
export interface CaseWorker {
  readonly status: () => WorkerStatus['runState'];
  readonly db: DataSource;
  readonly client: CaseClient;
  readonly release: Calendar;
  /** Settles when the worker has stopped; rejects if it failed. */
  readonly finished: Promise<void>;
  stop(): Promise<void>;
}

/** Connects to the record and to Temporal and starts to poll. @throws if one of the two is away */
export async function startWorker(env: WorkerEnv): Promise<CaseWorker> {
  Runtime.install({ shutdownSignals: [] }); // main owns the signals; two owners stop the worker twice
  const db = await dataSource(env.DATABASE_URL, env.DATABASE_POOL, 'case-worker').initialize();
  const world: RecordWorld = {
    models,
    calendar: currentCalendar,
    offices: officeDirectory(),
    benefits: benefitRules(),
  };
  await publishDefinitions(db, models);
  await publishFirstCalendar(db, world.calendar);
  const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS });
  const client = caseClient(env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE);
  const worker = await Worker.create({
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    taskQueue: CASE_TASK_QUEUE,
    workflowBundle: {
      codePath: env.WORKFLOW_BUNDLE ?? fileURLToPath(new URL('./workflow-bundle.js', import.meta.url)),
    },
    maxCachedWorkflows: env.MAX_CACHED_WORKFLOWS,
    stickyQueueScheduleToStartTimeout: '3 seconds', // a killed worker's cases wait no longer for it than for a task of it
    shutdownGraceTime: env.SHUTDOWN_GRACE_SECONDS * 1000,
    activities: {
      ...withPatience(recordActivities(db, world), env.COMMIT_PATIENCE_MS),
      startAttempt: (input: AttemptInput) => startAttempt(client.workflows, input),
      ...reportActivities(client),
      ...linkedCaseActivities(db, world, client),
      ...duplicateActivities(db, world),
    },
  });
  const finished = worker.run();
  return {
    status: () => worker.getState(),
    db,
    client,
    release: world.calendar,
    finished,
    stop: () => stop(worker, finished, connection, client, db),
  };
}

/** A seam for crash tests: a pause between the commit and Temporal learning of it. Zero in every other place. */
function withPatience(
  record: ReturnType<typeof recordActivities>,
  patienceMs: number,
): ReturnType<typeof recordActivities> {
  if (patienceMs === 0) return record;
  return {
    load: (input) => record.load(input),
    commit: async (request) => {
      const result = await record.commit(request);
      await new Promise((resolve) => setTimeout(resolve, patienceMs));
      return result;
    },
  };
}

async function stop(
  worker: Worker,
  finished: Promise<void>,
  connection: NativeConnection,
  client: CaseClient,
  db: DataSource,
): Promise<void> {
  if (worker.getState() === 'RUNNING') worker.shutdown();
  await finished;
  await Promise.all([connection.close(), client.close(), db.destroy()]);
}
