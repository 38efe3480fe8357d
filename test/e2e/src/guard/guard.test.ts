import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStack, type LocalStack } from '@titian/local';
import { caseWorkflowId } from '@titian/workflow-contracts';
import { CrashWorld } from '../crash/crash-world.ts';
import { titianOf } from '../titian.ts';

/** Runs are taken away and rows are broken under a running system; the watch finds it and mends it. */
describe('the watch over open cases', () => {
  let stack: LocalStack;
  let titian: ReturnType<typeof titianOf>;
  let world: CrashWorld;

  beforeAll(async () => {
    stack = await startStack({
      profile: `test-${String(process.pid)}-guard`,
      ports: 'free',
      parts: ['postgres', 'temporal', 'case-worker', 'case-api'],
    });
    await stack.restart('case-worker', { GUARDIAN_EVERY_SECONDS: '3600' }); // the test looks itself
    titian = titianOf(stack);
    world = new CrashWorld(stack);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const terminate = (caseId: string) =>
    world.client.workflows.getHandle(caseWorkflowId('claim', caseId)).terminate('lost, for a test');
  test('finds a run that is gone and a row that is broken, and mends both; then there is nothing to find', async () => {
    const [lost, broken, sound] = [await world.open(), await world.open(), await world.open()];
    const before = await world.stateInRecord(broken);
    await terminate(lost);
    await world.db.query(`update case_file set due_at = null where case_id = $1`, [broken]);
    await world.db.query(`update custody set until = now() where case_id = $1`, [broken]);
    const found = await titian('guard');
    expect(found).toMatchObject({ code: 1, answer: { checked: 3 } });
    const { findings } = found.answer as { findings: { caseId: string; fault: string }[] };
    expect(findings.map(({ caseId, fault }) => `${caseId} ${fault}`).sort()).toEqual(
      [`${lost} no-run`, `${broken} custody-periods`, `${broken} no-custody`, `${broken} read-tables`].sort(),
    );
    expect(await titian('guard', '--repair')).toMatchObject({ code: 0 });
    expect(await titian('guard')).toEqual({ code: 0, answer: { checked: 3, findings: [] } });
    expect(await world.runStatus(lost)).toBe('RUNNING');
    expect(await world.stateInRecord(broken)).toEqual(before);
    expect(await world.untilAgreed(sound)).toMatchObject({ status: 'open' });
  }, 120_000);

  test('gives every open case a run again after Temporal has lost them all', async () => {
    const cases = [await world.open(), await world.open()];
    for (const caseId of cases) await terminate(caseId);
    expect(await titian('rehydrate')).toMatchObject({ code: 0 });
    for (const caseId of cases) expect(await world.runStatus(caseId)).toBe('RUNNING');
    expect(await titian('guard')).toMatchObject({ code: 0, answer: { findings: [] } });
  }, 120_000);

  test('brings running cases under a new calendar, and a second run finds nothing to do', async () => {
    const applied = await titian('calendar', 'apply');
    expect(applied).toMatchObject({ code: 0, answer: { finished: true, failed: 0, moved: 0 } });
  }, 60_000);
});
