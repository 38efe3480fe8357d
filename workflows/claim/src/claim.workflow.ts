import { attendAttempts, CaseRun } from '@titian/case-run';
import type { CaseInput } from '@titian/workflow-contracts';

/**
 * One claim, from the family's door to the money. A run is the only door of its case: it takes commands in order, keeps
 * time, starts the attempts that deal with the insurer, and never decides: the record does.
 *
 * Ends when the case is closed and no clock runs, at once when the case is unknown, and continues as new after enough
 * commands. Any later command starts the next run.
 */
export async function claimWorkflow({ caseId }: CaseInput): Promise<void> {
  const run = new CaseRun('claim', caseId);
  await run.begin();
  while (!run.isOver()) {
    attendAttempts(run);
    await run.waitForNews();
    if (run.isDue()) await run.tellTime();
    if (run.isLong()) await run.continueAsNew();
  }
  await run.end();
}
