import { day, DINAS, KADES, scan, SECOND, type Step } from './walk-words.ts';

export const LINE = 'JKK_GAGAL_BERANGKAT';
/** A bank that never answers: what is ordered stays on its way. */
export const NEVER = 2_000_000_000;

export const claim = (change: object = {}): object => ({
  claimType: 'JKK_RAWAT_LN',
  areaCode: '35.05.08.2003',
  riskDay: day(30),
  riskCountry: 'TW',
  reporter: { relation: 'FAMILY' },
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000000' }],
  worker: { name: 'Orang Contoh' },
  ...change,
});
export const ONE_STAGE = claim({
  claimType: LINE,
  lines: [{ code: LINE, askedIdr: '1000000' }],
});
const PAPERS = [
  ['form', 'FORMULIR_KLAIM'],
  ['memberCard', 'KPJ'],
  ['workerIdentity', 'KTP'],
  ['placementAgreement', 'PERJANJIAN_PENEMPATAN'],
  ['causeLetter', 'SK_SEBAB'],
  ['ownAccount', 'REKENING_PESERTA'],
] as const;
const attachedBy = (who: string): readonly Step[] =>
  PAPERS.map(([requirement, document]): Step => [who, 'attach', scan(requirement, document)]);
export const ATTACHED = attachedBy(KADES);
/** Every paper and the payee, until the file is complete. */
export const completeBy = (who: string): readonly Step[] => [
  ...attachedBy(who),
  [
    who,
    'recordPayee',
    { kind: 'PARTICIPANT', account: { bank: 'BRI', accountNumber: '0001234567', holderName: 'Orang Contoh' } },
  ],
  [who, 'markComplete'],
];
export const COMPLETE = completeBy(KADES);
/** Checked by one officer and by another, and handed to the insurer. */
export const approvedBy = (maker: string, checker: string): readonly Step[] => [
  ...PAPERS.map(([requirement]): Step => [maker, 'verifyItem', { requirement, against: 'ORIGINAL' }]),
  [maker, 'recordMembership', { from: day(400), until: day(-300), active: true, source: 'SISKOP2MI' }],
  [maker, 'approveFile', { lines: [{ code: LINE, verifiedIdr: '1000000' }] }],
  [checker, 'checkFile'],
  [maker, 'submit'],
];
export const APPROVED = approvedBy(DINAS, SECOND);
