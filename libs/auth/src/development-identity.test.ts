import { describe, expect, test } from '@jest/globals';
import { DEMO_USERS, developmentIdentity, IDENTITY_HEADER, IdentityRefused } from './index.ts';

const CASE = '0190a000-0000-7000-8000-000000000001';

describe('the development identity', () => {
  test.each([undefined, '', 'production', 'staging', 'LOCAL', 'local '])(
    'is refused at once on the stack %j',
    (stack) => {
      expect(() => developmentIdentity(stack)).toThrow('TITIAN_ENV=local');
    },
  );

  const source = developmentIdentity('local');
  const identify = (given?: string | string[]) =>
    source.identify(given === undefined ? {} : { [IDENTITY_HEADER]: given });

  test('proves nobody without its header', async () => {
    expect(await identify()).toBeUndefined();
  });

  test.each(DEMO_USERS)('knows the demo user $id', async (user) => {
    expect(await identify(user.id)).toEqual(user);
  });

  test('demo users have ids of their own, an office each, and no case to themselves', () => {
    expect(new Set(DEMO_USERS.map(({ id }) => id)).size).toBe(DEMO_USERS.length);
    for (const user of DEMO_USERS) {
      expect(user.office).not.toBe('');
      expect(user).not.toHaveProperty('onlyCase');
    }
  });

  test('takes family:<case id> for the family of that case and of no other', async () => {
    expect(await identify(`family:${CASE}`)).toEqual({
      id: `family-${CASE}`,
      role: 'family',
      office: 'family',
      area: '',
      onlyCase: CASE,
    });
  });

  test.each<[string, string | string[]]>([
    ['an unknown user', 'kades-nowhere'],
    ['an empty name', ''],
    ['a name in another case', 'KP2MI-1'],
    ['a family of no case', 'family:'],
    ['a family of something that is no UUID', 'family:1'],
    ['a family with a tail', `family:${CASE}x`],
    ['a family in capitals', `family:${CASE.toUpperCase()}`],
    ['a name of the prototype', '__proto__'],
    ['the header given twice', ['kp2mi-1', 'kades-serang']],
  ])('refuses %s', async (_what, given) => {
    await expect(identify(given)).rejects.toThrow(IdentityRefused);
  });
});
