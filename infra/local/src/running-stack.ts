import { findHolder } from '../boot/lock.mjs';
import { titianHome } from '../boot/paths.mjs';
import { toAddresses, type StackAddresses } from './addresses.ts';
import { findExternal } from './external-servers.ts';
import { toOwnerUrl } from './postgres.ts';
import { locateProfile } from './profile.ts';
import { readRunRecord } from './run-record.ts';
import { keepSecrets } from './secrets.ts';

/** A stack of another process and where it can be reached. */
export interface RunningStack extends StackAddresses {
  readonly pid: number;
}

/** The stack that runs beside us from this checkout; undefined when none does. A database of the user's own must be named again. */
export function readRunningStack(env: NodeJS.ProcessEnv = process.env, name = 'default'): RunningStack | undefined {
  const profile = locateProfile(titianHome(env), name);
  const holder = findHolder(profile.lockFile);
  const record = readRunRecord(profile);
  if (holder === undefined || record === undefined) return undefined;
  const { ports, temporalAddress, kafkaBrokers } = record;
  const secrets = keepSecrets(profile, env);
  const databaseUrl = findExternal('postgres', env) ?? toOwnerUrl(ports.postgres, secrets.postgresPassword);
  return { pid: holder.pid, ...toAddresses(ports, { databaseUrl, temporalAddress, kafkaBrokers }, secrets) };
}
