import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

/** The contract sends references to documents, never documents. */
const LIMIT_BYTES = 1024 * 1024;

/** Reads a JSON body. @throws Problem 413 over 1 MiB, 400 if it is no JSON */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMIT_BYTES) {
      throw new Problem(
        413,
        'body-too-large',
        'The body is too large',
        { field: '', rule: 'a body has at most 1 MiB', remedy: 'send documents by reference and hash' },
        { headers: { connection: 'close' } },
      );
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new Problem(400, 'broken-json', 'The body is not JSON', {
      field: '',
      rule: 'a body is JSON in UTF-8',
      remedy: 'check brackets and quotes, then send again',
    });
  }
}
