import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import type { LIMITS } from './cells.ts';
import { HEADER, rowsOf, workbook } from './testing/lists.ts';
import { plainText } from './values.ts';

const texts = async (file: Buffer | string, pieces?: number): Promise<readonly (readonly string[])[]> =>
  (await rowsOf(file, pieces)).rows.map(({ cells }) => cells.map(plainText));
const refusal = async (file: Buffer | string, limits?: typeof LIMITS): Promise<unknown> =>
  rowsOf(file, 1000, limits).then(
    () => undefined,
    (error: unknown) => (error as { problem: object }).problem,
  );

describe('a list as CSV', () => {
  test.each([
    ['a comma', ',', ','],
    ['a semicolon', ';', ';'],
    ['a tab', '\t', 'TAB'],
  ])('may be separated by %s', async (_name, sign, separator) => {
    const { rows, notes } = await rowsOf(`kode_desa,nama,negara\r\n1,Siti,HK\r\n`.replaceAll(',', sign));
    expect(notes).toMatchObject({ format: 'CSV', separator, windows1252Rows: 0 });
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([[2, 3]]);
  });

  test('says its separator in a line of Excel, which is no row', async () => {
    const { rows, notes } = await rowsOf('sep=;\nkode_desa;nama;negara\n1;"Siti, istri Budi";HK\n');
    expect(notes.separator).toBe(';');
    expect(rows.map(({ row }) => row)).toEqual([2]);
  });

  test('is UTF-8, with or without its mark, or Windows-1252, row by row', async () => {
    const line = 'kode_desa,nama,negara\n1,Renée D’Aubigné,HK\n';
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(line)]);
    const old = iconv.encode(line, 'windows-1252');
    const mixed = Buffer.concat([Buffer.from(line), old.subarray(old.indexOf('\n') + 1)]);
    for (const file of [Buffer.from(line), marked, old])
      expect(await texts(file)).toEqual([['1', 'Renée D’Aubigné', 'HK']]);
    expect(await texts(mixed)).toHaveLength(2);
    expect((await rowsOf(mixed)).notes.windows1252Rows).toBe(1);
    expect((await rowsOf(marked)).notes.windows1252Rows).toBe(0);
  });

  test('counts rows as a spreadsheet does: quoted line breaks, blank lines and titles are no matter', async () => {
    const file = 'DAFTAR PMI DESA TAMBAKREJO\n\nkode_desa,nama,negara\n1,"Siti\r\nAminah",HK\n\n,,\n2,Budi "Bo" S,TW\n';
    const { rows } = await rowsOf(file);
    expect(rows.map(({ row, cells }) => [row, plainText(cells[1] ?? { kind: 'text', text: '' })])).toEqual([
      [4, 'Siti Aminah'],
      [7, 'Budi "Bo" S'],
    ]);
  });

  test('reads the same in whatever pieces it arrives', async () => {
    const file = `\ufeff${HEADER}\r\n"a","b ""c""\n",é,d,e,f,g\r\n`;
    for (const pieces of [1, 2, 3, 7, 1000]) expect(await texts(file, pieces)).toEqual(await texts(file));
  });

  test('whose quote is never closed names the row, and nothing of it is taken', async () => {
    expect(await refusal('kode_desa,nama,negara\n1,a,HK\n1,"b,HK\n1,c,HK\n')).toMatchObject({
      type: 'urn:titian:problem:list/broken-csv',
      field: '/rows/3',
    });
    const long = `kode_desa,nama,negara\n1,"${'x'.repeat(200_000)}`;
    expect(await refusal(long)).toMatchObject({ type: 'urn:titian:problem:list/broken-csv', field: '/rows/2' });
  });

  test.each([
    ['nothing', '', 'list/empty'],
    ['a header only', 'kode_desa,nama,negara\n', 'list/empty'],
    ['UTF-16', Buffer.from('\ufeffkode_desa,nama', 'utf16le'), 'list/utf-16'],
    ['an old or locked Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'list/old-excel'],
    ['half a zip', Buffer.from('PK\u0003\u0004 and no more'), 'list/broken-xlsx'],
  ])('of %s is refused as a whole', async (_name, file, code) => {
    expect(await refusal(file)).toMatchObject({
      type: `urn:titian:problem:${code}`,
      remedy: { id: expect.any(String) },
    });
  });

  test('with columns that are missing, unknown or there twice names each', async () => {
    expect(await refusal('nama,Nama Lengkap,alamat,negara\na,b,c,d\n')).toMatchObject({
      type: 'urn:titian:problem:list/columns',
      errors: [{ field: 'column 2' }, { field: 'column 3' }, { field: 'kode_desa' }],
    });
  });

  test.each([
    ['with more people than a list may have', '1,a,HK\n'.repeat(11)],
    ['with something far below', `1,a,HK\n${'\n'.repeat(30)}1,b,HK\n`],
  ])('%s is refused', async (_what, rows) => {
    const limits = { rows: 10, lastRow: 20 };
    expect(await refusal(`kode_desa,nama,negara\n${rows}`, limits)).toMatchObject({
      status: 413,
      type: 'urn:titian:problem:list/too-many-rows',
    });
    expect(await refusal(`kode_desa,nama,negara\n${'1,a,HK\n'.repeat(10)}`, limits)).toBeUndefined();
  });
});

describe('a list as a workbook', () => {
  const header = ['kode_desa', 'nama', 'negara', 'tanggal_berangkat', 'nik'].map((value) => ({ value }));

  test('has days as cells or as text, and empty cells', async () => {
    const file = await workbook([
      header,
      [
        { value: '35.05.08.2003' },
        { value: 'Siti <Aminah> & co' },
        null,
        { value: new Date(Date.UTC(2025, 2, 31)), type: Date, format: 'dd/mm/yyyy' },
        { value: 3505081201900001, type: Number },
      ],
      [{ value: '35.05.08.2003' }, null, { value: 'TW' }, { value: '31/03/2025' }],
    ]);
    const { rows, notes } = await rowsOf(file, 100);
    expect(notes).toMatchObject({ format: 'XLSX', sheet: 'Daftar PMI', separator: null });
    expect(rows[0]).toEqual({
      row: 2,
      cells: [
        { kind: 'text', text: '35.05.08.2003' },
        { kind: 'text', text: 'Siti <Aminah> & co' },
        { kind: 'text', text: '' },
        { kind: 'day', text: '2025-03-31' },
        { kind: 'number', text: '3505081201900001' },
      ],
    });
    expect(rows[1]?.cells[3]).toEqual({ kind: 'text', text: '31/03/2025' });
  });

  test('that unpacks to gigabytes is refused before it does', async () => {
    const file = await workbook([header, [{ value: 'x' }]]);
    const bomb = zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(200 * 1024 * 1024, ' ') }, file);
    expect(await refusal(bomb)).toMatchObject({ status: 413, type: 'urn:titian:problem:list/unpacks-too-large' });
  });

  test('that was changed in any byte is refused or read, and never breaks the reader', async () => {
    const file = await workbook([header, [{ value: 'x' }, { value: 'y' }, { value: 'z' }]]);
    for (let at = 0; at < file.length; at += 7) {
      const broken = Buffer.from(file);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const problem = await refusal(broken);
      if (problem !== undefined)
        expect(problem).toMatchObject({ type: expect.stringMatching(/^urn:titian:problem:list/) });
    }
  });
});

/** A zip whose named parts are replaced; what it promises about their size is true, as a bomb may well do. */
function zipOf(parts: Readonly<Record<string, Buffer>>, like: Buffer): Buffer {
  const names = [...like.toString('latin1').matchAll(/PK\u0001\u0002[^]{24}([^])([^])[^]{16}/g)].map((match) => {
    const length = (match[1] ?? '\0').charCodeAt(0);
    const start = match.index + 46;
    return like.toString('latin1', start, start + length);
  });
  const small: Readonly<Record<string, string>> = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  };
  const entries = names
    .filter((name) => name in parts || name in small)
    .map((name) => ({ name: Buffer.from(name), data: parts[name] ?? Buffer.from(small[name] ?? '') }));
  return pack(entries);
}

function pack(entries: readonly { readonly name: Buffer; readonly data: Buffer }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const packed = deflateRawSync(data);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt16LE(8, 0); // deflated
    sizes.writeUInt32LE(packed.length, 10);
    sizes.writeUInt32LE(data.length, 14);
    const nameLength = Buffer.alloc(4);
    nameLength.writeUInt16LE(name.length, 0);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\0\0', 'latin1'), sizes, nameLength, name, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0\u0014\0\0\0', 'latin1'), sizes, nameLength, end, name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(entries.length, 4);
  tail.writeUInt16LE(entries.length, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006', 'latin1'), tail]);
}
