// Holds the events against the last release (libs/events/releases): within v1 they only grow. Reads the build. `--freeze` keeps
// what is published now as the contract of this version; a version that CHANGELOG.md names as released is never frozen again.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'libs/events/releases');
const { breaksOf, publishedContract } = await import(pathToFileURL(join(root, 'libs/events/dist/index.js')).href);

const byVersion = (a, b) => a.localeCompare(b, 'en', { numeric: true });

async function freeze() {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const file = join(folder, `${version}.json`);
  const isReleased = (await readFile(join(root, 'CHANGELOG.md'), 'utf8')).includes(`## [${version}]`);
  if (isReleased && existsSync(file)) throw new Error(`${version} is released: its contract is kept as it is.`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ version, ...publishedContract() })}\n`);
  console.log(`kept the contract of ${version}`);
}

async function check() {
  const [last] = (await readdir(folder)).sort(byVersion).reverse();
  if (last === undefined) throw new Error('libs/events/releases is empty: nothing to compare with.');
  const released = JSON.parse(await readFile(join(folder, last), 'utf8'));
  const breaks = breaksOf(released, publishedContract());
  for (const { at, what } of breaks) console.error(`${at}: ${what}`);
  if (breaks.length === 0) return;
  console.error(
    `${breaks.length} breaks since ${released.version}: add instead, or publish a v2 beside it (docs/how-to/change-an-event.md).\n` +
      'A version that is not out yet may be frozen anew: npm run build && node infra/build/event-compatibility.mjs --freeze',
  );
  process.exitCode = 1;
}

try {
  await (process.argv.includes('--freeze') ? freeze() : check());
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
