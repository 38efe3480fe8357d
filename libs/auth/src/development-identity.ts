import { DEMO_USERS } from './demo-users.ts';
import { IdentityRefused, type Identity, type IdentitySource } from './identity.ts';

/** Names a demo user, or `family:<case id>` for the family of a case. */
export const IDENTITY_HEADER = 'x-titian-identity';

const FAMILY = /^family:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/**
 * Takes a header's word for who is asking. For the local stack only.
 *
 * @throws Error at once if the stack is not local: nobody may be let in by a header
 */
export function developmentIdentity(stack: string | undefined): IdentitySource {
  if (stack !== 'local')
    throw new Error('IDENTITY=development is refused unless TITIAN_ENV=local; configure OIDC instead');
  return {
    name: 'development',
    identify(headers) {
      const given = headers[IDENTITY_HEADER];
      if (given === undefined) return Promise.resolve(undefined);
      const identity = typeof given === 'string' ? find(given) : undefined;
      if (identity === undefined) {
        return Promise.reject(
          new IdentityRefused(`no demo user has this id; known: ${DEMO_USERS.map(({ id }) => id).join(', ')}`),
        );
      }
      return Promise.resolve(identity);
    },
  };
}

function find(id: string): Identity | undefined {
  const [, caseId] = FAMILY.exec(id) ?? [];
  if (caseId !== undefined)
    return { id: `family-${caseId}`, role: 'family', office: 'family', area: '', onlyCase: caseId };
  return DEMO_USERS.find((user) => user.id === id);
}
