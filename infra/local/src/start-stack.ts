import { requireDiskSpace } from '../boot/disk-space.mjs';
import { tryLock, type Lock } from '../boot/lock.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { forgetData } from './forget-data.ts';
import { LocalStack } from './local-stack.ts';
import { requireFreePorts } from './ports.ts';
import { createProfile, locateProfile, type Profile } from './profile.ts';
import { endOrphans, readRunRecord } from './run-record.ts';
import { choosePorts, toOwnParts, toSettings, type StackOptions, type StackSettings } from './stack-options.ts';
import { PartFailure } from './supervised.ts';

const triesWithFreePorts = 3;

/**
 * Starts servers, schema and services, and returns when every part is ready. Whatever fails, nothing is left running.
 * @throws {Refusal} with one sentence for the person
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const settings = toSettings(options);
  const profile = locateProfile(settings.home, settings.profile);
  requireDiskSpace(profile.home, settings.freeBytes);
  const lock = takeLock(profile);
  try {
    const orphans = await endOrphans(profile);
    if (orphans.length > 0) settings.onNote?.(`stopped what an earlier run has left behind: ${orphans.join(', ')}`);
    if (settings.fresh === true) await forgetData(profile);
    createProfile(profile);
    return await bringUp(profile, settings, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function bringUp(profile: Profile, settings: StackSettings, lock: Lock): Promise<LocalStack> {
  for (let tries = 1; ; tries += 1) {
    const ports = await choosePorts(settings);
    await requireFreePorts(ports, toOwnParts(settings));
    const local = new LocalStack(profile, ports, settings, lock);
    try {
      await local.bringUp();
      return local;
    } catch (error) {
      await local.halt();
      const again = settings.ports === 'free' && error instanceof PartFailure && error.portTaken;
      if (!again || tries === triesWithFreePorts) throw error;
    }
  }
}

function takeLock(profile: Profile): Lock {
  const attempt = tryLock(profile.lockFile);
  if ('lock' in attempt) return attempt.lock;
  const port = readRunRecord(profile)?.ports['case-api'];
  const where = port === undefined ? '' : `, at http://127.0.0.1:${port}`;
  throw new Refusal(`Titian is already running (pid ${attempt.holder.pid})${where}: stop it with Ctrl-C first.`);
}
