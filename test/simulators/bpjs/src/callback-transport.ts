import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { signedHeaders, type CallbackKey } from './callback.ts';
import type { Faults } from './faults.ts';
import type { Transport } from './outbox.ts';

const MAX_SOCKETS = 16;
const SILENCE_MS = 10_000;

/** Posts callbacks to one address, signed anew at each attempt. */
export function httpTransport(
  url: string,
  key: CallbackKey,
  now: () => Date,
  faults: Faults,
): { send: Transport; close(): void } {
  const secure = new URL(url).protocol === 'https:';
  const options = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const agent = secure ? new HttpsAgent(options) : new HttpAgent(options);
  const request = secure ? httpsRequest : httpRequest;

  const send: Transport = ({ body }, signal) =>
    new Promise((resolve) => {
      const skewMs = faults.happens('clockSkew') ? faults.current.skewSeconds * 1_000 : 0;
      const signing = faults.happens('wrongSignature') ? { ...key, secret: 'a secret that nobody else has' } : key;
      const signed = signedHeaders(signing, body, new Date(now().getTime() + skewMs));
      const headers = { ...signed, 'content-length': Buffer.byteLength(body) };
      const sent = request(url, { method: 'POST', agent, headers, signal, timeout: SILENCE_MS }, (response) => {
        const status = response.statusCode ?? 0;
        response.once('close', () => {
          if (!response.complete) resolve({ fault: 'the answer broke off' });
          else if (status >= 200 && status < 300) resolve(undefined);
          else resolve({ fault: `answered ${status}`, status });
        });
        response.resume();
      });
      sent.once('timeout', () => sent.destroy(new Error(`no answer within ${SILENCE_MS} ms`)));
      sent.on('error', (error) => {
        resolve({ fault: error.message });
      });
      sent.end(body);
    });

  return {
    send,
    close: () => {
      agent.destroy();
    },
  };
}
