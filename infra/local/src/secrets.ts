import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Profile } from './profile.ts';
import { databaseRoles, type DatabaseRole } from './stack.ts';
import { writeAtomically } from './write-atomically.ts';

/** What a stack must never print. Made once per profile, readable by its owner only. */
export interface Secrets {
  readonly postgresPassword: string;
  readonly rolePasswords: Readonly<Record<DatabaseRole, string>>;
  /** `keyId:secret` with which the insurer signs callbacks. */
  readonly callbackKey: string;
  /** Opens the operator's pages of the gateway. */
  readonly operatorToken: string;
  /** 64 hex digits. */
  readonly dataKey: string;
}

const random = (): string => randomBytes(24).toString('hex');

const rolePasswords = (): Secrets['rolePasswords'] =>
  Object.fromEntries(databaseRoles.map((role) => [role, random()])) as Secrets['rolePasswords'];

function createSecrets(): Secrets {
  return {
    postgresPassword: random(),
    rolePasswords: rolePasswords(),
    callbackKey: `local-1:${random()}`,
    operatorToken: random(),
    dataKey: randomBytes(32).toString('hex'),
  };
}

/** The secrets of a profile, made on first use. TITIAN_ROLE_PASSWORDS goes with a database that is not ours. */
export function keepSecrets(profile: Profile, env: NodeJS.ProcessEnv): Secrets {
  const file = join(profile.data, 'secrets.json');
  if (!existsSync(file)) writeAtomically(file, JSON.stringify(createSecrets()), 0o600);
  const secrets = complete(file, JSON.parse(readFileSync(file, 'utf8')) as Secrets);
  const given = env['TITIAN_ROLE_PASSWORDS'];
  if (!given) return secrets;
  return { ...secrets, rolePasswords: JSON.parse(given) as Secrets['rolePasswords'] };
}

/** A profile of an earlier release lacks what is new since: the password of a role, the operator's token. */
function complete(file: string, kept: Omit<Secrets, 'operatorToken'> & Partial<Secrets>): Secrets {
  const { operatorToken = random() } = kept;
  const secrets = { ...kept, operatorToken, rolePasswords: { ...rolePasswords(), ...kept.rolePasswords } };
  const known = databaseRoles.every((role) => Object.hasOwn(kept.rolePasswords, role));
  if (known && kept.operatorToken !== undefined) return secrets;
  writeAtomically(file, JSON.stringify(secrets), 0o600);
  return secrets;
}
