import { describe, expect, test } from '@jest/globals';
import { distrust, sign, type SignedHeaders } from './signature.ts';

const NOW_MS = Date.parse('2026-01-05T02:00:00.500Z');
const NOW = Math.floor(NOW_MS / 1000);
const MAX_AGE = 300;
const OLD_SECRET = 'the-secret-of-last-year';
const NEW_SECRET = 'the-secret-of-this-year';
const KEYS = new Map([
  ['k1', OLD_SECRET],
  ['k2', NEW_SECRET],
]);
const BODY = '{"claimRef":"x"}';

const signed = (secret = NEW_SECRET, timestamp = String(NOW), keyId = 'k2', body = BODY): SignedHeaders => ({
  'x-bpjs-key-id': keyId,
  'x-bpjs-timestamp': timestamp,
  'x-bpjs-signature': sign(secret, timestamp, body),
});
const good = signed();
const without = (name: keyof SignedHeaders): SignedHeaders => ({ ...good, [name]: undefined });
const at = (seconds: number): SignedHeaders => signed(NEW_SECRET, String(seconds));
const judge = (headers: SignedHeaders, body = BODY): string =>
  distrust(headers, Buffer.from(body), KEYS, MAX_AGE, NOW_MS) ?? 'believed';

describe('a callback', () => {
  test.each<[string, SignedHeaders, string]>([
    ['signed with the key of today', good, 'believed'],
    ['signed with the key that is being replaced', signed(OLD_SECRET, String(NOW), 'k1'), 'believed'],
    ['without key id', without('x-bpjs-key-id'), 'unsigned'],
    ['without timestamp', without('x-bpjs-timestamp'), 'unsigned'],
    ['without signature', without('x-bpjs-signature'), 'unsigned'],
    ['without any of them', {}, 'unsigned'],
    ['of a key nobody knows', signed(NEW_SECRET, String(NOW), 'k3'), 'unknown-key'],
    ['of a key named like a member of every object', signed(NEW_SECRET, String(NOW), '__proto__'), 'unknown-key'],
    ['signed with another secret', signed('a-secret-that-is-not-ours'), 'wrong-signature'],
    ['signed with the secret of another key', signed(OLD_SECRET), 'wrong-signature'],
    ['signed for another body', signed(NEW_SECRET, String(NOW), 'k2', '{"claimRef":"y"}'), 'wrong-signature'],
    ['with a later timestamp than was signed', { ...good, 'x-bpjs-timestamp': String(NOW + 1) }, 'wrong-signature'],
    ['with an empty signature', { ...good, 'x-bpjs-signature': '' }, 'wrong-signature'],
    [
      'of another version',
      { ...good, 'x-bpjs-signature': good['x-bpjs-signature']?.replace('v1', 'v2') },
      'wrong-signature',
    ],
    ['in capitals', { ...good, 'x-bpjs-signature': good['x-bpjs-signature']?.toUpperCase() }, 'wrong-signature'],
    ['cut short', { ...good, 'x-bpjs-signature': good['x-bpjs-signature']?.slice(0, -1) }, 'wrong-signature'],
    ['of five minutes ago', at(NOW - 299), 'believed'],
    ['of more than five minutes ago', at(NOW - 300), 'too-old'],
    ['from five minutes ahead', at(NOW + 300), 'believed'],
    ['from further ahead', at(NOW + 301), 'too-old'],
    ['with milliseconds for seconds', at(NOW_MS), 'too-old'],
    ['with a day for a timestamp', signed(NEW_SECRET, '2026-01-05'), 'too-old'],
    ['with a negative timestamp', signed(NEW_SECRET, '-1'), 'too-old'],
    ['with an empty timestamp', signed(NEW_SECRET, ''), 'too-old'],
  ])('%s', (_what, headers, expected) => {
    expect(judge(headers)).toBe(expected);
  });

  test.each([
    ['one character changed', '{"claimRef":"X"}'],
    ['a space at the end', `${BODY} `],
    ['nothing in it', ''],
  ])('whose body arrives with %s is not believed', (_what, body) => {
    expect(judge(good, body)).toBe('wrong-signature');
  });

  test('of every byte is signed, also those that are no text', () => {
    const bytes = Buffer.from([0, 255, 254, 10]);
    const headers = { ...good, 'x-bpjs-signature': sign(NEW_SECRET, String(NOW), bytes) };
    expect(distrust(headers, bytes, KEYS, MAX_AGE, NOW_MS)).toBeNull();
  });
});
