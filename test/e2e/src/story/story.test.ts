import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { seedOffices, startStack, type LocalStack } from '@titian/local';
import { watchEvents, type EventWatch } from './event-watch.ts';
import { playStory } from './play.ts';
import { readStory, STORIES, storyFile } from './story.ts';

/** Names, numbers and words that the stories speak and no event may carry. */
const PEOPLE = /nama contoh|Sulastri|Wagiman|Slamet|35050845079|000\d012345|62812000000|Taoyuan|perantara|perancah/;

/** The whole system: real PostgreSQL, Temporal and Kafka, every service a process of its own. */
describe('the stories of South Blitar', () => {
  let stack: LocalStack;
  let watch: EventWatch;

  beforeAll(async () => {
    stack = await startStack({ profile: `test-${String(process.pid)}-story`, ports: 'free' });
    watch = await watchEvents(stack.addresses.kafkaBrokers);
    // As `npm start` does on its first run: the offices have people, and work goes to them.
    await seedOffices(stack.addresses.databaseUrl, new AbortController().signal);
  }, 120_000);
  afterAll(async () => {
    await watch.stop();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const post = (path: string, headers: Record<string, string>, body: string): Promise<Response> =>
    fetch(`${stack.addresses.apiUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  /** The API answers before it has read the body and hangs up: a client may lose the answer, and then asks again. */
  async function postHuge(): Promise<Response> {
    const body = JSON.stringify({ a: 'x'.repeat(10_000_000) });
    for (let tries = 1; ; tries += 1) {
      try {
        return await post('/v1/claims', { 'x-titian-identity': 'kades-tambakrejo' }, body);
      } catch (error) {
        if (tries === 20) throw error;
      }
    }
  }
  const opening = (change: object = {}): object => ({
    claimType: 'JKK_RAWAT_LN',
    areaCode: '35.05.08.2003',
    riskDay: '2026-01-05',
    riskCountry: 'TW',
    reporter: { relation: 'FAMILY' },
    lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000' }],
    worker: { name: 'Contoh' },
    ...change,
  });
  const open = (body: object, key = randomUUID(), who = 'kades-tambakrejo'): Promise<Response> =>
    post('/v1/claims', { 'idempotency-key': key, 'x-titian-identity': who }, JSON.stringify(body));

  test.each(STORIES)(
    '%s is played to its end, and an outside consumer reads every step in order',
    async (name) => {
      const story = await readStory(storyFile(name));
      const lines: string[] = [];
      const caseId = await playStory(story, {
        apiUrl: stack.addresses.apiUrl,
        simulatorUrl: stack.addresses.simulatorUrl,
        watch,
        print: (line) => lines.push(line),
      });
      const versions = watch.of(caseId).map(({ event }) => event.caseversion);
      expect(versions).toEqual(versions.map((_version, index) => index + 1));
      expect(lines.length).toBe(story.steps.length + 1);
      expect(JSON.stringify(watch.of(caseId))).not.toMatch(PEOPLE);
    },
    120_000,
  );

  test('afterwards a report of them can be read, and no small count is in it', async () => {
    const read = async (query: string): Promise<{ complete: boolean; lines: { values: { opened?: number } }[] }> => {
      const headers = { 'x-titian-identity': 'kp2mi-1' };
      const response = await fetch(`${stack.addresses.reportingUrl}/v1/reports/flow?${query}`, { headers });
      return (await response.json()) as Awaited<ReturnType<typeof read>>;
    };
    const whole = 'level=country&kind=all&month=all';
    let answer = await read(whole);
    for (const deadline = Date.now() + 45_000; Date.now() < deadline;) {
      if (answer.complete && (answer.lines[0]?.values.opened ?? 0) >= STORIES.length) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
      answer = await read(whole);
    }
    expect(answer.lines[0]?.values.opened).toBeGreaterThanOrEqual(STORIES.length);
    const { lines } = await read('level=office&kind=subject');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter(({ values: { opened } }) => opened !== undefined && opened > 0 && opened < 5)).toEqual([]);
  }, 60_000);

  test('a repeated intake answers as the first, and another body under the same key is refused', async () => {
    const key = randomUUID();
    const first = (await (await open(opening(), key)).json()) as { caseId: string };
    const again = await open(opening(), key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await again.json()).toMatchObject({ caseId: first.caseId });
    expect((await open(opening({ riskDay: '2026-01-06' }), key)).status).toBe(409);
  }, 30_000);

  test('a command survives kill -9 of the worker, and its key gives the first answer on the next', async () => {
    const opened = (await (await open(opening())).json()) as { caseId: string };
    const key = randomUUID();
    const send = (): Promise<Response> =>
      post(
        `/v1/cases/${opened.caseId}/commands/recordAccidentOutcome`,
        { 'idempotency-key': key, 'x-titian-identity': 'kades-tambakrejo' },
        JSON.stringify({ outcome: 'RECOVERED', day: '2026-01-07' }),
      );
    const sending = send();
    await stack.kill('case-worker');
    await stack.start('case-worker');
    await sending;
    let answer = await send();
    for (const deadline = Date.now() + 30_000; answer.status !== 200 && Date.now() < deadline;) answer = await send();
    expect(await answer.json()).toMatchObject({ caseId: opened.caseId, status: 'done' });
  }, 90_000);

  test.each([
    [
      'a village that does not exist',
      () => open(opening({ areaCode: '35.05.08.9999' }), randomUUID(), 'disnaker-blitar-1'),
      422,
      '/areaCode',
    ],
    ['another village’s family', () => open(opening({ areaCode: '35.05.13.2001' })), 403, '/areaCode'],
    ['an event in the future', () => open(opening({ riskDay: '2999-01-01' })), 422, '/riskDay'],
    ['an impossible NIK', () => open(opening({ worker: { name: 'X', nik: '3505089907900001' } })), 400, '/worker/nik'],
    [
      'no idempotency key',
      () => post('/v1/claims', { 'x-titian-identity': 'kades-tambakrejo' }, '{}'),
      400,
      '/headers/idempotency-key',
    ],
    ['nobody', () => post('/v1/claims', {}, '{}'), 401, '/headers/x-titian-identity'],
    ['broken JSON', () => post('/v1/claims', { 'x-titian-identity': 'kades-tambakrejo' }, '{"a":'), 400, ''],
    ['a body of 10 MB', () => postHuge(), 413, ''],
  ] as const)('refuses %s with field, rule and remedy', async (_what, attempt, status, field) => {
    const response = await attempt();
    const problem = (await response.json()) as object;
    expect(response.status).toBe(status);
    expect(problem).toMatchObject({
      status,
      field,
      rule: { en: expect.any(String) },
      remedy: { id: expect.any(String) },
    });
  });
});
