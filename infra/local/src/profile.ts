import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stackLockFile } from '../boot/paths.mjs';

/** The folders and files of one stack; two profiles never share any. */
export interface Profile {
  readonly home: string;
  readonly name: string;
  readonly data: string;
  readonly logs: string;
  readonly lockFile: string;
  /** What runs now, for the next start and for other commands. */
  readonly recordFile: string;
}

/** Folders others must be able to pass through: PostgreSQL runs as another user when we are root. */
const passable = 0o755;

/** The folders of a profile, which may not exist yet. */
export function locateProfile(home: string, name: string): Profile {
  return {
    home,
    name,
    data: join(home, 'data', name),
    logs: join(home, 'logs', name),
    lockFile: stackLockFile(home, name),
    recordFile: join(home, 'run', `${name}.json`),
  };
}

/** Creates the folders of a profile. */
export function createProfile(profile: Profile): void {
  for (const folder of [profile.data, profile.logs, join(profile.home, 'run')]) {
    mkdirSync(folder, { recursive: true, mode: passable });
  }
}
