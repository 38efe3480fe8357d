import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStack, type LocalStack } from '@titian/local';
import { inEvidence, OFFICER, opening, paper, SECRETS } from '../access/claims.ts';
import { FrontDesk } from '../access/front-desk.ts';

const DISTRICT = 'disnaker-blitar-1';
const LETTER = 'letters/accidentLetter?document=SK_MAJIKAN&addressee=PEMBERI_KERJA';
const REQUEST = { requirement: 'accidentLetter', document: 'SK_MAJIKAN', addressee: 'PEMBERI_KERJA' };

/** From the question at the kitchen table to the letter in the envelope, over HTTP on the real stack. */
describe('pre-check, guidance and letters', () => {
  let stack: LocalStack;
  let desk: FrontDesk;
  let claim = '';
  let family = '';

  beforeAll(async () => {
    stack = await startStack({ profile: `test-${String(process.pid)}-guidance`, ports: 'free' });
    desk = new FrontDesk(stack.addresses.apiUrl);
    claim = await inEvidence(desk);
    family = `family:${claim}`;
  }, 180_000);
  afterAll(async () => {
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const print = (who: string, path: string): Promise<Response> =>
    fetch(`${stack.addresses.apiUrl}/v1/cases/${path}`, { headers: { 'x-titian-identity': who } });

  describe('the pre-check', () => {
    const facts = { event: { kind: 'DEATH', day: '2025-11-26', country: 'HK', byAccident: true }, coverage: [] };

    test.each([OFFICER, DISTRICT, 'kp2mi-1', 'kecamatan-wonotirto'])('answers %s, and stores nothing', async (who) => {
      const { status, body } = await desk.ask(who, 'POST /v1/prechecks', { body: facts });
      expect(status).toBe(200);
      expect(body).toMatchObject({ verdict: 'NOT_ELIGIBLE', lawDay: '2025-11-26', lines: expect.any(Array) });
    });

    test('refuses nobody known, and names every wrong field', async () => {
      expect((await desk.ask(null, 'POST /v1/prechecks', { body: facts })).status).toBe(401);
      const { status, body } = await desk.ask(OFFICER, 'POST /v1/prechecks', {
        body: { event: { kind: 'WEDDING', day: '2025-02-30' }, name: 'x' },
      });
      expect(status).toBe(400);
      const fields = (body['errors'] as { field: string }[]).map(({ field }) => field);
      expect(fields).toEqual(expect.arrayContaining(['/event/kind', '/event/day', '/name']));
    });

    test('is kept with a claim when it is opened, and run again when a fact is told', async () => {
      const coverage = [
        {
          placement: 'PLACED',
          paidDuringOn: '2025-01-02',
          paidMonths: 24,
          embarkedOn: '2025-01-10',
          debarkedOn: null,
          contractStartsOn: '2025-01-10',
          contractEndsOn: '2027-01-09',
        },
      ];
      const { body } = await desk.must(OFFICER, 'POST /v1/claims', opening());
      const caseId = String(body['caseId']);
      const expected = async () => {
        const { body: seen } = await desk.ask(OFFICER, `GET /v1/cases/${caseId}/guidance`);
        return (seen['expectation'] as { lines: { answer: string; rows: string[] }[] }).lines[0];
      };
      expect(await expected()).toMatchObject({ answer: 'undetermined' });
      await desk.must(OFFICER, `POST /v1/cases/${caseId}/commands/recordPrecheck`, { coverage });
      expect(await expected()).toMatchObject({
        answer: 'eligible',
        rows: expect.arrayContaining([expect.stringMatching(/^benefit\//)]),
      });
    });

    test.each([
      ['claim type', { claimType: 'JKM_TEWAS' }, '/claimType'],
      ['benefit', { lines: [{ code: 'JKM_TEWAS', askedIdr: '1' }] }, '/lines/0/code'],
    ])('an unknown %s is refused, and the list is named', async (_what, change, field) => {
      const { status, body } = await desk.ask(OFFICER, 'POST /v1/claims', { body: opening(change) });
      expect(status).toBe(400);
      expect((body['errors'] as { field: string; rule: string }[])[0]).toMatchObject({
        field,
        rule: expect.stringContaining('JKM_SELAMA'),
      });
    });
  });

  describe('guidance', () => {
    test.each<[string, () => string, number]>([
      ['the village', () => OFFICER, 200],
      ['another village', () => 'kades-serang', 404],
      ['the district', () => DISTRICT, 200],
      ['another district', () => 'disnaker-malang-1', 404],
      ['the family', () => family, 200],
      ['another family', () => 'family:00000000-0000-4000-8000-000000000000', 404],
    ])('%s is answered as it may be', async (_who, who, expected) => {
      const { status } = await desk.ask(who(), `GET /v1/cases/${claim}/guidance`);
      expect(status).toBe(expected);
    });

    test('names no person to the family, and tells it how to get a paper', async () => {
      const { body } = await desk.ask(family, `GET /v1/cases/${claim}/guidance`);
      const text = JSON.stringify(body);
      expect(text).not.toMatch(new RegExp(`kades-tambakrejo|${SECRETS.name}|${SECRETS.passport}`));
      expect(text).toContain('KDEI Taipei');
    });

    test('a request, its refusal and the substitute are told', async () => {
      await desk.must(OFFICER, `POST /v1/cases/${claim}/commands/requestPaper`, REQUEST);
      await desk.must(OFFICER, `POST /v1/cases/${claim}/commands/paperRefused`, {
        ...REQUEST,
        reasonCode: 'ISSUER_REFUSED',
        statement: { text: SECRETS.words },
      });
      const { body } = await desk.ask(OFFICER, `GET /v1/cases/${claim}/guidance`);
      expect(body['requests']).toMatchObject([
        { status: 'refused', reason: { label: { en: 'The issuer refuses the paper' } } },
      ]);
      expect(JSON.stringify(body)).not.toContain(SECRETS.words);
    });
  });

  describe('papers that a village need not know', () => {
    test('are seen as there, without document and hash; the district sees all', async () => {
      await desk.must(DISTRICT, `POST /v1/cases/${claim}/commands/attach`, paper('medicalResume', 'RESUME_MEDIS'));
      const { body: seenByDistrict } = await desk.ask(DISTRICT, `GET /v1/cases/${claim}`);
      const items = seenByDistrict['evidence'] as {
        requirement: string;
        item: { documentId: string; sha256: string } | null;
      }[];
      const item = items.find(({ requirement }) => requirement === 'medicalResume')?.item;
      const { body: seenByVillage } = await desk.ask(OFFICER, `GET /v1/cases/${claim}`);
      const text = JSON.stringify(seenByVillage);
      expect(text).toContain('"medicalResume"');
      expect(text).not.toContain(item?.documentId ?? 'nothing was attached');
      expect(text).not.toContain(item?.sha256 ?? 'nothing was attached');
    });
  });

  describe('letters', () => {
    test.each<[string, () => string, number]>([
      ['the village', () => OFFICER, 200],
      ['the district', () => DISTRICT, 200],
      ['the family', () => family, 200],
      ['another village', () => 'kades-serang', 404],
      ['the sub-district, which may not see the person', () => 'kecamatan-wonotirto', 403],
      ['the ministry, which may not see the person', () => 'kp2mi-1', 403],
    ])('%s gets it as it may', async (_who, who, expected) => {
      const response = await print(who(), `${claim}/${LETTER}`);
      expect(response.status).toBe(expected);
      const begins = Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString();
      expect(begins === '%PDF-').toBe(expected === 200);
    });

    test('are never cached, and no address or header names the worker', async () => {
      const { headers, url } = await print(OFFICER, `${claim}/${LETTER}`);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(`${url}${JSON.stringify([...headers])}`).not.toMatch(/Ngatinem|Rahasiawati/);
    });

    test.each([
      ['somebody who does not issue it', 'letters/accidentLetter?addressee=RUMAH_SAKIT', 422],
      ['a mission that is not in that country', 'letters/accidentLetter?addressee=PERWAKILAN_RI', 422],
      ['a paper that the claim does not need', 'letters/leaveLetter?addressee=PEMBERI_KERJA', 422],
      ['nobody known', 'letters/accidentLetter?addressee=GUBERNUR', 400],
    ])('not to %s', async (_what, path, expected) => {
      const response = await print(OFFICER, `${claim}/${path}`);
      expect(response.status).toBe(expected);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    });
  });
});
