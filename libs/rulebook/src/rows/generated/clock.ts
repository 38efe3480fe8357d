// Made by infra/build/generate.mjs from the rows: change libs/rulebook/rows, then run `npm run generate`.
import type { RowOf } from '../schema.ts';
export const clock: readonly RowOf<'clock'>[] = [
  {
    key: 'age.adult',
    instrument: 'Titian',
    article: 'usulan sistem ini',
    validFrom: '2017-08-01',
    validTo: null,
    source: ['S1'],
    verified: false,
    note: 'A proposal; no text on heirs under age was seen.',
    label: { id: 'Usia dewasa untuk menerima sendiri', en: 'Age from which a person acts alone' },
    value: 18,
    unit: 'YEARS',
    from: { id: 'hari lahir', en: 'the day of birth' },
    onExpiry: { id: 'bertindak sendiri', en: 'acts alone' },
  },
  {
    key: 'age.jht',
    instrument: 'Permenaker 4/2023',
    article: 'Pasal 60',
    validFrom: '2023-02-22',
    validTo: null,
    source: ['S47'],
    verified: true,
    label: { id: 'Usia JHT', en: 'Age of old-age savings' },
    value: 56,
    unit: 'YEARS',
    from: { id: 'hari lahir', en: 'the day of birth' },
    onExpiry: { id: 'berhak atas saldo', en: 'entitled to the balance' },
  },
];
