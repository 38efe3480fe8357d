import { v5 as uuidv5 } from 'uuid';
import type { GeneratedCase } from './generate-cases.ts';

/** Namespace of idempotency keys: the same case of the same seed is sent under the same key. */
const NAMESPACE = 'b6a3f7f4-0d2c-5e1b-8f5a-6c9d2e7a4b10';
const AT_ONCE = 8;

/** What came of sending. */
export interface SendReport {
  readonly accepted: number;
  /** Count of refusals by the code of the problem. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Who of the local stack may file a case of an area. */
export function filerOf(area: string): string {
  return area.startsWith('35.05.') ? 'disnaker-blitar-1' : 'bp3mi-jatim-1';
}

/** Posts cases to a running local stack, a few at once. Sent again with the same seed, nothing is opened twice. */
export async function sendCases(
  cases: Iterable<GeneratedCase>,
  apiUrl: string,
  seed: number,
  onProgress: (sent: number) => void,
): Promise<SendReport> {
  const refused: Record<string, number> = {};
  let accepted = 0;
  let sent = 0;
  const queue = cases[Symbol.iterator]();
  const send = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const key = uuidv5(`${seed}/${sent}/${next.value.area}`, NAMESPACE);
      sent += 1;
      const code = await post(apiUrl, next.value, key);
      if (code === null) accepted += 1;
      else refused[code] = (refused[code] ?? 0) + 1;
      if ((accepted + 1) % 100 === 0) onProgress(accepted);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return { accepted, refused };
}

/** @returns null if it was taken, else the code of the problem */
async function post(apiUrl: string, { kind, area, intake }: GeneratedCase, key: string): Promise<string | null> {
  const response = await fetch(`${apiUrl}/v1/${kind}s`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-titian-identity': filerOf(area) },
    body: JSON.stringify(intake),
  });
  const body = (await response.json()) as { type?: string };
  return response.ok ? null : (body.type ?? `http-${response.status}`).replace('urn:titian:problem:', '');
}
