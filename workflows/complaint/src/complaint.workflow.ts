import { attendAttempts, CaseRun } from '@titian/case-run';
import type { CaseInput } from '@titian/workflow-contracts';

/**
 * One complaint, from the family's words to a settlement. A run is the only door of its case: it takes commands in order,
 * acknowledges what came in, keeps the legal clock and the hands that hold it honest, opens a claim beside it when one is
 * asked for, and never decides: the record does.
 *
 * Ends when the case is closed and no clock runs, at once when the case is unknown, and continues as new after enough
 * commands. Any later command starts the next run.
 */
export async function complaintWorkflow({ caseId }: CaseInput): Promise<void> {
  const run = new CaseRun('complaint', caseId);
  await run.begin();
  while (!run.isOver()) {
    if (run.state?.stage === 'intake' && run.startsOnce('acknowledge')) await run.act('acknowledge');
    attendAttempts(run);
    await run.waitForNews();
    if (run.isDue()) await run.tellTime();
    if (run.isLong()) await run.continueAsNew();
  }
  await run.end();
}
