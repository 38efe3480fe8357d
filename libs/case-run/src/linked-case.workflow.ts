import * as wf from '@temporalio/workflow';
import type { AttemptInput, LinkedCaseActivities } from '@titian/workflow-contracts';
import { tellCase } from './report.ts';

const { openLinkedCase } = wf.proxyActivities<LinkedCaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

const SYSTEM = { id: 'system', role: 'system', office: 'titian', area: '' } as const;

/** Opens the case that another case asked for, as its peer, and tells the asking case its id or why it could not be. */
export async function linkedCaseAttempt(input: AttemptInput): Promise<void> {
  const result = await openLinkedCase(input);
  await tellCase(
    input,
    result.kind === 'opened'
      ? { name: 'linkedCaseOpened', actor: SYSTEM, input: { caseId: result.caseId, relation: result.relation } }
      : { name: 'linkedCaseRefused', actor: SYSTEM, input: { refusal: result.refusal } },
  );
}
