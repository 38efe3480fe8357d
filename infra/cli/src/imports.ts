import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { EXIT, Misuse, type ExitCode, type Terminal } from './terminal.ts';

/** The same file of the same officer is the same import: sent again it goes on, and opens nothing twice. */
const NAMESPACE = '4c1d3c0a-7a5e-5c33-9d7e-2f3b1f5f1e02';
const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const LISTS = '/v1/placements/imports';
const ASK_AGAIN_MS = 500;

/** What to send, and as whom. */
export interface ImportWish {
  readonly file: string;
  readonly apiUrl: string;
  /** Id of the officer on whose word the rows are registered. */
  readonly as: string;
  readonly dryRun: boolean;
  /** Where the report goes as CSV. */
  readonly report?: string | undefined;
  readonly json: boolean;
}

const Answer = z.object({
  importId: z.uuid(),
  status: z.string(),
  file: z.object({ format: z.string(), separator: z.string().nullable(), windows1252Rows: z.number() }).nullable(),
  rows: z.record(z.string(), z.number()),
});
type Answer = z.infer<typeof Answer>;
const Rows = z.object({
  rows: z.array(
    z.object({
      row: z.number(),
      faults: z.array(
        z.object({
          column: z.string(),
          code: z.string(),
          rule: z.object({ id: z.string() }),
          remedy: z.object({ id: z.string() }),
        }),
      ),
    }),
  ),
});
/** Refused rows that are told on the terminal; the report has them all. */
const TOLD = 50;

/**
 * Sends a list of placements and waits until its rows are registered. @returns 0 all good, 1 some rows refused
 * @throws Misuse if the file cannot be read, here or there
 */
export async function importPlacements(wish: ImportWish, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const ask: Ask = async (path, init = {}) => {
    const headers = { 'x-titian-identity': wish.as, ...init.headers };
    const response = await fetch(`${wish.apiUrl}${LISTS}${path}`, { ...init, signal, headers });
    if (!response.ok) throw new Misuse(await faultOf(response));
    return response;
  };
  let answer = await send(wish, ask);
  while (answer.status !== 'finished') {
    terminal.err(`${answer.rows['waiting'] ?? 0} rows wait`);
    await pause(ASK_AGAIN_MS, undefined, { signal });
    answer = Answer.parse(await (await ask(`/${answer.importId}`)).json());
  }
  if (wish.report !== undefined) {
    const { body } = await ask(`/${answer.importId}/report`);
    if (body !== null) await pipeline(Readable.fromWeb(body as never), createWriteStream(wish.report));
  }
  if (wish.json) terminal.out(JSON.stringify(answer));
  else {
    const refused = await ask(`/${answer.importId}/rows?status=refused&limit=${TOLD}`);
    inWords(answer, Rows.parse(await refused.json()), terminal);
  }
  return (answer.rows['refused'] ?? 0) === 0 ? EXIT.good : EXIT.finding;
}

type Ask = (path: string, init?: Pick<RequestInit, 'method' | 'body'> & Sending) => Promise<Response>;
/** `duplex` is what sends a body as it is read; the types of `fetch` do not know it. */
interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly duplex?: 'half';
}

async function send({ file, dryRun }: ImportWish, ask: Ask): Promise<Answer> {
  const type = TYPES[extname(file).toLowerCase()];
  if (type === undefined) throw new Misuse(`${file}: only .csv and .xlsx are lists.`);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new Misuse(`${file}: no such file.`);
  const key = uuidv5(`${await digestOf(file)}/${String(dryRun)}`, NAMESPACE);
  const response = await ask(`?dryRun=${String(dryRun)}`, {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': key },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  });
  return Answer.parse(await response.json());
}

function inWords({ file, rows }: Answer, refused: z.infer<typeof Rows>, terminal: Terminal): void {
  const { total = 0, checked = 0, registered = 0, already = 0, refused: bad = 0, withNotices = 0 } = rows;
  const separator = file?.separator == null ? '' : `, separator "${file.separator}"`;
  const old = (file?.windows1252Rows ?? 0) > 0 ? `, ${file?.windows1252Rows ?? 0} rows in Windows-1252` : '';
  terminal.out(`${file?.format ?? ''}${separator}${old}: ${total} rows`);
  terminal.out(`  ${checked} good, ${registered} registered, ${already} registered before, ${bad} refused`);
  if (withNotices > 0) terminal.out(`  ${withNotices} to look at: see the report`);
  for (const { row, faults } of refused.rows)
    for (const { column, rule, remedy } of faults) terminal.out(`  baris ${row}, ${column}: ${rule.id} ${remedy.id}`);
  if (bad > refused.rows.length) terminal.out(`  … and ${bad - refused.rows.length} more: see the report`);
}

async function faultOf(response: Response): Promise<string> {
  const { title = `HTTP ${response.status}`, remedy } = (await response.json().catch(() => ({}))) as {
    title?: string;
    remedy?: { en?: string };
  };
  return `${title} ${remedy?.en ?? ''}`.trim();
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file)) digest.update(chunk as Buffer);
  return digest.digest('hex');
}
