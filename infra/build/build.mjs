// Turns every workspace's TypeScript into plain ESM under its dist/ and bundles the workflows. Types are checked elsewhere
// (`npm run typecheck`): a build of all of Titian takes about two seconds, so `npm start` can afford it on every change.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @returns {string[]} workspace folders, relative to the root */
export function workspaces() {
  const { workspaces: patterns } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return patterns
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      if (!existsSync(join(root, parent))) return [];
      return readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
    })
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Transpiles changed files only. @returns {Promise<number>} how many were written */
async function transpile(swc, folder) {
  const source = join(root, folder, 'src');
  if (!existsSync(source)) return 0;
  let written = 0;
  for (const file of walk(source)) {
    if (file.endsWith('.test.ts')) continue;
    const isTs = file.endsWith('.ts');
    if (!isTs && !file.endsWith('.json') && !file.endsWith('.sql')) continue;
    const target = join(root, folder, 'dist', relative(source, file)).replace(/\.ts$/, '.js');
    const [from, to] = await Promise.all([stat(file), stat(target).catch(() => undefined)]);
    if (to && to.mtimeMs >= from.mtimeMs) continue;
    await mkdir(dirname(target), { recursive: true });
    if (isTs) {
      const { code } = await swc.transformFile(file, {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
          rewriteRelativeImportExtensions: true,
        },
        module: { type: 'es6' },
      });
      await writeFile(target, code);
    } else {
      await writeFile(target, await readFile(file));
    }
    written += 1;
  }
  return written;
}

/** The bundle that the case-worker runs: rebuilt when a source it can contain has changed. */
async function bundleWorkflows() {
  const entry = join(root, 'services/case-worker/src/workflows.ts');
  if (!existsSync(entry)) return false;
  const target = join(root, 'services/case-worker/dist/workflow-bundle.js');
  const inputs = [
    'libs/domain/src',
    'libs/workflow-contracts/src',
    'libs/case-run/src',
    'workflows',
    'services/case-worker/src',
  ].flatMap((folder) =>
    walk(join(root, folder)).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/dist/'),
    ),
  );
  const hash = createHash('sha256');
  for (const file of inputs.sort()) hash.update(relative(root, file)).update(readFileSync(file));
  hash.update(readFileSync(join(root, 'package-lock.json')));
  const digest = hash.digest('hex');
  const stamp = `${target}.inputs`;
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['@titian/source', '...'] },
    }),
  });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
  await writeFile(stamp, digest);
  return true;
}

/** Builds everything that has changed since the last build. */
export async function build({ clean = false } = {}) {
  const folders = workspaces();
  if (clean)
    await Promise.all(folders.map((folder) => rm(join(root, folder, 'dist'), { recursive: true, force: true })));
  const swc = (await import('@swc/core')).default;
  let written = 0;
  for (const folder of folders) written += await transpile(swc, folder);
  const bundled = await bundleWorkflows();
  return { files: written, bundled };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const { files, bundled } = await build({ clean: process.argv.includes('--clean') });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`built ${files} files${bundled ? ' and the workflow bundle' : ''} in ${seconds} s`);
}
