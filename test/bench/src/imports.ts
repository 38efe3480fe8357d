import { randomUUID } from 'node:crypto';
import { residentMiB, type LocalStack } from '@titian/local';
import writeExcelFile from 'write-excel-file/node';
import { resultOf, type Result } from './stats.ts';

const HEADER = [
  'kode_desa',
  'nama',
  'nik',
  'negara',
  'penempatan',
  'tanggal_berangkat',
  'kontrak_mulai',
  'kontrak_selesai',
];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LOOK_EVERY_MS = 20;

const rowOf = (person: number): readonly string[] => [
  '35.05.08.2003',
  `Orang ${person}`,
  `35050812${String(1 + Math.floor(person / 9999)).padStart(2, '0')}90${String(1 + (person % 9999)).padStart(4, '0')}`,
  person % 3 === 0 ? 'Taiwan' : 'Hong Kong',
  'P3MI',
  '01/03/2025',
  '01/03/2025',
  '28/02/2027',
];
const rowsOf = (count: number): readonly (readonly string[])[] => [
  HEADER,
  ...Array.from({ length: count }, (_, person) => rowOf(person)),
];
const csvOf = (count: number): Promise<Buffer> =>
  Promise.resolve(
    Buffer.from(
      rowsOf(count)
        .map((row) => row.join(';'))
        .join('\r\n'),
    ),
  );
const xlsxOf = (count: number): Promise<Buffer> =>
  writeExcelFile([{ data: rowsOf(count).map((row) => row.map((value) => ({ value }))), sheet: 'Daftar' }]).toBuffer();

interface Seen {
  readonly rows: number;
  readonly seconds: number;
  readonly restMiB: number;
  readonly peakMiB: number;
}

/**
 * A list as a dry run: read, judged against the rules, the rows before it and the record, and put down. What registering costs
 * after it is the lifecycle's figure. Memory is the API's own, at its highest while the list comes in.
 */
export async function benchImports(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, readonly Seen[]> }> {
  const [few, many] = quick ? [1_000, 10_000] : [10_000, 100_000];
  await sendList(stack, await csvOf(few), 'text/csv', few); // warm up
  const samples: Record<string, readonly Seen[]> = {};
  const results: Result[] = [];
  for (const [name, make, type] of [
    ['csv', csvOf, 'text/csv'],
    ['xlsx', xlsxOf, XLSX],
  ] as const) {
    for (const count of [few, many]) {
      const file = await make(count);
      const seen: Seen[] = [];
      for (let round = 0; round < 3; round += 1) seen.push(await sendList(stack, file, type, count));
      samples[`${name}_${count}`] = seen;
      const of = `imports.${name}_${count}`;
      results.push(
        resultOf(
          `${of}_rows_per_s`,
          seen.map(({ rows, seconds }) => rows / seconds),
          'rows/s',
        ),
        resultOf(
          `${of}_peak_mib`,
          seen.map(({ peakMiB }) => peakMiB),
          'MiB',
        ),
      );
    }
  }
  return { results, samples };
}

async function sendList(stack: LocalStack, file: Buffer, type: string, rows: number): Promise<Seen> {
  const { 'case-api': pid } = stack.pids();
  if (pid === undefined) throw new Error('case-api does not run');
  const residentNow = (): number => residentMiB({ api: pid })['api'] ?? 0;
  const restMiB = residentNow();
  let peakMiB = restMiB;
  const watch = setInterval(() => (peakMiB = Math.max(peakMiB, residentNow())), LOOK_EVERY_MS);
  const began = performance.now();
  const response = await fetch(`${stack.addresses.apiUrl}/v1/placements/imports?dryRun=true`, {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': randomUUID(), 'x-titian-identity': 'kades-tambakrejo' },
    body: new Uint8Array(file),
  });
  const answer = (await response.json()) as { rows?: { checked?: number } };
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  if (answer.rows?.checked !== rows) throw new Error(`the list was not taken: ${JSON.stringify(answer)}`);
  return { rows, seconds, restMiB, peakMiB };
}
