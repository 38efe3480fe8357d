import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { faultsOf, goodRow, HEADER, judged, newJudge, nikOf, rowsOf, workbook } from './testing/lists.ts';

const list = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');
const full =
  'kode_desa;nama;nik;paspor;telepon;negara;penempatan;izin_dari;tanggal_daftar;tanggal_berangkat;kontrak_mulai;' +
  'kontrak_selesai;tanggal_iuran;bulan_iuran;nomor_iuran;tanggal_pulang;jenis_pulang';
const person = (change: Readonly<Record<string, string>>): string => {
  const row: Readonly<Record<string, string>> = { kode_desa: '35.05.08.2003', nama: 'Siti', negara: 'HK', ...change };
  return `${full}\n${full
    .split(';')
    .map((name) => row[name] ?? '')
    .join(';')}\n`;
};

describe('a good row', () => {
  test('becomes the command that an intake would send', async () => {
    const [row] = await judged(
      person({
        nik: "'3505 0812.0190 0001",
        telepon: '0812-3456 789',
        negara: 'hong kong',
        penempatan: 'PT',
        tanggal_daftar: '1 Maret 2025',
        tanggal_berangkat: '03/03/2025',
        kontrak_mulai: '2025-03-03',
        kontrak_selesai: '02.03.2027',
        tanggal_iuran: '3-2-2025',
        bulan_iuran: '24',
      }),
    );
    expect(row).toMatchObject({
      ok: true,
      row: {
        row: 2,
        command: 'registerAbroad',
        return: null,
        notices: [],
        body: {
          areaCode: '35.05.08.2003',
          country: 'HK',
          placedBy: 'P3MI',
          registeredDay: '2025-03-01',
          departureDay: '2025-03-03',
          contract: { from: '2025-03-03', until: '2027-03-02' },
          premium: { paidDay: '2025-02-03', months: 24 },
          worker: { name: 'Siti', nik: '3505081201900001', phone: '08123456789' },
        },
      },
    });
  });

  test('without a departure is a candidate, registered today unless the list says when', async () => {
    const [row] = await judged(person({ izin_dari: 'Suami', kode_desa: '3505082003' }));
    expect(row).toMatchObject({
      ok: true,
      row: {
        command: 'registerCandidate',
        body: { registeredDay: '2026-03-02', permitFrom: 'SPOUSE', placedBy: 'UNKNOWN', areaCode: '35.05.08.2003' },
      },
    });
  });

  test('of somebody who has come back is followed by the return', async () => {
    const [row] = await judged(
      person({ tanggal_berangkat: '2023-01-01', tanggal_pulang: '2025-01-02', jenis_pulang: 'selesai kontrak' }),
    );
    expect(row).toMatchObject({ ok: true, row: { return: { day: '2025-01-02', kind: 'CONTRACT_ENDED' } } });
  });

  test('has the same ids in another file, order of columns and spelling; another person has others', async () => {
    const ids = async (file: string) =>
      (await judged(file)).map((each) => (each.ok ? [each.row.caseId, each.row.commandId, each.row.importedRow] : []));
    const [first, second] = await ids(list(goodRow(1), goodRow(2)));
    const [again] = await ids(
      `no;negara;kode_desa;nama;nik;tanggal_berangkat;kontrak_mulai;kontrak_selesai\n` +
        `7;HK;3505082003; Orang  1 ;="${nikOf(1)}";01/03/2025;1 Maret 2025;28-02-2027\n`,
    );
    expect(again).toEqual(first);
    expect(second).not.toEqual(first);
  });

  test('with another phone is the same placement with other content', async () => {
    const [one] = await judged(person({ nik: nikOf(1), telepon: '081234567' }));
    const [other] = await judged(person({ nik: nikOf(1), telepon: '081234568' }));
    if (one?.ok !== true || other?.ok !== true) throw new Error('both are good');
    expect(other.row.caseId).toBe(one.row.caseId);
    expect(other.row.importedRow).not.toBe(one.row.importedRow);
  });
});

test('the sample of the how-to is a list without a fault', async () => {
  const sample = new URL('../../../../docs/how-to/daftar-pmi-contoh.csv', import.meta.url);
  const rows = await judged(await readFile(sample));
  expect(faultsOf(rows)).toEqual([]);
  expect(rows.map((each) => each.ok && each.row.command)).toEqual([
    'registerAbroad',
    'registerCandidate',
    'registerAbroad',
    'registerAbroad',
  ]);
});

describe('a bad row names its column and rule', () => {
  test.each([
    ['an empty name', { nama: ' ' }, 'nama row/missing'],
    ['an unknown village', { kode_desa: '35.05.08.2999' }, 'kode_desa row/unknown-code'],
    ['a code that is none', { kode_desa: 'Tambakrejo' }, 'kode_desa row/shape'],
    ['a village of somebody else', { kode_desa: '35.05.08.2004' }, 'kode_desa row/outside-area'],
    ['an unknown country', { negara: 'Atlantis' }, 'negara row/unknown-code'],
    ['Indonesia as the country of work', { negara: 'Indonesia' }, 'negara row/unknown-code'],
    ['an unknown placer', { penempatan: 'Pak Joko' }, 'penempatan row/unknown-code'],
    ['a NIK that lost its digits', { nik: '3,50508E+15' }, 'nik row/shape'],
    ['a phone that is none', { telepon: 'tanya RT' }, 'telepon row/shape'],
    ['a day that does not exist', { tanggal_daftar: '30/02/2025' }, 'tanggal_daftar row/day'],
    ['a day of two digits', { tanggal_daftar: '01/03/25' }, 'tanggal_daftar row/day'],
    ['the month before the day', { tanggal_daftar: '03/31/2025' }, 'tanggal_daftar row/day'],
    ['a departure in the future', { tanggal_berangkat: '2027-01-01' }, 'tanggal_berangkat command/guard'],
    ['half a contract', { tanggal_berangkat: '2025-01-01', kontrak_mulai: '2025-01-01' }, 'kontrak_selesai row/needed'],
    [
      'a return of nobody who left',
      { tanggal_pulang: '2025-01-01', jenis_pulang: 'BERMASALAH' },
      'tanggal_berangkat row/needed',
    ],
    [
      'a return before the departure',
      { tanggal_berangkat: '2025-03-01', tanggal_pulang: '2025-02-01', jenis_pulang: 'LEBIH AWAL' },
      'tanggal_pulang command/guard',
    ],
    [
      'a body without a death on record',
      { tanggal_berangkat: '2025-03-01', tanggal_pulang: '2025-04-01', jenis_pulang: 'JENAZAH' },
      'jenis_pulang command/guard',
    ],
    [
      'a contract that ends before it begins',
      { tanggal_berangkat: '2025-03-01', kontrak_mulai: '2025-03-01', kontrak_selesai: '2025-02-28' },
      'kontrak_selesai command/guard',
    ],
    [
      'a premium without a contract',
      { tanggal_berangkat: '2025-03-01', tanggal_iuran: '2025-02-01', bulan_iuran: '24' },
      'kontrak_mulai command/guard',
    ],
    [
      'months that are no number',
      { tanggal_berangkat: '2025-03-01', tanggal_iuran: '2025-02-01', bulan_iuran: 'dua' },
      'bulan_iuran row/shape',
    ],
  ])('%s', async (_what, change, fault) => {
    expect(faultsOf(await judged(person(change)))).toEqual([`2 ${fault}`]);
  });

  test('every fault of a row at once', async () => {
    expect(faultsOf(await judged(person({ nama: '', negara: 'Atlantis', nik: '12' })))).toEqual([
      '2 nama row/missing',
      '2 negara row/unknown-code',
    ]);
  });

  test('cells beyond the header: most likely a separator in a text', async () => {
    expect(faultsOf(await judged(list(`${goodRow(1)},Blitar`)))).toEqual(['2 baris row/extra-cells']);
  });

  test('a NIK that a spreadsheet keeps as a number, and a formula that fails', async () => {
    const header = ['kode_desa', 'nama', 'negara', 'nik'].map((value) => ({ value }));
    const row = ['35.05.08.2003', 'Siti', 'HK'].map((value) => ({ value }));
    const file = await workbook([header, [...row, { value: 3505081201900001, type: Number }]]);
    expect(faultsOf(await judged(file))).toEqual(['2 nik row/nik-as-number']);
    const { header: at } = await rowsOf('kode_desa,nama,negara\n1,a,HK\n');
    const cells = [
      { kind: 'text', text: '35.05.08.2003' },
      { kind: 'error', text: '' },
      { kind: 'text', text: 'HK' },
    ] as const;
    expect(faultsOf([newJudge().judge({ row: 5, cells }, at)])).toEqual(['5 nama row/broken-cell']);
  });

  test('never a value: faults hold columns, rules and days only', async () => {
    const rows = await judged(person({ nama: 'Rahasiawati', nik: '99', telepon: 'rahasia', negara: 'Rahasialand' }));
    expect(JSON.stringify(rows)).not.toMatch(/rahasia/i);
  });
});

describe('rows of one list beside each other', () => {
  test('the same placement twice: the second is refused and names the first', async () => {
    const rows = await judged(list(goodRow(1), goodRow(2), goodRow(1)));
    expect(faultsOf(rows)).toEqual(['4 baris row/twin']);
    expect(rows[2]).toMatchObject({ faults: [{ rule: { en: 'Row 2 holds the same placement.' } }] });
  });

  test('of one name, day of birth and village, one with a NIK: shown to a person, never merged', async () => {
    const rows = await judged(
      'kode_desa;nama;nik;tanggal_lahir;negara\n35.05.08.2003;Siti Aminah;3505085208900001;;HK\n' +
        '35.05.08.2003;SITI  AMINAH;;12/08/1990;TW\n35.05.08.2003;Siti Aminah;;13/08/1990;TW\n',
    );
    expect(rows.map((each) => each.ok && each.row.notices.map(({ code }) => code))).toEqual([
      [],
      ['row/like-worker'],
      [],
    ]);
  });

  test('more often than anybody was abroad: refused, so that no list makes work without end', async () => {
    const rows = Array.from({ length: 52 }, (_, index) => `35.05.08.2003,Siti,1990-08-12,HK,B${1_000_000 + index}`);
    const found = await judged(['kode_desa,nama,tanggal_lahir,negara,paspor', ...rows, ''].join('\n'));
    expect(faultsOf(found)).toEqual(['52 baris row/too-often', '53 baris row/too-often']);
  });

  test('an odd NIK is a notice and no fault', async () => {
    const [row] = await judged(
      'kode_desa;nama;nik;tanggal_lahir;negara\n35.05.08.2003;Siti;3571015208900001;1990-08-13;HK\n',
    );
    expect(row?.ok === true && row.row.notices.map(({ code, column }) => `${column} ${code}`)).toEqual([
      'nik person/nik-of-another-district',
      'tanggal_lahir person/nik-of-another-day',
    ]);
  });

  test('contracts of one worker that overlap: the later row is refused; the day after is none', async () => {
    const again = (from: string) => `35.05.08.2003,Orang 1,${nikOf(1)},Taiwan,${from},${from},2027-12-31`;
    const overlapping = await judged(list(goodRow(1), again('2025-06-01')));
    expect(faultsOf(overlapping)).toEqual(['3 kontrak_mulai row/contracts-overlap']);
    const before = `35.05.08.2003,Orang 1,${nikOf(1)},Taiwan,2023-01-01,2023-01-01,2025-02-28`;
    const following = await judged(list(goodRow(1), before));
    expect(faultsOf(following)).toEqual([]);
    expect(following[1]).toMatchObject({ row: { notices: [{ code: 'row/same-worker', column: 'nik' }] } });
  });
});
