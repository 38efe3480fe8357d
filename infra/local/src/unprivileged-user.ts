import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { userInfo } from 'node:os';
import { Refusal } from '../boot/refusal.mjs';

/** A user of this machine by number. */
export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

/** Where root's PostgreSQL keeps its files when its user cannot enter the checkout. */
const shelteredHomes = '/var/lib/titian';

function findUser(name: string): UserIds | undefined {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** The user PostgreSQL runs as: ourselves, or, as it refuses root, `postgres` or `nobody`. No user is created. */
export function choosePostgresUser(): UserIds | undefined {
  if (userInfo().uid !== 0) return undefined;
  const user = findUser('postgres') ?? findUser('nobody');
  if (user) return user;
  throw new Refusal(
    'PostgreSQL refuses to run as root and there is no user "postgres" or "nobody" to run it as: create one, start Titian as another user, or name a running server with DATABASE_URL.',
  );
}

/** The nearest folder on the way down that the user may not enter. */
export function findBarrier(folder: string, user: UserIds): string | undefined {
  const parent = dirname(folder);
  const above = parent === folder ? undefined : findBarrier(parent, user);
  if (above) return above;
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return undefined; // not made yet: it will be passable
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
  return stat.mode & bit ? undefined : folder;
}

/** A home that the user can reach: the real one, or a folder of its own outside, the same at every start. */
export function chooseReachableHome(home: string, user: UserIds | undefined): { home: string; barrier?: string } {
  const barrier = user && findBarrier(home, user);
  if (!barrier) return { home };
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  return { home: join(shelteredHomes, name), barrier };
}
