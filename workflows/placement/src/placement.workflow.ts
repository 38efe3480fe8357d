import { attendAttempts, CaseRun } from '@titian/case-run';
import type { CaseInput } from '@titian/workflow-contracts';

/**
 * One placement, from the register of the village to the end of the cover after the return. A run is the only door of its
 * case: it takes commands in order, watches the departure, the contract and the cover that is paid for, asks for the next
 * premium before the cover lapses, opens a claim beside it when one is asked for, and never decides: the record does.
 *
 * Ends when the case is closed and no clock runs, at once when the case is unknown, and continues as new after enough
 * commands. Any later command starts the next run.
 */
export async function placementWorkflow({ caseId }: CaseInput): Promise<void> {
  const run = new CaseRun('placement', caseId);
  await run.begin();
  while (!run.isOver()) {
    attendAttempts(run);
    await run.waitForNews();
    if (run.isDue()) await run.tellTime();
    if (run.isLong()) await run.continueAsNew();
  }
  await run.end();
}
