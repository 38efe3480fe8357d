import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { readEnvironment } from './index.ts';

const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PORT: z.coerce.number().int().max(65535).default(3000),
  MODE: z.enum(['local', 'release']),
});
const faultsOf = (source: Record<string, string>): string => {
  try {
    readEnvironment(Env, source);
  } catch (error) {
    return String(error);
  }
  return 'none';
};

describe('the environment', () => {
  test('comes typed, with defaults, without what nobody asked for, and frozen', () => {
    const env = readEnvironment(Env, { DATABASE_URL: 'postgres://u@h/d', MODE: 'local', HOME: '/root' });
    expect(env).toEqual({ DATABASE_URL: 'postgres://u@h/d', MODE: 'local', PORT: 3000 });
    expect(Object.isFrozen(env)).toBe(true);
  });

  test('tells every fault at once', () => {
    const faults = faultsOf({ PORT: '70000' });
    for (const name of ['DATABASE_URL', 'PORT', 'MODE']) expect(faults).toContain(name);
  });

  test('never prints a value', () => {
    const faults = faultsOf({ DATABASE_URL: 'mysql://u:hunter2@h/d', PORT: 'hunter2', MODE: 'hunter2' });
    expect(faults).toContain('DATABASE_URL');
    expect(faults).not.toContain('hunter2');
  });
});
