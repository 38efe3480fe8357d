import { Connection, WorkflowClient } from '@temporalio/client';

/** A client that may send commands to cases. */
export interface CaseClient {
  readonly workflows: WorkflowClient;
  /** True if Temporal answers within a second. */
  reachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** Connects when first used, so that a service starts also while Temporal is away. */
export function caseClient(address: string, namespace: string): CaseClient {
  const connection = Connection.lazy({ address });
  return {
    workflows: new WorkflowClient({ connection, namespace }),
    reachable: () =>
      connection
        .withDeadline(Date.now() + 1_000, () => connection.workflowService.getSystemInfo({}))
        .then(
          () => true,
          () => false,
        ),
    close: () => connection.close(),
  };
}
