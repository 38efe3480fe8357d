import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import writeExcelFile from 'write-excel-file/node';
import { startStack, type LocalStack } from '@titian/local';

jest.setTimeout(120_000);
const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../../../..');
const HEAD = 'kades-tambakrejo';
const VILLAGE = '35.05.08.2003';
const CSV = 'text/csv';
const HEADER =
  'kode_desa;nama;nik;negara;penempatan;tanggal_berangkat;kontrak_mulai;kontrak_selesai;tanggal_pulang;jenis_pulang';

const nikOf = (person: number): string => String(3_505_081_203_850_001n + BigInt(person));
/** Names of two persons are never spelt alike. */
const nameOf = (person: number): string =>
  `Rahasiawati ${Array.from(String(person), (digit) => 'bcdfgklmpr'.charAt(Number(digit))).join('a')}`;
const worker = (person: number, name = nameOf(person)): string =>
  `${VILLAGE};${name};${nikOf(person)};Hong Kong;P3MI;01/03/2025;01/03/2025;28/02/2027;;`;
const workers = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => worker(from + index));
const list = (...rows: readonly string[]): Buffer => Buffer.from([HEADER, ...rows, ''].join('\r\n'), 'latin1');

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly importId: string;
    readonly rows: Record<string, number>;
  };
}

/** Lists of a village over HTTP, on the real stack. */
describe('a list of placements', () => {
  let stack: LocalStack;
  let db: pg.Pool;

  beforeAll(async () => {
    const parts = ['postgres', 'temporal', 'case-worker', 'case-api'] as const;
    stack = await startStack({ profile: `test-${String(process.pid)}-imports`, ports: 'free', parts });
    db = new pg.Pool({ connectionString: stack.addresses.databaseUrl, max: 2 });
    db.on('error', () => undefined); // a stack that ends takes its connections along
  }, 180_000);
  afterAll(async () => {
    await db.end();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  const ask = async (path: string, init: RequestInit & { duplex?: 'half' } = {}, who = HEAD): Promise<Answer> => {
    const response = await fetch(`${stack.addresses.apiUrl}/v1/placements/imports${path}`, {
      ...init,
      headers: { 'x-titian-identity': who, ...(init.headers as Record<string, string> | undefined) },
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const send = (file: Buffer, { key = randomUUID(), query = '', type = CSV, who = HEAD } = {}) =>
    ask(
      query,
      { method: 'POST', headers: { 'content-type': type, 'idempotency-key': key }, body: new Uint8Array(file) },
      who,
    );
  const finished = async (importId: string, who = HEAD): Promise<Answer['body']> => {
    for (const deadline = Date.now() + 90_000; Date.now() < deadline;) {
      const answer = await ask(`/${importId}`, {}, who).catch(() => undefined); // e.g. the API is down
      if (answer?.body['status'] === 'finished') return answer.body;
      await pause(100);
    }
    throw new Error(`list ${importId} was not finished within a minute and a half`);
  };
  const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
    Number((await db.query<{ count: string }>(sql, [...values])).rows[0]?.count);
  const placements = () => count(`select count(*) from case_file where type = 'placement'`);

  test('in Windows-1252 with semicolons: good rows in, bad rows out with column and reason, the rest unharmed', async () => {
    const before = await placements();
    const bad = [
      worker(50).replace('Hong Kong', 'Atlantis'),
      worker(51).replace('01/03/2025', '31/02/2025'),
      worker(52).replace(';;', ';01/02/2025;LEBIH AWAL').replace(/;$/, ''),
      worker(1).replace(/01\/03\/2025/g, '01/06/2025'),
      worker(53).replace(VILLAGE, '35.05.08.2001'),
    ];
    const home = worker(54, 'Ren\xe9e').replace(/;;$/, ';01/02/2026;SELESAI KONTRAK');
    const sent = await send(list(...workers(0, 20), ...bad, home));
    expect(sent).toMatchObject({
      status: 201,
      body: { dryRun: false, file: { format: 'CSV', separator: ';', windows1252Rows: 1 } },
    });
    const done = await finished(sent.body.importId);
    const refused = await ask(`/${sent.body.importId}/rows?status=refused`);
    const seen = (refused.body.rows as unknown as { row: number; faults: { column: string; code: string }[] }[]).map(
      ({ row, faults }) => [row, ...faults.map(({ column, code }) => `${column} ${code}`)],
    );
    expect(seen).toEqual([
      [22, 'negara row/unknown-code'],
      [23, 'tanggal_berangkat row/day'],
      [24, 'tanggal_pulang command/guard'],
      [25, 'kontrak_mulai row/contracts-overlap'],
      [26, 'kode_desa row/outside-area'],
    ]);
    expect(done.rows).toEqual({
      total: 26,
      waiting: 0,
      checked: 0,
      registered: 21,
      already: 0,
      refused: 5,
      withNotices: 0,
    });
    expect(await placements()).toBe(before + 21);
    expect(await count(`select count(*) from case_file where type = 'placement' and stage = 'returning'`)).toBe(1);
  });

  test('leaves nothing of a person but in the statement store, and its raw rows are gone', async () => {
    const [kept] = (
      await db.query<{ text: string }>(
        `select (select coalesce(string_agg(r::text, ' '), '') from placement_import_row r)
           || (select string_agg(body, ' ') from case_event) as text`,
      )
    ).rows;
    expect(kept?.text).not.toMatch(/Rahasiawati|350508120385/);
    expect(await count('select count(*) from placement_import_row where cipher is not null')).toBe(0);
  });

  test('sent again opens nothing twice: the same key, the same file, the same rows in a workbook', async () => {
    const key = randomUUID();
    const file = list(...workers(100, 10));
    const first = await send(file, { key });
    await finished(first.body.importId);
    const before = await placements();
    expect((await send(file, { key })).body.importId).toBe(first.body.importId);
    expect(await send(list(...workers(100, 11)), { key })).toMatchObject({ status: 409 });
    const again = await finished((await send(file)).body.importId);
    expect(again.rows).toMatchObject({ registered: 0, already: 10, refused: 0 });
    const cells = [`no;${HEADER}`, ...workers(100, 10).map((row, at) => `${at + 1};${row}`)].map((row) =>
      row.split(';').map((value) => ({ value })),
    );
    const workbook = await writeExcelFile([{ data: cells, sheet: 'Daftar' }]).toBuffer();
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const asWorkbook = await send(workbook, { type, who: 'disnaker-blitar-1' });
    expect((await finished(asWorkbook.body.importId, 'disnaker-blitar-1')).rows).toMatchObject({
      registered: 0,
      already: 10,
      refused: 0,
    });
    const changed = await finished((await send(list(worker(100, 'Nama Lain')))).body.importId);
    expect(changed.rows).toMatchObject({ already: 0, refused: 1 });
    expect(await placements()).toBe(before);
  });

  test('goes on where it was when the API is killed in the middle, and registers each row once', async () => {
    const sent = await send(list(...workers(1000, 100)));
    for (let settled = 0; settled < 10;) {
      await pause(20);
      settled = await count(`select count(*) from placement_import_row where import_id = $1 and status <> 'waiting'`, [
        sent.body.importId,
      ]);
    }
    await stack.kill('case-api');
    const left = await count(`select count(*) from placement_import_row where import_id = $1 and status = 'waiting'`, [
      sent.body.importId,
    ]);
    expect(left).toBeGreaterThan(0);
    await stack.start('case-api');
    const done = await finished(sent.body.importId);
    expect(done.rows).toMatchObject({ total: 100, registered: 100, waiting: 0, already: 0, refused: 0 });
    const opened = await db.query<{ cases: string; events: string }>(
      `select count(distinct f.case_id) as cases, count(e.*) as events
       from placement_import_row r join case_file f on f.case_id = r.case_id
       join case_event e on e.case_id = r.case_id and e.type = 'titian.placement.found-abroad.v1'
       where r.import_id = $1`,
      [sent.body.importId],
    );
    expect(opened.rows[0]).toEqual({ cases: '100', events: '100' });
  });

  test('of a dry run is judged, and registers nobody', async () => {
    const before = await placements();
    const { body } = await send(list(worker(2000), worker(100), 'x'), { query: '?dryRun=true' });
    expect(body).toMatchObject({
      status: 'finished',
      dryRun: true,
      rows: { total: 3, checked: 1, already: 1, refused: 1 },
    });
    expect(await placements()).toBe(before);
  });

  test('that cannot be read as a whole, or whose sender is lost, leaves nothing behind', async () => {
    const lists = await count('select count(*) from placement_import');
    const refused = async (file: Buffer, type = CSV) => {
      const { status, body } = await send(file, { type });
      return [status, String(body['type']).replace('urn:titian:problem:', '')];
    };
    expect(await refused(Buffer.from('nama;negara\nSiti;HK\n'))).toEqual([422, 'list/columns']);
    expect(await refused(list(...workers(3000, 600), '"offen'))).toEqual([422, 'list/broken-csv']);
    expect(await refused(Buffer.alloc(33 * 1024 * 1024, `${worker(1)}\n`))).toEqual([422, 'list/columns']);
    expect(await refused(Buffer.concat([list(), Buffer.alloc(33 * 1024 * 1024, `${'x'.repeat(4000)}\n`)]))).toEqual([
      413,
      'list/too-large',
    ]);
    expect(await refused(Buffer.from('{}'), 'application/json')).toEqual([415, 'list/not-a-file']);
    const lost = new AbortController();
    const slow = async function* (): AsyncGenerator<Buffer> {
      yield list(...workers(4000, 1200));
      await pause(50);
      lost.abort();
      yield Buffer.from(worker(9999));
    };
    const body = ReadableStream.from(slow()) as unknown as ReadableStream;
    const headers = { 'content-type': CSV, 'idempotency-key': randomUUID() };
    await expect(ask('', { method: 'POST', headers, body, duplex: 'half', signal: lost.signal })).rejects.toThrow();
    for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
      if ((await count('select count(*) from placement_import')) === lists) break;
      await pause(50);
    }
    expect(await count('select count(*) from placement_import')).toBe(lists);
  });

  test('is sent and seen by those who answer for its villages only', async () => {
    const { body } = await send(list(worker(5000)));
    await finished(body.importId);
    expect(await send(list(worker(5001)), { who: 'kecamatan-wonotirto' })).toMatchObject({ status: 403 });
    expect(await ask(`/${body.importId}`, {}, 'disnaker-blitar-1')).toMatchObject({ status: 200 });
    const elsewhere = { headers: { 'content-type': CSV, 'idempotency-key': randomUUID() }, method: 'POST', body: 'x' };
    const response = await fetch(`${stack.addresses.apiUrl}/v1/placements`, elsewhere);
    expect(response.status).toBe(415);
  });

  test('from the terminal: the report comes as a file that a spreadsheet takes for no formula', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'titian-import-'));
    const [file, report] = [join(folder, 'daftar.csv'), join(folder, 'laporan.csv')];
    await writeFile(
      file,
      list(worker(6000), worker(6001, '=HYPERLINK("x")').replace('Hong Kong', '@SUM(1)'), worker(100)),
    );
    const cli = (...args: readonly string[]) =>
      run(
        process.execPath,
        [join(ROOT, 'infra/cli/bin/titian.mjs'), 'import', 'placements', file, '--as', HEAD, ...args],
        {
          env: { ...process.env, TITIAN_API: stack.addresses.apiUrl },
        },
      );
    const first = await cli('--report', report).catch((error: unknown) => error as { code: number; stdout: string });
    expect(first).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('baris 3, negara: Negara ini tidak dikenal.'),
    });
    expect(first.stdout).toContain('1 registered, 1 registered before, 1 refused');
    const cells = parse<Record<string, string>>(await readFile(report), { bom: true, columns: true });
    expect(cells.map(({ baris, status, kolom }) => [baris, status, kolom])).toEqual([
      ['2', 'registered', ''],
      ['3', 'refused', 'negara'],
      ['4', 'already', ''],
    ]);
    expect(cells.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
  });
});
