// Made by infra/build/generate.mjs from the rows: change libs/rulebook/rows, then run `npm run generate`.
import type { RowOf } from '../schema.ts';
export const zone: readonly RowOf<'zone'>[] = [
  {
    key: 'zone.WITA',
    instrument: 'Kepmendagri 300.2.2-2430/2025',
    article: 'kode provinsi; zona waktu belum dibaca',
    validFrom: '2017-08-01',
    validTo: null,
    source: ['S6', 'S110'],
    verified: false,
    note: 'Bali, NTB, NTT, South, East and North Kalimantan, Sulawesi: UTC+8. The list by province is from general knowledge.',
    zone: 'WITA',
    provinces: ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'],
  },
  {
    key: 'zone.WIT',
    instrument: 'Kepmendagri 300.2.2-2430/2025',
    article: 'kode provinsi; zona waktu belum dibaca',
    validFrom: '2017-08-01',
    validTo: null,
    source: ['S6', 'S110'],
    verified: false,
    note: 'Maluku and Papua: UTC+9. The list by province is from general knowledge.',
    zone: 'WIT',
    provinces: ['81', '82', '91', '92', '93', '94', '95', '96'],
  },
];
