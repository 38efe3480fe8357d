import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** A problem document, or whatever else was answered. */
export interface Answer {
  readonly status: number;
  /** Stable code of a problem, without its prefix; undefined on success. */
  readonly code: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** What to send beside method and path. */
export interface Sent {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the API as anybody, and remembers every address and every answer it has seen. */
export class FrontDesk {
  readonly heard: string[] = [];

  constructor(private readonly apiUrl: string) {}

  async ask(
    who: string | null,
    operation: string,
    { body, key = randomUUID(), headers = {} }: Sent = {},
  ): Promise<Answer> {
    const [method = '', path = ''] = operation.split(' ');
    const response = await fetch(`${this.apiUrl}${path}`, {
      method,
      headers: {
        ...(who === null ? {} : { 'x-titian-identity': who }),
        ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': key } : {}),
        ...headers,
      },
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const text = await response.text();
    this.heard.push(response.url, JSON.stringify([...response.headers]), text);
    const answer = JSON.parse(text) as Record<string, unknown>;
    const { type } = answer;
    const code = response.ok ? undefined : String(type).replace('urn:titian:problem:', '');
    return { status: response.status, code, body: answer, headers: response.headers };
  }

  command(who: string | null, caseId: string, command: string, body: object, more: Sent = {}): Promise<Answer> {
    return this.ask(who, `POST /v1/cases/${caseId}/commands/${command}`, { body, ...more });
  }

  /** Sends what must succeed; asks again, with the same key, while the answer is not known yet. */
  async must(who: string, operation: string, body: object): Promise<Answer> {
    const key = randomUUID();
    for (let tries = 0; tries < 20; tries += 1) {
      const answer = await this.ask(who, operation, { body, key });
      if (answer.status === 200 || answer.status === 201) return answer;
      if (answer.status !== 202 && answer.status !== 503)
        throw new Error(`${operation}: ${JSON.stringify(answer.body)}`);
    }
    throw new Error(`${operation}: no answer`);
  }
}

/** How much is stored: nothing may be added by what is refused. */
export interface Stored {
  readonly revision: number | null;
  readonly events: number;
  readonly receipts: number;
  readonly statements: number;
}

/** Looks into the record, past every rule of access. */
export class RecordWatch {
  private constructor(private readonly client: Client) {}

  static async open(databaseUrl: string): Promise<RecordWatch> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    return new RecordWatch(client);
  }

  /** Of one case; statements belong to no case and are counted all together, and so are cases. */
  async stored(caseId: string): Promise<Stored & { readonly cases: number }> {
    const { rows } = await this.client.query<Stored & { cases: number }>(
      `select (select revision from case_file where case_id = $1) as revision,
         (select count(*)::int from case_event where case_id = $1) as events,
         (select count(*)::int from command_receipt where case_id = $1) as receipts,
         (select count(*)::int from statement) as statements,
         (select count(*)::int from case_file) as cases`,
      [caseId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the record counts nothing');
    return row;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** What every part of a stack has logged so far, by file. @throws Error if so few have that nothing would be shown by it */
export async function logsUnder(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(folder, { recursive: true });
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')));
  const logs = new Map(files.flatMap((file, index) => (texts[index] ? [[file, texts[index]] as const] : [])));
  if (logs.size < 4) throw new Error(`only ${logs.size} logs under ${folder}`);
  return logs;
}
