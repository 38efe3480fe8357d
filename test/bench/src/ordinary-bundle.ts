import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the workflows of the product with ordinary activities in place of local ones. @returns the bundle's file */
export async function bundleWithOrdinaryCommit(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: here('../../../services/case-worker/src/workflows.ts'),
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: ['@titian/source', '...'],
        alias: {
          ...(config.resolve?.alias as Record<string, string> | undefined),
          './local-activities.ts$': here('../src/ordinary-activities.ts'),
        },
      },
    }),
  });
  if (!code.includes('ordinary-activities')) throw new Error('the bundle still has local activities');
  const file = join(await mkdtemp(join(tmpdir(), 'titian-bench-')), 'bundle.js');
  await writeFile(file, code);
  return file;
}
