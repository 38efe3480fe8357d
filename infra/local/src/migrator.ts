import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../boot/paths.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { lastLines } from '../boot/run-tool.mjs';
import { toInheritedEnv } from './child-env.ts';
import { startChild } from './child.ts';
import { type RunRecorder } from './run-record.ts';
import { type ServiceContext } from './service-launch.ts';
import { migratorScript } from './stack.ts';

/** Brings the schema to this release; ends before any service starts. Repeatable. */
export async function migrateRecord(
  { profile, servers, secrets, env }: ServiceContext,
  recorder: RunRecorder,
  signal: AbortSignal,
): Promise<void> {
  const script = join(root, migratorScript);
  if (!existsSync(script)) throw new Refusal(`${migratorScript} is missing: run npm run build.`);
  const own = {
    TITIAN_ENV: 'local',
    DATABASE_URL: servers.databaseUrl,
    TITIAN_ROLE_PASSWORDS: JSON.stringify(secrets.rolePasswords),
  };
  const launch = { command: process.execPath, args: [script], cwd: root, stopWith: ['SIGTERM'] as const };
  const child = startChild(
    { ...launch, env: { ...toInheritedEnv(env), ...own } },
    join(profile.logs, 'migrate.log'),
    (id) => {
      recorder.add('migrator', id);
    },
  );
  const stop = (): void => void child.stop(5000);
  signal.addEventListener('abort', stop);
  const { code } = await child.exited;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code === 0) return;
  throw new Refusal(`the record could not be migrated, see ${child.logFile}: ${lastLines(child.lastWords())}`);
}
