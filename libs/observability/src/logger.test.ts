import { describe, expect, test } from '@jest/globals';
import { createLogger } from './logger.ts';

describe('the logger', () => {
  test.each([
    ['at the top', { nik: '3505082003900001' }],
    ['in an object', { person: { nik: '3505082003900001' } }],
    ['two objects deep', { request: { headers: { authorization: '3505082003900001' } } }],
  ])('cuts out what may be personal or secret, %s', (_where, logged) => {
    const lines: string[] = [];
    createLogger('test', 'info', { write: (line) => void lines.push(line) }).info(logged, 'said');
    expect(lines.join('')).toContain('"service":"test"');
    expect(lines.join('')).toContain('[cut]');
    expect(lines.join('')).not.toContain('3505082003900001');
  });

  test('is silent below its level', () => {
    const lines: string[] = [];
    createLogger('test', 'warn', { write: (line) => void lines.push(line) }).info('said');
    expect(lines).toEqual([]);
  });
});
