import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

const LIMIT_BYTES = 1024 * 1024;
// A caller that is cut off while sending may never read the answer, so what is too long is read and dropped, up to here.
const DRAIN_BYTES = 32 * LIMIT_BYTES;

/** The body as JSON; undefined if there is none. @throws Problem 400, 413 or 415 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) {
    throw broken('a body is needed', 'send the JSON that openapi.yaml describes');
  }
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new Problem(415, 'not-json', 'The body is not declared as JSON', {
      field: 'header:Content-Type',
      rule: 'application/json',
      remedy: 'send Content-Type: application/json',
    });
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw broken('the body is one JSON value in UTF-8', 'send valid JSON');
  }
}

function broken(rule: string, remedy: string): Problem {
  return new Problem(400, 'broken-json', 'The body cannot be read', { field: '', rule, remedy });
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LIMIT_BYTES) chunks.push(chunk);
    else chunks.length = 0;
    if (length > DRAIN_BYTES) break;
  }
  if (length <= LIMIT_BYTES) return Buffer.concat(chunks);
  throw new Problem(
    413,
    'body-too-large',
    'The body is too large',
    { field: '', rule: 'at most 1 MiB', remedy: 'send papers by their hash, not by their content' },
    { headers: { connection: 'close' } },
  );
}
