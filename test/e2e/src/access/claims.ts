import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FrontDesk } from './front-desk.ts';

/** Village of the claims here; `kades-tambakrejo` answers for it. */
const VILLAGE = '35.05.08.2003';
export const OFFICER = 'kades-tambakrejo';

/** A person nobody is: found anywhere but in the statement store, somebody has let it out. */
export const SECRETS = {
  name: 'Ngatinem Rahasiawati',
  nik: '3505084507900077',
  passport: 'B7654321',
  phone: '+6281299977766',
  words: 'kisah rahasia keluarga Ngatinem',
  accountNumber: '990011223344',
  note: 'catatan rahasia tentang Ngatinem',
} as const;

export const opening = (change: object = {}): object => ({
  claimType: 'JKK_RAWAT_LN',
  areaCode: VILLAGE,
  riskDay: '2026-01-05',
  riskCountry: 'TW',
  reporter: { relation: 'FAMILY' },
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000' }],
  worker: { name: SECRETS.name, nik: SECRETS.nik, passport: SECRETS.passport, phone: SECRETS.phone },
  account: SECRETS.words,
  ...change,
});

export const paper = (requirement: string, document: string): object => ({
  requirement,
  document,
  documentId: randomUUID(),
  sha256: createHash('sha256').update(`${requirement} ${randomUUID()}`).digest('hex'),
});

export const payee = (change: object = {}): object => ({
  kind: 'PARTICIPANT',
  account: { bank: 'BRI', accountNumber: SECRETS.accountNumber, holderName: SECRETS.name, ...change },
});

const PAPERS = [
  ['form', 'FORMULIR_KLAIM'],
  ['memberCard', 'KPJ'],
  ['passport', 'PASPOR'],
  ['medicalResume', 'RESUME_MEDIS'],
  ['paymentProof', 'BUKTI_BAYAR'],
  ['account', 'REKENING_PESERTA'],
] as const;

/** A claim whose papers are being gathered. */
export async function inEvidence(desk: FrontDesk): Promise<string> {
  const { body } = await desk.must(OFFICER, 'POST /v1/claims', opening());
  const caseId = String(body['caseId']);
  await searched(desk, caseId, 1);
  const outcome = { outcome: 'RECOVERED', day: '2026-01-07' };
  await desk.must(OFFICER, `POST /v1/cases/${caseId}/commands/recordAccidentOutcome`, outcome);
  return caseId;
}

/** A claim whose file the regency verifies. */
export async function inVerification(desk: FrontDesk): Promise<string> {
  const caseId = await inEvidence(desk);
  const act = (command: string, input: object) =>
    desk.must(OFFICER, `POST /v1/cases/${caseId}/commands/${command}`, input);
  for (const [requirement, document] of PAPERS) await act('attach', paper(requirement, document));
  await act('useSubstitute', { ...paper('accidentLetter', 'SK_KDEI'), reasonCode: 'ISSUER_REFUSED' });
  await act('recordPayee', payee());
  await act('markComplete', {});
  await searched(desk, caseId, 2);
  return caseId;
}

/** Waits for the search for claims alike, which follows by itself when one is opened and when its file is complete. */
async function searched(desk: FrontDesk, caseId: string, times: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; ;) {
    const { body } = await desk.ask(OFFICER, `GET /v1/cases/${caseId}`);
    const timeline = body['timeline'] as { readonly type: string }[];
    if (timeline.filter(({ type }) => type === 'titian.claim.duplicates-searched.v1').length >= times) return;
    if (Date.now() > deadline) throw new Error(`no ${times} searches for cases like ${caseId}`);
    await pause(50);
  }
}
