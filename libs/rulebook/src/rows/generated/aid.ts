// Made by infra/build/generate.mjs from the rows: change libs/rulebook/rows, then run `npm run generate`.
import type { RowOf } from '../schema.ts';
export const aid: readonly RowOf<'aid'>[] = [
  {
    key: 'aid.uninsured',
    instrument: 'Perban BP2MI 7/2021',
    article: 'daftar bantuan',
    validFrom: '2021-01-01',
    validTo: null,
    source: ['T32', 'T49'],
    verified: false,
    note: 'The day from which it holds was not seen; whether it is still in force is open, and the limit of time after the return is cut. Violence or depression, accident with disability, rape, death, illness.',
    label: { id: 'Bantuan bagi PMI yang tidak menjadi peserta', en: 'Aid for a worker without membership' },
    for: 'UNINSURED',
    events: ['DEATH', 'ACCIDENT', 'RAPE'],
  },
  {
    key: 'aid.not-covered',
    instrument: 'Perban BP2MI 7/2021',
    article: 'daftar bantuan',
    validFrom: '2021-01-01',
    validTo: null,
    source: ['T32', 'T49'],
    verified: false,
    note: 'The day from which it holds was not seen; whether it is still in force is open, and the limit of time after the return is cut. Unpaid wage, wrong post, illness or disability not by accident, dismissal not by accident, rape.',
    label: {
      id: 'Bantuan bagi peserta yang risikonya tidak dijamin',
      en: 'Aid for a member whose risk is not covered',
    },
    for: 'NOT_COVERED',
    events: ['NOT_PER_CONTRACT', 'DISMISSAL', 'RAPE', 'ACCIDENT'],
  },
  {
    key: 'aid.job-fraud',
    instrument: 'Perban BP2MI 7/2021',
    article: 'daftar bantuan',
    validFrom: '2021-01-01',
    validTo: null,
    source: ['T32', 'T49'],
    verified: false,
    note: 'The day from which it holds was not seen; whether it is still in force is open, and the limit of time after the return is cut.',
    label: {
      id: 'Bantuan bagi CPMI yang gagal berangkat karena penipuan',
      en: 'Aid for a candidate who could not depart because of fraud',
    },
    for: 'NOT_COVERED',
    events: ['FAILED_DEPARTURE'],
  },
];
