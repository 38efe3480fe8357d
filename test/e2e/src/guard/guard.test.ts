import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStack, type LocalStack } from '@titian/local';
import { caseWorkflowId } from '@titian/workflow-contracts';
import { CrashWorld, VILLAGE } from '../crash/crash-world.ts';

const TITIAN = fileURLToPath(new URL('../../../../infra/cli/bin/titian.mjs', import.meta.url));

/** Runs are taken away and rows are broken under a running system; the watch finds it and mends it. */
describe('the watch over open cases', () => {
  let stack: LocalStack;
  let world: CrashWorld;

  beforeAll(async () => {
    stack = await startStack({
      profile: `test-${String(process.pid)}-guard`,
      ports: 'free',
      parts: ['postgres', 'temporal', 'case-worker', 'case-api'],
    });
    await stack.restart('case-worker', { GUARDIAN_EVERY_SECONDS: '3600' }); // the test looks itself
    world = new CrashWorld(stack);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const titian = (...args: string[]): Promise<{ code: number; answer: unknown }> =>
    new Promise((resolve) => {
      const { databaseUrl, temporalAddress } = stack.addresses;
      const env = { ...process.env, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress };
      execFile(process.execPath, [TITIAN, ...args, '--json'], { env }, (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, answer: stdout.trim() === '' ? stderr : JSON.parse(stdout.trim().split('\n').at(-1) ?? '') });
      });
    });
  const terminate = (caseId: string) =>
    world.client.workflows.getHandle(caseWorkflowId('claim', caseId)).terminate('lost, for a test');
  const get = async (path: string): Promise<Record<string, never>> => {
    const response = await fetch(`${stack.addresses.apiUrl}${path}`, { headers: { 'x-titian-identity': VILLAGE } });
    return (await response.json()) as Record<string, never>;
  };

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
      [`${lost} no-run`, `${broken} no-custody`, `${broken} read-tables`].sort(),
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

  test('shows the clocks of any past moment, and what time alone will do', async () => {
    const caseId = await world.open();
    const now = await get(`/v1/cases/${caseId}/clocks`);
    const clocks = now['clocks'] as { name: string; state: string; calendarVersion: string }[];
    expect(clocks.map(({ name, state }) => `${name} ${state}`).sort()).toEqual(['expiry running', 'followUp running']);
    expect(await get(`/v1/cases/${caseId}/clocks?at=2020-01-01T00:00:00.000Z`)).toMatchObject({
      revision: 0,
      clocks: [],
    });
    expect(await get(`/v1/cases/${caseId}/clocks?at=yesterday`)).toMatchObject({ status: 400 });
    const { status, body } = await world.post('/v1/forecasts/deadlines', { of: { caseId }, days: 90 });
    expect(status).toBe(200);
    const forecast = body as unknown as { lines: { what: string; clockId: string }[]; change: null };
    expect(forecast.lines.slice(0, 2)).toMatchObject([
      { what: 'warning', clockId: 'followUp#1' },
      { what: 'breach', clockId: 'followUp#1' },
    ]);
    const changed = await world.post('/v1/forecasts/deadlines', {
      of: { caseId },
      days: 90,
      targets: { followUp: 10 },
    });
    const { change } = changed.body as unknown as { change: { gone: object[]; come: object[] } };
    expect(change.gone.length).toBeGreaterThan(0);
    expect(change.come.length).toBeGreaterThan(change.gone.length);
    expect(await titian('simulate', 'deadlines', '--case', caseId, '--days', '90')).toMatchObject({
      code: 0,
      answer: { lines: forecast.lines.map(({ what, clockId }) => ({ what, clockId })) },
    });
  }, 60_000);

  test('brings running cases under a new calendar, and a second run finds nothing to do', async () => {
    const applied = await titian('calendar', 'apply');
    expect(applied).toMatchObject({ code: 0, answer: { finished: true, failed: 0, moved: 0 } });
  }, 60_000);
});
