import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { claimDefinition, complaintDefinition, placementDefinition } from '@titian/domain';
import { CASE_TOPICS, DEAD_LETTER_TOPICS } from '@titian/events';
import { createKafka, ensureTopics } from '@titian/kafka';
import { startStack, type LocalStack } from '@titian/local';
import { canariesOf, REFUSED, TOLD_IN_FULL, type Canary } from '../canary/canaries.ts';
import { findLeaks } from '../canary/leaks.ts';
import { DeskClient, type CaseView } from '../story/desk-client.ts';
import { watchEvents, type EventWatch } from '../story/event-watch.ts';
import { playStory } from '../story/play.ts';
import { readStory, STORIES, storyFile } from '../story/story.ts';
import { COUNTER } from './insurer-walks.ts';
import { KADES } from './walk-words.ts';
import { NOT_IN_REAL_TIME, WALKS, type Step, type Walk } from './walks.ts';

const READER = 'bp3mi-jatim-1';
const SERVICES = ['case-api', 'case-worker', 'bpjs-gateway', 'event-relay', 'reporting'];

/** Every command of both lifecycles through HTTP on the real stack, and each of its events on Kafka. */
describe('every command of the lifecycles', () => {
  let stack: LocalStack;
  let watch: EventWatch;
  let desk: DeskClient;

  beforeAll(async () => {
    stack = await startStack({
      profile: `test-${String(process.pid)}-walk`,
      ports: 'free',
      env: { 'bpjs-gateway': { BPJS_CHANNELS: `*=http,${COUNTER}=manual`, BPJS_BREAKER_REST_MS: '200' } },
    });
    watch = await watchEvents(stack.addresses.kafkaBrokers);
    desk = new DeskClient(stack.addresses.apiUrl);
  }, 120_000);
  afterAll(async () => {
    await watch.stop();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  async function waitUntil(isThere: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> {
    for (const deadline = Date.now() + 30_000; !(await isThere());) {
      if (Date.now() > deadline) throw new Error(otherwise());
      await pause(50);
    }
  }
  const ask = (url: string, method: string, body?: object): Promise<Response> =>
    fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${stack.addresses.operatorToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  async function tell(url: string, method: string, body: object): Promise<void> {
    const answer = await ask(url, method, body);
    if (!answer.ok) throw new Error(await answer.text());
  }
  /** As an operator would; false while the insurer is away. */
  const reconciled = async (): Promise<boolean> =>
    (await ask(`${stack.addresses.gatewayUrl}/v1/bpjs/reconcile?days=2`, 'POST')).ok;
  async function until(caseId: string, what: string, isThere: (view: CaseView) => boolean): Promise<void> {
    let view: CaseView | undefined;
    await waitUntil(
      async () => isThere((view = await desk.view(READER, caseId))),
      () => `the case stayed in ${view?.stage.name ?? '?'}/${view?.status ?? '?'}, not ${what}`,
    );
  }
  async function take(caseId: string, step: Step): Promise<void> {
    if ('until' in step) {
      const { until: stage, status = 'open' } = step;
      await until(caseId, stage, (view) => view.stage.name === stage && view.status === status);
    } else if ('flag' in step) {
      await until(caseId, step.flag, ({ flags }) => step.flag === '' || flags.some(({ flag }) => flag === step.flag));
    } else if ('event' in step) {
      const isTold = (): boolean => watch.of(caseId).some(({ event }) => event.type.endsWith(`.${step.event}.v1`));
      await waitUntil(isTold, () => `the case did not tell ${step.event}`);
    } else if ('insurer' in step) {
      await tell(`${stack.addresses.simulatorUrl}/admin/faults`, 'PUT', step.insurer);
    } else if ('reconcile' in step) {
      await waitUntil(reconciled, () => 'the insurer stayed away');
    } else {
      const [who, command, input = {}] = step;
      await desk.command(who.replace('{caseId}', caseId), caseId, command, input);
    }
  }
  async function walk({ what, body, opener = KADES, plan, steps }: Walk): Promise<string> {
    const { caseId } = await desk.open(opener, what, body);
    const plans = `${stack.addresses.simulatorUrl}/admin/plans/${caseId}`;
    if (plan !== undefined) await tell(plans, 'PUT', { delayMs: 50, steps: plan });
    for (const step of steps) await take(caseId, step);
    return caseId;
  }

  test.each(Object.entries(WALKS))(
    '%s',
    async (_name, steps) => {
      const caseId = await walk(steps);
      const { revision } = await desk.view(READER, caseId);
      await watch.until(caseId, revision);
      const versions = new Set(watch.of(caseId).map(({ event }) => event.caseversion));
      expect(versions.size).toBe(Math.max(...versions));
    },
    60_000,
  );

  test('was done at least once, and none of its events was put aside', async () => {
    for (const name of STORIES) {
      await playStory(await readStory(storyFile(name)), {
        apiUrl: stack.addresses.apiUrl,
        simulatorUrl: stack.addresses.simulatorUrl,
        watch,
        print: () => undefined,
      });
    }
    const db = new pg.Client({ connectionString: stack.addresses.databaseUrl });
    await db.connect();
    const { rows } = await db.query<{ done: string }>(
      `select distinct case_type || '/' || (body::jsonb -> 'data' ->> 'command') as done
       from case_event where type like 'titian.' || case_type || '.%'`,
    );
    await db.end();
    const done = new Set(rows.map((row) => row.done));
    const missing = [claimDefinition, complaintDefinition, placementDefinition].flatMap(({ type, commands }) =>
      Object.keys(commands)
        .map((name) => `${type}/${name}`)
        .filter((name) => !done.has(name)),
    );
    expect(missing.sort()).toEqual([...NOT_IN_REAL_TIME].sort());

    const kafka = createKafka({ brokers: stack.addresses.kafkaBrokers, clientId: 'walk' });
    await ensureTopics(kafka, DEAD_LETTER_TOPICS);
    const admin = kafka.admin();
    await admin.connect();
    const ends = await Promise.all(DEAD_LETTER_TOPICS.map((topic) => admin.fetchTopicOffsets(topic)));
    await admin.disconnect();
    expect(ends.flat().filter(({ high }) => high !== '0')).toEqual([]);
  }, 120_000);

  describe('what people said', () => {
    const told = async (): Promise<readonly Canary[]> => {
      const stories = await Promise.all(STORIES.map((name) => readStory(storyFile(name))));
      return canariesOf([
        Object.values(WALKS),
        stories.map(({ steps }) => steps),
        TOLD_IN_FULL,
        REFUSED.map(({ body }) => parsed(body)),
      ]);
    };
    /** A run that nobody works on: what it is given stays in its history. */
    async function startForNobody(words: string): Promise<void> {
      const connection = await Connection.connect({ address: stack.addresses.temporalAddress });
      const client = new Client({ connection, namespace: 'titian' });
      await client.workflow.start('planted', { workflowId: 'planted', taskQueue: 'nobody', args: [{ deep: [words] }] });
      await connection.close();
    }

    test('is in no topic, no dead letter, no history and no log', async () => {
      for (const { what, body } of TOLD_IN_FULL) {
        const { caseId } = await desk.open(KADES, what, body);
        await watch.until(caseId, 1);
      }
      for (const { what, body } of REFUSED) {
        const headers = {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'x-titian-identity': KADES,
        };
        const answer = await fetch(`${stack.addresses.apiUrl}/v1/${what}`, { method: 'POST', headers, body });
        expect(answer.ok).toBe(false);
        expect(await answer.text()).not.toContain('Kenari');
      }
      const canaries = await told();
      expect(new Set(canaries.map(({ kind }) => kind))).toEqual(
        new Set(['name', 'nik', 'passport', 'phone', 'address', 'accountNumber', 'holderName', 'text', 'account']),
      );
      const { leaks, messages, histories, logs } = await findLeaks(stack, canaries);
      expect(leaks).toEqual([]);
      for (const topic of CASE_TOPICS) expect(messages[topic]).toBeGreaterThan(0);
      for (const topic of DEAD_LETTER_TOPICS) expect(messages).toHaveProperty([topic]);
      for (const type of ['claim', 'complaint', 'placement'])
        expect(histories.filter((run) => run.startsWith(`${type}/`)).length).toBeGreaterThan(1);
      expect(histories.some((run) => run.includes('/submission/'))).toBe(true);
      for (const service of SERVICES) expect(logs).toContain(`${service}.log`);
    }, 120_000);

    test('would be found wherever it was', async () => {
      const [canary] = canariesOf({ name: 'Kenari Terbang' });
      if (canary === undefined) throw new Error('no canary');
      const words = `x ${canary.value} y`;
      const kafka = createKafka({ brokers: stack.addresses.kafkaBrokers, clientId: 'walk' });
      const producer = kafka.producer();
      await producer.connect();
      const [topic = '', letters = ''] = [CASE_TOPICS[0], DEAD_LETTER_TOPICS[0]];
      await producer.send({ topic, messages: [{ key: 'x', value: 'none', headers: { note: words } }] });
      await producer.send({ topic: letters, messages: [{ key: 'x', value: words }] });
      await producer.disconnect();
      await startForNobody(words);
      appendFileSync(join(stack.profile.logs, 'event-relay.log'), `${words}\n`);
      const isIndexed = async (): Promise<boolean> => (await findLeaks(stack, [canary])).histories.includes('planted');
      await waitUntil(isIndexed, () => 'Temporal does not list the run');
      const { leaks } = await findLeaks(stack, [canary]);
      expect(leaks.map(({ place }) => place).sort()).toEqual(
        ['history planted', 'log event-relay.log', `topic ${letters}`, `topic ${topic}`].sort(),
      );
    }, 60_000);
  });
});

/** As much of a refused body as is JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return {}; // the same words are in the body that was taken
  }
}
