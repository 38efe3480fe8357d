import { expect, test } from '@jest/globals';
import { refusalOf } from './refused-by-broker.ts';

const protocolError = (type: string): Error => Object.assign(new Error('no'), { name: 'KafkaJSProtocolError', type });

test.each([
  ['a message that is too large', protocolError('MESSAGE_TOO_LARGE'), 'MESSAGE_TOO_LARGE'],
  [
    'one wrapped by a retrier',
    new Error('gave up', { cause: protocolError('INVALID_TIMESTAMP') }),
    'INVALID_TIMESTAMP',
  ],
  [
    'one wrapped as kafkajs does',
    Object.assign(new Error('gave up'), { originalError: protocolError('INVALID_RECORD') }),
    'INVALID_RECORD',
  ],
  ['a leader that moves', protocolError('NOT_LEADER_FOR_PARTITION'), undefined],
  ['a lost connection', new Error('ECONNRESET'), undefined],
  ['nothing', undefined, undefined],
])('%s: %#', (_what, error, code) => {
  expect(refusalOf(error)).toBe(code);
});
