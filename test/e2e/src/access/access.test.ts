import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStack, type LocalStack } from '@titian/local';
import { inEvidence, inVerification, OFFICER, opening, paper, payee, SECRETS } from './claims.ts';
import { FrontDesk, logsUnder, RecordWatch, type Answer, type Sent } from './front-desk.ts';

/** Who asks. `{own}` and `{other}` stand for the two claims of these tests. */
const PEOPLE = {
  nobody: null,
  'an unknown user': 'kades-nowhere',
  'the village officer': OFFICER,
  'the officer of another village': 'kades-serang',
  'the sub-district': 'kecamatan-wonotirto',
  'the regency': 'disnaker-blitar-1',
  'another regency': 'disnaker-malang-1',
  'the province': 'bp3mi-jatim-1',
  'the ministry': 'kp2mi-1',
  'the family': 'family:{own}',
  'another family': 'family:{other}',
} as const;
type Person = keyof typeof PEOPLE;
const people = Object.keys(PEOPLE) as Person[];

/** Demo users by role, all within whose area the claims lie. The insurer and the system have no door here. */
const ROLES = {
  family: 'the family',
  village_officer: 'the village officer',
  subdistrict_officer: 'the sub-district',
  district_officer: 'the regency',
  bp3mi_officer: 'the province',
  ministry_officer: 'the ministry',
} as const satisfies Record<string, Person>;
type DeskRole = keyof typeof ROLES;

interface CommandRule {
  readonly from: readonly string[];
  readonly roles: readonly string[];
  readonly resumes?: boolean;
  readonly whileSuspended?: boolean;
}
interface Definition {
  readonly opening: readonly string[];
  readonly commands: Readonly<Record<string, CommandRule>>;
}

/** The whole system: every answer here comes over HTTP from the real API on the real record. */
describe('access', () => {
  let stack: LocalStack;
  let desk: FrontDesk;
  let record: RecordWatch;
  let own = '';
  let other = '';
  let verified = '';

  beforeAll(async () => {
    stack = await startStack({ profile: `test-${String(process.pid)}-access`, ports: 'free' });
    desk = new FrontDesk(stack.addresses.apiUrl);
    record = await RecordWatch.open(stack.addresses.databaseUrl);
    own = await inEvidence(desk);
    other = await inEvidence(desk);
    verified = await inVerification(desk);
  }, 180_000);
  afterAll(async () => {
    await record.close();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const idOf = (person: Person, about = own): string | null =>
    PEOPLE[person]?.replace('{own}', about).replace('{other}', other) ?? null;
  const verdict = ({ status, code }: Answer): string => (code === undefined ? String(status) : `${status} ${code}`);

  describe('who may ask what', () => {
    const UNKNOWN = '401 identity/unknown';
    const NOT_HERE = '404 case/not-found';
    const ROLE = '403 access/role';
    const AREA = '403 command/outside-jurisdiction';
    const READS = ['200', NOT_HERE, '200', '200', NOT_HERE, '200', '200', '200', NOT_HERE];
    const LISTS = ['200', '200', '200', '200', '200', '200', '200', ROLE, ROLE];
    const NO_TASK = '404 task/not-found';
    const FAMILY_NO = '403 command/wrong-role';

    // In the order of PEOPLE; the first two are the same everywhere.
    const ENDPOINTS: readonly (readonly [string, (who: string | null) => Promise<Answer>, readonly string[]])[] = [
      [
        'open a claim',
        (who) => desk.ask(who, 'POST /v1/claims', { body: opening() }),
        ['201', AREA, ROLE, '201', AREA, '201', ROLE, ROLE, ROLE],
      ],
      ['read the claim', (who) => desk.ask(who, `GET /v1/cases/${own}`), READS],
      [
        'read a receipt of the claim',
        async (who) => {
          const key = randomUUID();
          await desk.command(OFFICER, own, 'addNote', { statement: { text: SECRETS.note } }, { key });
          return desk.ask(who, `GET /v1/cases/${own}/receipts/${key}`);
        },
        READS,
      ],
      [
        'add a note to the claim',
        (who) => desk.command(who, own, 'addNote', { statement: { text: SECRETS.note } }),
        ['200', NOT_HERE, '200', '200', NOT_HERE, '200', '200', FAMILY_NO, NOT_HERE],
      ],
      [
        'take a task that the claim does not have',
        (who) => desk.command(who, own, 'takeTask', { taskId: 'none' }),
        [NO_TASK, NOT_HERE, NO_TASK, NO_TASK, NOT_HERE, NO_TASK, NO_TASK, FAMILY_NO, NOT_HERE],
      ],
      ['read the worklist of the office', (who) => desk.ask(who, 'GET /v1/worklist'), LISTS],
      ['read the worklist of the area', (who) => desk.ask(who, 'GET /v1/worklist?scope=area'), LISTS],
      [
        'read the definition',
        (who) => desk.ask(who, 'GET /v1/definitions/claim'),
        ['200', '200', '200', '200', '200', '200', '200', '200', '200'],
      ],
    ];
    const table = ENDPOINTS.flatMap(([what, ask, expected]) =>
      [UNKNOWN, UNKNOWN, ...expected].map((answer, index) => [people[index] ?? 'nobody', what, answer, ask] as const),
    );

    test.each(table)('%s may %s: %s', async (person, _what, expected, ask) => {
      expect(verdict(await ask(idOf(person)))).toBe(expected);
    });

    test.each<[Person, boolean]>([
      ['the village officer', true],
      ['the officer of another village', false],
      ['the sub-district', true],
      ['the regency', true],
      ['another regency', false],
      ['the province', true],
      ['the ministry', true],
    ])('the worklist of the area of %s holds the claim: %s', async (person, holds) => {
      const { body } = await desk.ask(idOf(person), 'GET /v1/worklist?scope=area&limit=200');
      const items = body['items'] as { caseId: string; area: string }[];
      expect(items.some(({ caseId }) => caseId === own)).toBe(holds);
      if (!holds) expect(items).toEqual([]);
    });

    test.each<[Person, string]>([
      ['nobody', 'GET /healthz'],
      ['nobody', 'GET /readyz'],
      ['nobody', 'GET /openapi.json'],
    ])('%s may ask %s: it tells nothing of a case', async (person, operation) => {
      expect((await desk.ask(idOf(person), operation)).status).toBe(200);
    });
  });

  describe('what may be done, by stage and role', () => {
    let definition: Definition;
    beforeAll(async () => {
      const { body } = await desk.ask(OFFICER, 'GET /v1/definitions/claim');
      ({ definition } = body as unknown as { definition: Definition });
    });

    /** Allowed commands are told by a refusal of the input: it is wrong on purpose, so that nothing moves. */
    function expectedOf(name: string, rule: CommandRule, stage: string, role: DeskRole): string {
      if (definition.opening.includes(name)) return '409 case/already-opened';
      if (!rule.roles.includes(role)) return '403 command/wrong-role';
      if (!rule.from.includes(stage)) return '409 command/wrong-stage';
      if (rule.resumes === true && rule.whileSuspended !== true) return '409 command/wrong-stage'; // nothing is suspended
      return '422 command/invalid-input';
    }

    const grid = (['evidence', 'verification'] as const).flatMap((stage) =>
      (Object.keys(ROLES) as DeskRole[]).map((role) => [stage, role] as const),
    );
    test.each(grid)(
      'in %s, %s: every command is answered as the definition says, and the view agrees',
      async (stage, role) => {
        const caseId = stage === 'evidence' ? own : verified;
        const who = idOf(ROLES[role], caseId);
        const before = await record.stored(caseId);
        const { body: view } = await desk.ask(who, `GET /v1/cases/${caseId}`);
        expect(view['stage']).toMatchObject({ name: stage });
        const commands = Object.entries(definition.commands);
        const expected = commands.map(([name, rule]) => [name, expectedOf(name, rule, stage, role)] as const);

        const answered: [string, string][] = [];
        for (const [name] of commands) {
          answered.push([name, verdict(await desk.command(who, caseId, name, { planted: true }))]);
        }
        expect(Object.fromEntries(answered)).toEqual(Object.fromEntries(expected));
        expect(commands.length).toBeGreaterThan(30);

        const offered = (view['allowedActions'] as { command: string }[]).map(({ command }) => command);
        const allowed = expected.filter(([, code]) => code === '422 command/invalid-input').map(([name]) => name);
        expect([...offered].sort()).toEqual([...allowed].sort());
        expect(await record.stored(caseId)).toEqual(before);
      },
      60_000,
    );
  });

  describe('what is refused is told with field, rule and remedy, and nothing is stored', () => {
    const send =
      (command: string, body: object = {}, more: Sent = {}, who: string | null = OFFICER) =>
      () =>
        desk.command(who, own, command, body, more);
    const key = randomUUID();
    const openKey = randomUUID();
    const note = { statement: { text: SECRETS.note } };
    const openAs = (body: object, more: Sent = {}) => desk.ask(OFFICER, 'POST /v1/claims', { body, ...more });

    test.each<readonly [string, () => Promise<Answer>, string, string | undefined]>([
      ['a command of another stage', send('confirmReceipt'), '409 command/wrong-stage', undefined],
      ['a command of another role', send('submit'), '403 command/wrong-role', undefined],
      ['an officer of another area', send('addNote', note, {}, 'kades-serang'), '404 case/not-found', '/caseId'],
      [
        'another family',
        () => send('withdraw', { reasonCode: 'OWN_WISH' }, {}, idOf('another family'))(),
        '404 case/not-found',
        '/caseId',
      ],
      ['an unknown case', () => desk.command(OFFICER, randomUUID(), 'addNote', note), '404 case/not-found', '/caseId'],
      ['a case id that is none', () => desk.command(OFFICER, '17', 'addNote', note), '400 request/invalid', '/caseId'],
      ['an unknown command', send('sellHouse'), '404 command/unknown', undefined],
      [
        'a command that is no word',
        () => desk.command(OFFICER, own, 'add-note', note),
        '400 request/invalid',
        '/command',
      ],
      ['a case that is open already', send('reportAccident'), '409 case/already-opened', undefined],
      [
        'a stale version',
        send('addNote', note, { headers: { 'if-match': '"1"' } }),
        '412 case/stale-version',
        undefined,
      ],
      [
        'a version of tomorrow',
        send('addNote', note, { headers: { 'if-match': '"999"' } }),
        '412 case/stale-version',
        undefined,
      ],
      [
        'a version that is none',
        send('addNote', note, { headers: { 'if-match': 'soon' } }),
        '400 request/invalid',
        '/headers/if-match',
      ],
      ['no key', send('addNote', note, { key: '' }), '400 request/invalid', '/headers/idempotency-key'],
      ['a key that is none', send('addNote', note, { key: 'mine' }), '400 request/invalid', '/headers/idempotency-key'],
      [
        'a used key with another body',
        send('addNote', { statement: { text: 'other' } }, { key }),
        '409 command/key-reused',
        '/headers/idempotency-key',
      ],
      [
        'a used key with another command',
        send('attach', paper('passport', 'PASPOR'), { key }),
        '409 command/key-reused',
        '/headers/idempotency-key',
      ],
      [
        'a used key of somebody else',
        send('addNote', note, { key }, 'disnaker-blitar-1'),
        '409 command/key-reused',
        '/headers/idempotency-key',
      ],
      ['an unknown requirement', send('attach', paper('horoscope', 'PASPOR')), '422 command/guard', '/requirement'],
      [
        'a hash that is none',
        send('attach', { ...paper('passport', 'PASPOR'), sha256: 'x' }),
        '422 command/invalid-input',
        '/sha256',
      ],
      [
        'an unknown reason',
        send('useSubstitute', { ...paper('accidentLetter', 'SK_KDEI'), reasonCode: 'BAD_MOOD' }),
        '422 command/unknown-reason',
        '/reasonCode',
      ],
      ['an empty note', send('addNote', { statement: { text: ' ' } }), '400 request/invalid', '/statement/text'],
      [
        'an account in letters',
        send('recordPayee', payee({ accountNumber: 'many' })),
        '400 request/invalid',
        '/account/accountNumber',
      ],
      ['a file that is not complete', send('markComplete'), '422 command/guard', undefined],
      ['a body that is a list', send('addNote', [note]), '400 request/invalid', ''],
      [
        'an opening under a used key with the story added',
        () => openAs(opening(), { key: openKey }),
        '409 command/key-reused',
        '/headers/idempotency-key',
      ],
      [
        'an opening under a used key with another worker',
        () => openAs(opening({ account: undefined, worker: { name: 'Lain' } }), { key: openKey }),
        '409 command/key-reused',
        '/headers/idempotency-key',
      ],
      [
        'an opening under a used key with another day',
        () => openAs(opening({ account: undefined, riskDay: '2026-01-04' }), { key: openKey }),
        '409 command/key-reused',
        '/headers/idempotency-key',
      ],
      [
        'a page of the worklist that does not exist',
        () => desk.ask(OFFICER, 'GET /v1/worklist?after=tomorrow'),
        '400 request/invalid',
        '/query/after',
      ],
      [
        'a worklist without end',
        () => desk.ask(OFFICER, 'GET /v1/worklist?limit=100000'),
        '400 request/invalid',
        '/limit',
      ],
      [
        'a receipt of a key nobody used',
        () => desk.ask(OFFICER, `GET /v1/cases/${own}/receipts/${randomUUID()}`),
        '404 command/no-receipt',
        '/commandId',
      ],
    ])('%s', async (_what, attempt, expected, field) => {
      await desk.command(OFFICER, own, 'addNote', note, { key });
      await openAs(opening({ account: undefined }), { key: openKey });
      const before = await record.stored(own);
      const answer = await attempt();
      expect(verdict(answer)).toBe(expected);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body['field']).toBe(field);
      for (const part of ['rule', 'remedy']) {
        expect(answer.body[part]).toEqual({ id: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
      }
      expect(await record.stored(own)).toEqual(before);
    });

    test('a stale version is told the current one', async () => {
      const { revision } = await record.stored(own);
      const { body } = await send('addNote', note, { headers: { 'if-match': '"1"' } })();
      expect(body['revision']).toBe(revision);
    });

    test('the version just seen is taken, once', async () => {
      const { headers } = await desk.ask(OFFICER, `GET /v1/cases/${own}`);
      const seen = { 'if-match': headers.get('etag') ?? '' };
      expect((await send('addNote', note, { headers: seen })()).status).toBe(200);
      expect((await send('addNote', note, { headers: seen })()).status).toBe(412);
    });
  });

  describe('personal data', () => {
    const IMPOSSIBLE_NIK = '3505089907900077';
    const planted = Object.values(SECRETS);
    const found = (text: string): string[] => planted.filter((secret) => text.includes(secret));

    test.each<[string, () => Promise<Answer>]>([
      ['a NIK of an impossible day', () => open({ worker: { name: SECRETS.name, nik: IMPOSSIBLE_NIK } })],
      ['a phone in words', () => open({ worker: { name: SECRETS.name, phone: `call ${SECRETS.phone}` } })],
      ['a name that is too long', () => open({ worker: { name: SECRETS.name.repeat(10) } })],
      ['a name for a code', () => open({ claimType: SECRETS.name })],
      ['a name for a place', () => open({ areaCode: SECRETS.name })],
      ['a name for a day', () => open({ riskDay: SECRETS.name })],
      ['a name for a relation', () => open({ reporter: { relation: SECRETS.name } })],
      ['a story for a reason', () => act('withdraw', { reasonCode: SECRETS.words }, idOf('the family'))],
      ['a name for a paper', () => act('attach', { ...paper('passport', 'PASPOR'), document: SECRETS.name })],
      [
        'an account that is too long',
        () => act('recordPayee', payee({ accountNumber: SECRETS.accountNumber.repeat(3) })),
      ],
      [
        'words where only a reference may stand',
        () => act('fileObjection', { reasonCode: 'X', statement: SECRETS.words }),
      ],
      ['words as a command’s input', () => act('markComplete', { words: SECRETS.words })],
    ])('is not told back by the refusal of %s', async (_what, attempt) => {
      const answer = await attempt();
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      const text = JSON.stringify(answer.body);
      expect(found(text)).toEqual([]);
      expect(text).not.toContain(IMPOSSIBLE_NIK);
    });

    test('a text with a NUL, which PostgreSQL stores in no text column, is no fault of the server', async () => {
      const answer = await act('addNote', { statement: { text: `${SECRETS.note} \u0000` } });
      expect(found(JSON.stringify(answer.body))).toEqual([]);
      expect(answer.status).toBeLessThan(500);
    });

    test('is in no answer, no header and no address of all that was asked here', () => {
      expect(desk.heard.length).toBeGreaterThan(1_000);
      expect(desk.heard.filter((text) => found(text).length > 0)).toEqual([]);
    });

    test('is in no log of any part', async () => {
      for (const [file, text] of await logsUnder(stack.profile.logs)) expect([file, found(text)]).toEqual([file, []]);
    });

    const open = (change: object): Promise<Answer> => desk.ask(OFFICER, 'POST /v1/claims', { body: opening(change) });
    const act = (command: string, body: object, who: string | null = OFFICER): Promise<Answer> =>
      desk.command(who, own, command, body);
  });
});
