import { ApplicationFailure } from '@temporalio/common';
import { v5 as uuidv5 } from 'uuid';
import type { DataSource } from 'typeorm';
import { wantedCaseOf } from '@titian/domain';
import { load, type RecordWorld } from '@titian/persistence';
import { sendCommand, type CaseClient } from '@titian/temporal';
import { attemptWorkflowId, type LinkedCaseActivities } from '@titian/workflow-contracts';

/** Namespace of the ids of linked cases: the same attempt always opens the same case. */
const LINKED_CASE_NAMESPACE = '5d0e6a0c-3f3b-5a55-9f7b-0a0c1f1e7d52';

/** Opens what a case has recorded as wanted, through the same door as everyone. */
export function linkedCaseActivities(db: DataSource, world: RecordWorld, client: CaseClient): LinkedCaseActivities {
  return {
    openLinkedCase: async ({ caseId: asking, attempt, number }) => {
      const { state } = await load(db, world, asking);
      if (state === null) throw ApplicationFailure.nonRetryable(`case ${asking} is not stored`);
      const { type, command, relation, input } = wantedCaseOf(state);
      const attemptId = attemptWorkflowId(asking, attempt, number);
      const caseId = uuidv5(attemptId, LINKED_CASE_NAMESPACE);
      const result = await sendCommand(client, {
        caseType: type,
        caseId,
        commandId: `${attemptId}/open`,
        command: {
          name: command,
          actor: { id: 'system', role: 'system', office: 'titian', area: '' },
          input: { ...input, origin: { caseId: asking, relation: state.type } },
        },
      });
      switch (result.kind) {
        case 'answered':
          return result.receipt.status === 'done'
            ? { kind: 'opened', caseId, relation }
            : { kind: 'refused', refusal: result.receipt.refusal?.code ?? 'command/guard' };
        case 'malformed':
          return { kind: 'refused', refusal: result.code };
        case 'pending':
          throw new Error('the new case did not answer in time'); // Temporal tries again with the same ids
      }
    },
  };
}
