import { Connection, WorkflowClient } from '@temporalio/client';

/** A client that may send commands to cases. */
export interface CaseClient {
  readonly workflows: WorkflowClient;
  close(): Promise<void>;
}

/** Connects when first used, so that a service starts also while Temporal is away. */
export function caseClient(address: string, namespace: string): CaseClient {
  const connection = Connection.lazy({ address });
  return { workflows: new WorkflowClient({ connection, namespace }), close: () => connection.close() };
}
