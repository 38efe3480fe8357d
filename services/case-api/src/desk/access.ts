import { denial, rolesFor, type Action, type Identity } from '@titian/auth';
import type { Text } from '@titian/domain';
import { problem, ProblemError } from '@titian/http';

/** Refuses what the policy denies. A case outside the caller's area looks like one that does not exist. */
export function mustBeAllowed(
  identity: Identity,
  action: Action,
  subject: { area?: string; caseId?: string } = {},
): void {
  switch (denial(identity, action, subject)) {
    case null:
      return;
    case 'role':
      throw new ProblemError(
        problem(
          403,
          'access/role',
          { id: `Peran ${identity.role} tidak boleh melakukan ini.`, en: `Role ${identity.role} may not do this.` },
          { id: `Yang boleh: ${rolesFor(action).join(', ')}.`, en: `Allowed: ${rolesFor(action).join(', ')}.` },
        ),
      );
    case 'area':
      throw new ProblemError(
        problem(
          403,
          'command/outside-jurisdiction',
          {
            id: `Wilayah ${subject.area ?? ''} di luar kewenangan ${identity.office}.`,
            en: `Area ${subject.area ?? ''} is outside the jurisdiction of ${identity.office}.`,
          },
          { id: 'Teruskan kepada kantor yang berwenang.', en: 'Hand the matter to the competent office.' },
          { field: '/areaCode' },
        ),
      );
    case 'case':
      throw noSuchCase();
  }
}

/** Refuses the family what officers keep among themselves; `told` says what that is, `remedy` where the family looks. */
export function mustBeOfficer({ role }: Identity, told: Text, remedy: Text): void {
  if (role === 'family') throw new ProblemError(problem(403, 'access/role', told, remedy));
}

export const noSuchCase = (): ProblemError =>
  new ProblemError(
    problem(
      404,
      'case/not-found',
      { id: 'Kasus dengan nomor ini tidak ada di wilayah Anda.', en: 'There is no case with this id in your area.' },
      { id: 'Periksa nomor kasus.', en: 'Check the id of the case.' },
      { field: '/caseId' },
    ),
  );
