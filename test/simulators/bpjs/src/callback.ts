import { createHmac, randomUUID } from 'node:crypto';
import type { CallbackType, JournalEvent } from './journal-event.ts';
import type { Claim } from './state.ts';

/** The secret shared with the receiver, and the name it goes by. */
export interface CallbackKey {
  readonly keyId: string;
  readonly secret: string;
}

/** @throws Error unless the text is `keyId:secret`; never prints it */
export function parseCallbackKey(text: string): CallbackKey {
  const cut = text.indexOf(':');
  if (cut < 1 || cut === text.length - 1) throw new Error('the callback key must read keyId:secret');
  return { keyId: text.slice(0, cut), secret: text.slice(cut + 1) };
}

/** Queues a callback; its id and text are fixed here, so that every attempt and every restart sends the same. */
export function callbackQueued(
  callbackType: CallbackType,
  claim: Pick<Claim, 'reference' | 'submission'>,
  occurredAt: string,
  details: Readonly<Record<string, unknown>> = {},
): JournalEvent {
  const callbackId = randomUUID();
  const { reference } = claim;
  const { claimRef } = claim.submission;
  const body = JSON.stringify({ callbackId, type: callbackType, reference, claimRef, occurredAt, ...details });
  return { type: 'callback-queued', callbackId, callbackType, reference, claimRef, occurredAt, body };
}

/** The headers that prove who sent this body, and when. */
export function signedHeaders(key: CallbackKey, body: string, now: Date): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000).toString();
  const digest = createHmac('sha256', key.secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-bpjs-key-id': key.keyId,
    'x-bpjs-timestamp': timestamp,
    'x-bpjs-signature': `v1=${digest}`,
  };
}
