import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type ReplayHistoriesIterable,
  type WorkflowBundle,
} from '@temporalio/worker';

/** A Temporal server whose time jumps to the next timer; `TEMPORAL_TEST_SERVER` names its program (`npm test` sets it). */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = process.env['TEMPORAL_TEST_SERVER'];
  if (path === undefined) throw new Error('TEMPORAL_TEST_SERVER is not set: run these tests with npm test');
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
}

/** The workflows of a module, bundled from source as a worker gets them. */
export function bundleOf(workflows: URL): Promise<WorkflowBundle> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(workflows),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['@titian/source', '...'] },
    }),
  });
}

/** Replays recorded histories on a bundle. @returns the name of each that this build cannot continue, with the reason */
export async function replayAll(
  workflowBundle: WorkflowBundle,
  histories: ReplayHistoriesIterable,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    if (error !== undefined) failed.push(`${workflowId}: ${error.message}`);
  }
  return failed;
}
