import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startStack, type LocalStack } from '@titian/local';
import { inEvidence, OFFICER, opening, paper, SECRETS } from '../access/claims.ts';
import { FrontDesk, type Answer } from '../access/front-desk.ts';
import { EventStream } from './event-stream.ts';

const DAY_MS = 86_400_000;
const REGENCY = 'disnaker-blitar-1';

const report = (change: object = {}): object => ({
  category: 'GAJI_TIDAK_DIBAYAR',
  areaCode: '35.05.08.2003',
  reporter: { relation: 'FAMILY' },
  consent: true,
  worker: { name: SECRETS.name, nik: SECRETS.nik },
  account: SECRETS.words,
  contact: { phone: SECRETS.phone },
  country: 'MY',
  ...change,
});

/** The whole system: a case as the desks and the family work on it over HTTP. */
describe('the desk of a case', () => {
  let stack: LocalStack;
  let desk: FrontDesk;
  let db: Client;

  beforeAll(async () => {
    stack = await startStack({ profile: `test-${String(process.pid)}-desk`, ports: 'free' });
    desk = new FrontDesk(stack.addresses.apiUrl);
    db = new Client({ connectionString: stack.addresses.databaseUrl });
    await db.connect();
  }, 180_000);
  afterAll(async () => {
    await db.end();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const verdict = ({ status, code }: Answer): string => (code === undefined ? String(status) : `${status} ${code}`);
  const file = async (change: object = {}): Promise<string> =>
    String((await desk.must(OFFICER, 'POST /v1/complaints', report(change))).body['caseId']);
  const view = async (caseId: string, who: string = OFFICER) => (await desk.ask(who, `GET /v1/cases/${caseId}`)).body;
  const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    (await db.query<Record<string, unknown>>(sql, values)).rows;
  const streamOf = (caseId: string, who: string, lastEventId?: string, query = '') =>
    EventStream.open(`${stack.addresses.apiUrl}/v1/cases/${caseId}/changes${query}`, who, lastEventId);

  describe('intake of a complaint', () => {
    test('takes what a family knows; names and words stay out of the case', async () => {
      const key = randomUUID();
      const first = await desk.ask(OFFICER, 'POST /v1/complaints', { body: report(), key });
      expect(verdict(first)).toBe('201');
      const again = await desk.ask(OFFICER, 'POST /v1/complaints', { body: report(), key });
      expect([verdict(again), again.body['caseId']]).toEqual(['201', first.body['caseId']]);
      const caseId = String(first.body['caseId']);
      expect(await view(caseId)).toMatchObject({
        type: 'complaint',
        number: expect.stringMatching(/^ADU-/),
        facts: { category: 'GAJI_TIDAK_DIBAYAR', subject: { statementId: expect.any(String) } },
      });
      const [{ log }] = (await rows(
        `select string_agg(body, '') as log from case_event where case_id = $1`,
        caseId,
      )) as [{ log: string }];
      for (const secret of [SECRETS.name, SECRETS.nik, SECRETS.words, SECRETS.phone]) expect(log).not.toContain(secret);
      const kinds = await rows(`select kind from statement where case_id = $1 order by kind`, caseId);
      expect(kinds.map(({ kind }) => kind)).toEqual(['account', 'contact', 'person']);
    });

    test('a letter that came ten days ago has clocks that run from then', async () => {
      const receivedAt = new Date(Date.now() - 10 * DAY_MS).toISOString();
      const { clocks } = (await view(await file({ receivedAt }))) as {
        clocks: { name: string; ledger: { at: string }[] }[];
      };
      const completing = clocks.find(({ name }) => name === 'completing');
      expect(completing?.ledger[0]?.at).toBe(receivedAt);
    });

    test('a draft needs its village only, and is filed by a command', async () => {
      const { body } = await desk.must(OFFICER, 'POST /v1/complaints/drafts', { areaCode: '35.05.08.2003' });
      const act = (command: string, input: object) =>
        desk.ask(OFFICER, `POST /v1/complaints/${String(body['caseId'])}/commands/${command}`, { body: input });
      expect(verdict(await act('submit', {}))).toBe('422 command/guard');
      const { areaCode: _area, worker, account, contact, ...rest } = report() as Record<string, unknown>;
      const change = { ...rest, subject: worker, account: { text: account }, contact };
      expect(verdict(await act('editDraft', change))).toBe('200');
      expect(verdict(await act('submit', {}))).toBe('200');
    });

    test.each<[string, object, string, string | undefined]>([
      ['an unknown village', { areaCode: '35.05.08.2999' }, '422 place/unknown', '/areaCode'],
      ['a village of another office', { areaCode: '35.05.13.2001' }, '403 command/outside-jurisdiction', '/areaCode'],
      ['no words', { account: ' ' }, '400 request/invalid', '/account'],
      [
        'a name with a telephone number for NIK',
        { worker: { name: 'X', nik: '081' } },
        '400 request/invalid',
        '/worker/nik',
      ],
      ['no way to reach anybody', { contact: {} }, '400 request/invalid', '/contact'],
      ['an unknown category', { category: 'HOROSCOPE' }, '422 command/guard', '/category'],
      ['a letter of tomorrow', { receivedAt: '2999-01-01T00:00:00.000Z' }, '422 command/guard', '/receivedAt'],
      ['a member nobody knows', { planted: true }, '400 request/invalid', ''],
    ])('refuses %s', async (_what, change, expected, field) => {
      const who = expected === '422 place/unknown' ? REGENCY : OFFICER; // the code of no village lies in the regency
      const answer = await desk.ask(who, 'POST /v1/complaints', { body: report(change) });
      expect([verdict(answer), answer.body['field']]).toEqual([expected, field]);
      expect(answer.body).toMatchObject({ rule: expect.anything(), remedy: expect.anything() });
    });
  });

  describe('one endpoint for each command', () => {
    let claim = '';
    let complaint = '';
    beforeAll(async () => {
      [claim, complaint] = [await inEvidence(desk), await file()];
    }, 60_000);

    test('does the command, and If-Match is the version the caller saw', async () => {
      const { body } = await desk.ask(OFFICER, `GET /v1/cases/${claim}`);
      const attach = (revision: number) =>
        desk.ask(OFFICER, `POST /v1/claims/${claim}/commands/attach`, {
          body: paper('passport', 'PASPOR'),
          headers: { 'if-match': `"${revision}"` },
        });
      const revision = Number(body['revision']);
      const done = await attach(revision);
      expect(verdict(done)).toBe('200');
      expect(done.headers.get('etag')).toBe(`"${String(done.body['revision'])}"`);
      const stale = await attach(revision);
      expect([verdict(stale), stale.body['revision']]).toEqual(['412 case/stale-version', done.body['revision']]);
    });

    test('a case of the other type is not there', async () => {
      const note = { statement: { text: SECRETS.note } };
      const ask = (type: string, caseId: string) =>
        desk.ask(OFFICER, `POST /v1/${type}/${caseId}/commands/addNote`, { body: note });
      expect(verdict(await ask('complaints', claim))).toBe('404 case/not-found');
      expect(verdict(await ask('claims', complaint))).toBe('404 case/not-found');
      expect(verdict(await ask('claims', claim))).toBe('200');
      expect(verdict(await ask('complaints', complaint))).toBe('200');
      expect(verdict(await desk.command(OFFICER, complaint, 'addNote', note))).toBe('200');
    });

    test.each<[string, string, unknown, string, string | undefined]>([
      ['a command that nobody knows', 'sellHouse', {}, '404 command/unknown', undefined],
      ['a list', 'addNote', [], '400 request/invalid', ''],
      ['empty words', 'addNote', { statement: { text: ' ' } }, '400 request/invalid', '/statement/text'],
      [
        'a ready reference in place of words',
        'addNote',
        { statement: { statementId: randomUUID(), digest: '0'.repeat(64) } },
        '400 request/invalid',
        '/statement/text',
      ],
      ['a faulty hash', 'attach', { ...paper('proof', 'KTP'), sha256: 'x' }, '422 command/invalid-input', '/sha256'],
    ])('answers %s as a problem', async (_what, command, body, expected, field) => {
      const answer = await desk.ask(OFFICER, `POST /v1/complaints/${complaint}/commands/${command}`, { body });
      expect([verdict(answer), answer.body['field']]).toEqual([expected, field]);
    });

    test('words deep inside an input stay out of the case: the names of heirs', async () => {
      const { body } = await desk.must(OFFICER, 'POST /v1/claims/prechecks', opening());
      const caseId = String(body['caseId']);
      expect(await view(caseId)).toMatchObject({ stage: { name: 'precheck' } });
      const heirs = ['Ani Pewaris', 'Budi Pewaris'].map((name) => ({ person: { name }, relation: 'CHILD' }));
      await desk.must(OFFICER, `POST /v1/claims/${caseId}/commands/recordHeirs`, { heirs });
      expect(JSON.stringify(await view(caseId))).not.toContain('Pewaris');
      const kept = await rows(`select kind from statement where case_id = $1 and kind = 'person'`, caseId);
      expect(kept).toHaveLength(3); // the worker and both heirs belong to the case
      const without = { heirs: [heirs[0], { person: {}, relation: 'CHILD' }] };
      const answer = await desk.ask(OFFICER, `POST /v1/claims/${caseId}/commands/recordHeirs`, { body: without });
      expect([verdict(answer), answer.body['field']]).toEqual(['400 request/invalid', '/heirs/1/person/name']);
    });

    test('openapi.json names both, and the view points to them', async () => {
      const { paths } = (await desk.ask(null, 'GET /openapi.json')).body as { paths: Record<string, unknown> };
      for (const caseId of [claim, complaint]) {
        const { allowedActions } = (await view(caseId)) as { allowedActions: { href: string; legalBasis: object[] }[] };
        expect(allowedActions.length).toBeGreaterThan(3);
        for (const { href, legalBasis } of allowedActions) {
          expect(paths).toHaveProperty([href.replace(caseId, '{caseId}')]);
          expect(legalBasis[0]).toMatchObject({ article: expect.any(String), verified: expect.any(Boolean) });
        }
      }
      expect((await desk.ask(OFFICER, 'GET /v1/definitions/complaint')).body).toMatchObject({
        definition: { type: 'complaint' },
        forms: { messageFamily: { schema: { type: 'object' }, example: { statement: { text: expect.any(String) } } } },
      });
    });
  });

  describe('the view of a case', () => {
    test('says what is missing and who issues it, how clocks stand, and who held it', async () => {
      const caseId = await inEvidence(desk);
      await desk.must(OFFICER, `POST /v1/claims/${caseId}/commands/attach`, paper('passport', 'PASPOR'));
      const seen = await view(caseId);
      expect(seen['evidence']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ requirement: 'passport', status: 'attached' }),
          expect.objectContaining({
            requirement: 'accidentLetter',
            status: 'missing',
            anyOf: expect.arrayContaining([{ document: 'SK_KDEI', issuers: ['KDEI'], substitute: true }]),
          }),
        ]),
      );
      const clocks = seen['clocks'] as Record<string, unknown>[];
      expect(clocks.find(({ name }) => name === 'gathering')).toMatchObject({
        state: 'running',
        used: expect.any(Number),
        remaining: expect.any(Number),
        pausedMs: 0,
        dueAt: expect.any(String),
        calendarVersion: expect.any(String),
      });
      expect(clocks.find(({ name }) => name === 'followUp')).toMatchObject({ state: 'stopped', dueAt: null });
      expect(seen['custody']).toMatchObject({ history: [{ role: 'village_officer', until: null }] });
    });

    test('a linked case shows number, type and stage to those who may see it', async () => {
      const [complaint, claim, elsewhere] = [await file(), await inEvidence(desk), randomUUID()];
      for (const linked of [claim, elsewhere]) {
        const input = { caseId: linked, relation: 'claim' };
        await desk.must(OFFICER, `POST /v1/complaints/${complaint}/commands/linkCase`, input);
      }
      const shown = { caseId: claim, relation: 'claim', type: 'claim', stage: 'evidence', visible: true };
      const hidden = { caseId: elsewhere, relation: 'claim', visible: false };
      expect((await view(complaint))['links']).toEqual([expect.objectContaining(shown), hidden]);
      expect((await view(complaint, `family:${complaint}`))['links']).toEqual([
        { caseId: claim, relation: 'claim', visible: false },
        hidden,
      ]);
    });
  });

  describe('notes and messages', () => {
    let caseId = '';
    let family = '';
    const say = (command: string, text: string, who: string = OFFICER) =>
      desk.ask(who, `POST /v1/complaints/${caseId}/commands/${command}`, { body: { statement: { text } } });
    const list = (what: string, who: string, query = '') => desk.ask(who, `GET /v1/cases/${caseId}/${what}${query}`);
    const texts = ({ body }: Answer) => (body['items'] as { text: string | null }[]).map(({ text }) => text);

    beforeAll(async () => {
      caseId = await file();
      family = `family:${caseId}`;
      for (const n of [1, 2, 3]) {
        expect(verdict(await say('addNote', `catatan ${n}`, n === 2 ? REGENCY : OFFICER))).toBe('200');
        expect(verdict(await say('messageFamily', `kabar ${n}`))).toBe('200');
      }
    }, 60_000);

    test('the family reads its messages, newest first, and no name of an officer', async () => {
      const answer = await list('messages', family);
      expect(texts(answer)).toEqual(['kabar 3', 'kabar 2', 'kabar 1']);
      expect((answer.body['items'] as { author: object }[])[0]?.author).toEqual({
        role: 'village_officer',
        office: expect.any(String),
      });
      expect(JSON.stringify(answer.body)).not.toContain(OFFICER);
    });

    test('officers of the area read notes with their authors, page by page', async () => {
      const first = await list('notes', REGENCY, '?limit=2');
      expect(texts(first)).toEqual(['catatan 3', 'catatan 2']);
      expect((first.body['items'] as { author: object }[])[1]?.author).toMatchObject({ id: REGENCY });
      const second = await list('notes', REGENCY, `?limit=2&after=${String(first.body['next'])}`);
      expect([texts(second), second.body['next']]).toEqual([['catatan 1'], null]);
    });

    test.each<[string, string, string, string]>([
      ['the family', 'notes', 'family', '403 access/role'],
      ['the officer of another village', 'notes', 'kades-serang', '404 case/not-found'],
      ['another regency', 'messages', 'disnaker-malang-1', '404 case/not-found'],
      ['another family', 'messages', `family:${randomUUID()}`, '404 case/not-found'],
    ])('%s does not read the %s', async (_who, what, who, expected) => {
      expect(verdict(await list(what, who === 'family' ? family : who))).toBe(expected);
    });

    test.each(['?after=soon', '?limit=0', '?limit=1000', '?page=2'])('refuses %s', async (query) => {
      expect(verdict(await list('messages', OFFICER, query))).toBe('400 request/invalid');
    });

    test('the family writes neither', async () => {
      expect(verdict(await say('addNote', 'x', family))).toBe('403 command/wrong-role');
      expect(verdict(await say('messageFamily', 'x', family))).toBe('403 command/wrong-role');
    });

    test('what the family sees of the case holds no note and no officer', async () => {
      const text = JSON.stringify(await view(caseId, family));
      expect(text).not.toMatch(/kades-tambakrejo|disnaker-blitar-1|addNote|noted/);
      expect(text).toContain('messageFamily');
      expect(JSON.stringify(await view(caseId))).toContain('addNote');
    });

    test('an erased message says that it is', async () => {
      await db.query(`delete from statement where case_id = $1 and kind = 'message'`, [caseId]);
      expect((await list('messages', family)).body['items']).toEqual(
        Array.from({ length: 3 }, () => expect.objectContaining({ text: null, erased: true })),
      );
      expect(texts(await list('notes', OFFICER))).toEqual(['catatan 3', 'catatan 2', 'catatan 1']);
    });
  });

  describe('the stream of a case', () => {
    const note = (caseId: string) =>
      desk.must(OFFICER, `POST /v1/claims/${caseId}/commands/addNote`, { statement: { text: SECRETS.note } });
    const revisionsOf = async (caseId: string, after: number) =>
      (
        await rows(`select revision from case_event where case_id = $1 and revision > $2 order by 1`, caseId, after)
      ).map(({ revision }) => Number(revision));

    test('begins with the state and tells a change within a second', async () => {
      const caseId = await inEvidence(desk);
      const { response, stream } = await streamOf(caseId, OFFICER);
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      await stream.until(({ messages }) => messages.length === 1);
      const { revision } = await view(caseId);
      expect(stream.messages[0]).toMatchObject({
        event: 'state',
        data: { revision, stage: 'evidence', status: 'open' },
      });
      await note(caseId);
      const sent = Date.now();
      await stream.until(({ revisions }) => revisions.length === 1);
      expect(Date.now() - sent).toBeLessThan(1_000);
      expect(stream.messages[1]).toEqual({
        event: 'change',
        id: String(Number(revision) + 1),
        data: { revision: Number(revision) + 1, type: 'titian.claim.noted.v1', at: expect.any(String) },
      });
      stream.close();
    }, 60_000);

    test('loses and doubles nothing while 30 commands run, one client breaks off again and again, and the record cuts the line', async () => {
      const caseId = await inEvidence(desk);
      const start = Number((await view(caseId))['revision']);
      const steady = (await streamOf(caseId, REGENCY)).stream;
      const others = await Promise.all(Array.from({ length: 15 }, () => streamOf(caseId, OFFICER)));
      let wanderer = (await streamOf(caseId, `family:${caseId}`)).stream;
      const heard: number[] = [];
      await Promise.all([steady, wanderer].map((stream) => stream.until(({ messages }) => messages.length > 0)));
      const work = { over: false };
      const working = (async () => {
        for (let n = 0; n < 10; n += 1) {
          await Promise.all([note(caseId), note(caseId), note(caseId)]);
          if (n !== 4) continue;
          const cut = await rows(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'case-api-changes'`,
          );
          expect(cut).toHaveLength(1); // one session, however many streams
        }
        work.over = true;
      })();
      while (!work.over) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        const { lastId } = wanderer;
        wanderer.close();
        await wanderer.ended;
        heard.push(...wanderer.revisions);
        wanderer = (await streamOf(caseId, `family:${caseId}`, wanderer.lastId || lastId)).stream;
        await wanderer.until(({ messages }) => messages.length > 0);
      }
      await working;
      const all = await revisionsOf(caseId, start);
      expect(all.length).toBeGreaterThanOrEqual(30);
      const last = all.at(-1) ?? 0;
      await wanderer.until((stream) => Number(stream.lastId) === last);
      expect([...heard, ...wanderer.revisions]).toEqual(all);
      for (const stream of [steady, ...others.map((other) => other.stream)]) {
        await stream.until((one) => Number(one.lastId) === last);
        expect(stream.revisions).toEqual(all);
        stream.close();
      }
      expect(
        new Set(wanderer.messages.filter(({ event }) => event === 'change').map(({ data }) => data['type'])),
      ).toEqual(wanderer.revisions.length === 0 ? new Set() : new Set([null]));
      wanderer.close();
    }, 120_000);

    test('begins after ?after=, and Last-Event-ID comes before it', async () => {
      const caseId = await inEvidence(desk);
      const all = await revisionsOf(caseId, 0);
      const last = all.at(-1) ?? 0;
      for (const [header, query, after] of [
        [undefined, '?after=0', 0],
        ['3', '?after=0', 3],
        ['', '?after=2', 2],
        ['999999', '', last],
      ] as const) {
        const { stream } = await streamOf(caseId, OFFICER, header, query);
        await stream.until(({ lastId }) => Number(lastId) === last);
        expect(stream.revisions).toEqual(all.filter((revision) => revision > after));
        stream.close();
      }
    }, 60_000);

    test.each<[string, string, string | undefined, string, number]>([
      ['the officer of another village', 'kades-serang', undefined, '', 404],
      ['another family', `family:${randomUUID()}`, undefined, '', 404],
      ['an id that is none', OFFICER, 'soon', '', 400],
      ['a revision that is none', OFFICER, undefined, '?after=-1', 400],
    ])('%s gets no stream', async (_what, who, lastEventId, query, status) => {
      const { response, stream } = await streamOf(await inEvidence(desk), who, lastEventId, query);
      await stream.ended;
      expect([response.status, response.headers.get('content-type')]).toEqual([
        status,
        expect.stringContaining('application/problem+json'),
      ]);
    });

    test('ends once the case may not be seen any more', async () => {
      const caseId = await inEvidence(desk);
      const { stream } = await streamOf(caseId, OFFICER);
      await stream.until(({ messages }) => messages.length === 1);
      await db.query(`update case_file set area = '35.05.13.2001' where case_id = $1`, [caseId]);
      await db.query(`select pg_notify('titian_event', n::text) from generate_series(0, 15) n`);
      await stream.ended;
      expect(stream.revisions).toEqual([]);
    }, 30_000);

    test('the claim of an opening in the middle of a stream shows nothing of its words', async () => {
      const { body } = await desk.must(OFFICER, 'POST /v1/claims', opening());
      const { stream } = await streamOf(String(body['caseId']), OFFICER, undefined, '?after=0');
      await stream.until(({ revisions }) => revisions.length > 3);
      expect(JSON.stringify(stream.messages)).not.toMatch(
        new RegExp(`${SECRETS.name}|${SECRETS.nik}|${SECRETS.words}`),
      );
      stream.close();
    });
  });

  test('a suspicion is seen by the offices that judge it, and by nobody who helps the family', async () => {
    const caseId = await inEvidence(desk);
    await desk.must(REGENCY, `POST /v1/cases/${caseId}/commands/flagFraud`, { reasonCode: 'PAPER_FORGED' });
    const flagged = (who: string): Promise<Answer> => desk.ask(who, 'GET /v1/worklist?scope=area&flag=fraud_suspected');
    const seenBy = async (who: string): Promise<string> => {
      const { body } = await desk.ask(who, 'GET /v1/worklist?scope=area&limit=200');
      const items = body['items'] as readonly { readonly caseId: string }[];
      return JSON.stringify([items.find((item) => item.caseId === caseId), await view(caseId, who)]);
    };
    expect(await seenBy(REGENCY)).toMatch(/fraud_suspected.*fraud-suspected/);
    expect(await seenBy(OFFICER)).not.toMatch(/fraud/i);
    expect((await flagged(REGENCY)).body['items']).toEqual([expect.objectContaining({ caseId })]);
    expect(verdict(await flagged(OFFICER))).toBe('403 access/role');
    expect(verdict(await desk.ask(OFFICER, 'GET /v1/worklist/counts?flag=fraud_suspected'))).toBe('403 access/role');
  });

  test('the service stops at once, though streams are open', async () => {
    const streams = await Promise.all(
      Array.from({ length: 5 }, async () => (await streamOf(await file(), OFFICER)).stream),
    );
    await Promise.all(streams.map((stream) => stream.until(({ messages }) => messages.length > 0)));
    const { hostname, port } = new URL(stack.addresses.apiUrl);
    const silent = connect(Number(port), hostname); // e.g. a browser that opens one ahead
    await once(silent, 'connect');
    const started = Date.now();
    await stack.kill('case-api', 'SIGTERM');
    await Promise.all(streams.map(({ ended }) => ended));
    expect(Date.now() - started).toBeLessThan(3_000);
  }, 60_000);
});
