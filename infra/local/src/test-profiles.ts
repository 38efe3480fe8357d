import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from '../boot/lock.mjs';
import { forgetData } from './forget-data.ts';
import { locateProfile } from './profile.ts';
import { endOrphans } from './run-record.ts';

const prefix = 'test-';

/** The profile of this test run. */
export const ownTestProfile = `${prefix}${process.pid}`;

/** Stops and removes what test runs killed half-way have left. */
export async function sweepTestProfiles(home: string): Promise<void> {
  const folder = join(home, 'data');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(prefix)) : [];
  for (const name of names) {
    const profile = locateProfile(home, name);
    const attempt = tryLock(profile.lockFile);
    if (!('lock' in attempt)) continue; // it runs beside us
    await endOrphans(profile);
    await forgetData(profile);
    rmSync(profile.logs, { recursive: true, force: true });
    attempt.lock.release();
  }
}
