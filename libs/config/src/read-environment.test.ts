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

  test.each<[string, Record<string, string>, string]>([
    ['missing', { MODE: 'local' }, 'DATABASE_URL'],
    ['empty', { DATABASE_URL: '', MODE: 'local' }, 'DATABASE_URL'],
    ['of another protocol', { DATABASE_URL: 'mysql://u@h/d', MODE: 'local' }, 'DATABASE_URL'],
    ['no number', { DATABASE_URL: 'postgres://u@h/d', MODE: 'local', PORT: 'http' }, 'PORT'],
    ['out of range', { DATABASE_URL: 'postgres://u@h/d', MODE: 'local', PORT: '65536' }, 'PORT'],
    ['not one of the choices', { DATABASE_URL: 'postgres://u@h/d', MODE: 'prod' }, 'MODE'],
  ])('names the variable that is %s, and no other', (_fault, source, name) => {
    const faults = faultsOf(source);
    expect(['DATABASE_URL', 'PORT', 'MODE'].filter((each) => faults.includes(each))).toEqual([name]);
  });

  test('never prints a value', () => {
    const faults = faultsOf({ DATABASE_URL: 'mysql://u:hunter2@h/d', PORT: 'hunter2', MODE: 'hunter2' });
    expect(faults).toContain('DATABASE_URL');
    expect(faults).not.toContain('hunter2');
  });
});
