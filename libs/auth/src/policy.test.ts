import { describe, expect, test } from '@jest/globals';
import type { Role } from '@titian/domain';
import { denial, rolesFor, type Action, type Denial, type Identity } from './index.ts';

const OWN_CASE = '0190a000-0000-7000-8000-000000000001';
const OTHER_CASE = '0190a000-0000-7000-8000-000000000002';
const INSIDE = '35.05.08.2003';
const OUTSIDE = '36.01.01.2001';

const ACTIONS = [
  'case:open',
  'case:read',
  'case:command',
  'worklist:read',
  'person:read',
  'bank-account:read',
  'report:read',
  'consistency:read',
] as const satisfies readonly Action[];
/** Where each role of the table answers; a role that nobody is here still has a row: it may nothing. */
const AREA: Readonly<Record<Role, string>> = {
  family: '',
  village_officer: '35.05.08.2003',
  subdistrict_officer: '35.05.08',
  district_officer: '35.05',
  bp3mi_officer: '35',
  ministry_officer: '',
  insurer: '',
  insurer_region: '',
  insurer_centre: '',
  system: '',
};
// One letter for each of ACTIONS, in that order: + may, - may not.
const MAY: Readonly<Record<Role, string>> = {
  family: '-++-++--',
  village_officer: '+++++---',
  subdistrict_officer: '-+++----',
  district_officer: '+++++++-',
  bp3mi_officer: '+++++++-',
  ministry_officer: '-+++--++',
  insurer: '-------+',
  insurer_region: '-------+',
  insurer_centre: '-------+',
  system: '--------',
};

const roles = Object.keys(MAY) as Role[];
const identityOf = (role: Role): Identity => ({
  id: `${role}-1`,
  role,
  office: role,
  area: AREA[role],
  ...(role === 'family' ? { onlyCase: OWN_CASE } : {}),
});
/** What holds once the role itself may: a family is bound to its case, an officer to the area. */
function bound(role: Role, area: string, caseId: string): Denial {
  if (role === 'family') return caseId === OWN_CASE ? null : 'case';
  return area === INSIDE || AREA[role] === '' ? null : 'area';
}

const table = roles.flatMap((role) =>
  ACTIONS.flatMap((action, column) =>
    [INSIDE, OUTSIDE].flatMap((area) =>
      [OWN_CASE, OTHER_CASE].map((caseId) => {
        const expected = MAY[role][column] === '+' ? bound(role, area, caseId) : ('role' as const);
        const where = area === INSIDE ? 'in the own area' : 'in another area';
        const which = caseId === OWN_CASE ? 'the own case' : 'another case';
        return [role, action, where, which, expected ?? 'let through', { area, caseId }] as const;
      }),
    ),
  ),
);

describe('the policy', () => {
  test('lists every role and every action', () => {
    expect(table).toHaveLength(10 * 8 * 2 * 2);
    for (const row of Object.values(MAY)) expect(row).toMatch(/^[+-]{8}$/);
  });

  test.each(table)('%s, %s %s on %s: %s', (role, action, _where, _which, expected, subject) => {
    expect(denial(identityOf(role), action, subject) ?? 'let through').toBe(expected);
  });

  test.each(ACTIONS.map((action, column) => [action, roles.filter((role) => MAY[role][column] === '+')] as const))(
    'names who may %s instead: %j',
    (action, expected) => {
      expect([...rolesFor(action)].sort()).toEqual([...expected].sort());
    },
  );

  test('a family that asks about no case in particular asks about another', () => {
    expect(denial(identityOf('family'), 'case:read')).toBe('case');
  });

  test.each([
    ['35.05', '35.051', 'area'],
    ['35.05', '35.05', 'let through'],
    ['35.05', '35', 'area'],
    ['35.05.08.2003', '35.05.08.20031', 'area'],
  ])('an officer of %s asking about %s: %s', (area, asked, expected) => {
    const officer: Identity = { id: 'officer-1', role: 'district_officer', office: 'disnaker', area };
    expect(denial(officer, 'case:read', { area: asked }) ?? 'let through').toBe(expected);
  });
});
