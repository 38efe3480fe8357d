import { rm } from 'node:fs/promises';
import { type Profile } from './profile.ts';
import { locatePostgres } from './postgres.ts';

/** Removes all data of a profile, also those PostgreSQL keeps elsewhere. Call it only while nothing of it runs. */
export async function forgetData(profile: Profile): Promise<void> {
  const { data } = locatePostgres(profile);
  await Promise.all([profile.data, data].map((folder) => rm(folder, { recursive: true, force: true })));
}
