import { createHmac, timingSafeEqual } from 'node:crypto';

/** Headers of a signed callback. */
export interface SignedHeaders {
  readonly 'x-bpjs-key-id'?: string | undefined;
  readonly 'x-bpjs-timestamp'?: string | undefined;
  readonly 'x-bpjs-signature'?: string | undefined;
}

/** `v1=` and the hex HMAC-SHA-256 of `<timestamp>.<body>`. */
export function sign(secret: string, timestamp: string, body: Buffer | string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Why a callback is not believed; null if it is. Old ones are refused, so that a recorded one cannot be played again. */
export function distrust(
  headers: SignedHeaders,
  body: Buffer,
  keys: ReadonlyMap<string, string>,
  maxAgeSeconds: number,
  nowMs: number,
): 'unsigned' | 'unknown-key' | 'too-old' | 'wrong-signature' | null {
  const { 'x-bpjs-key-id': keyId, 'x-bpjs-timestamp': timestamp, 'x-bpjs-signature': signature } = headers;
  if (keyId === undefined || timestamp === undefined || signature === undefined) return 'unsigned';
  const secret = keys.get(keyId);
  if (secret === undefined) return 'unknown-key';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowMs / 1000 - Number(timestamp)) > maxAgeSeconds) return 'too-old';
  const expected = Buffer.from(sign(secret, timestamp, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? null : 'wrong-signature';
}
