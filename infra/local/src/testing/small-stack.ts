import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateProfile, type Profile } from '../profile.ts';
import { type StackOptions } from '../stack-options.ts';

/** A stack of two cheap parts, a server and a service, in a home of its own: nothing is fetched for it. */
export interface SmallStack {
  readonly profile: Profile;
  readonly options: StackOptions;
  remove(): void;
}

/** The service that stands for any, relative to the checkout. */
export const tinyService = 'infra/local/src/testing/tiny-service.mjs';

/** Makes the home; starts nothing. */
export function createSmallStack(more: Partial<StackOptions> = {}): SmallStack {
  const home = mkdtempSync(join(tmpdir(), 'titian-small-'));
  const temporalCli = join(home, 'temporal');
  const script = join(import.meta.dirname, 'fake-temporal.mjs');
  writeFileSync(temporalCli, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`); // a shim, as version managers have
  chmodSync(temporalCli, 0o755);
  const options: StackOptions = {
    profile: 'small',
    home,
    ports: 'free',
    parts: ['temporal', 'bpjs-simulator'],
    scripts: { 'bpjs-simulator': tinyService },
    processEnv: { PATH: process.env['PATH'], TEMPORAL_CLI: temporalCli },
    ...more,
  };
  return {
    profile: locateProfile(home, options.profile),
    options,
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}
