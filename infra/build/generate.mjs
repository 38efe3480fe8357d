// Writes what is made from the code and committed beside it: JSON Schemas, docs, openapi.json and the
// modules of the law rows. Reads the build, so run `npm run build` first. `--check` writes nothing: it names what differs and exits with 1. Names choose some generators only.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { asyncApiFiles, eventPages, goldenFiles, sdkFiles } from './event-contract.mjs';
import { rulebookModules } from './rulebook-rows.mjs';
import { mermaidOf } from './state-diagram.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const built = (path) => import(pathToFileURL(join(root, path)).href);
const json = (value) => JSON.stringify(value, null, 2);
const byMachine = '<!-- Made by infra/build/generate.mjs: change the code, then run `npm run generate`. -->';

/**
 * Each yields the files it owns. A generator whose source is not built (`needs`) is left out, and said so. `folder` holds
 * nothing but its files: others in it are left over from an event that is gone, and drift as well.
 *
 * @type {{ name: string, needs: string, folder?: string, files: () => Promise<Record<string, string>> }[]}
 */
const generators = [
  {
    name: 'schemas',
    needs: 'libs/events/dist/index.js',
    folder: 'schemas',
    async files() {
      const { CATALOGUE, publishedSchema } = await built(this.needs);
      return Object.fromEntries(
        [...CATALOGUE.values()].map((contract) => [`schemas/${contract.type}.json`, json(publishedSchema(contract))]),
      );
    },
  },
  {
    name: 'golden',
    needs: 'libs/events/dist/index.js',
    folder: 'docs/events/golden',
    async files() {
      return goldenFiles(await built(this.needs));
    },
  },
  {
    name: 'asyncapi',
    needs: 'libs/events/dist/index.js',
    async files() {
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
      return asyncApiFiles(await built(this.needs), version);
    },
  },
  {
    name: 'agency-sdk',
    needs: 'libs/events/dist/index.js',
    folder: 'libs/agency-sdk/src/contract',
    async files() {
      return sdkFiles(await built(this.needs));
    },
  },
  {
    name: 'events',
    needs: 'libs/events/dist/index.js',
    folder: 'docs/events',
    async files() {
      const { claimDefinition, complaintDefinition, placementDefinition } = await built('libs/domain/dist/index.js');
      return eventPages(
        await built(this.needs),
        [claimDefinition, complaintDefinition, placementDefinition],
        byMachine,
      );
    },
  },
  {
    name: 'errors',
    needs: 'libs/domain/dist/index.js',
    async files() {
      const { REFUSALS } = await built(this.needs);
      const rows = Object.entries(REFUSALS).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
      const text = [
        '# Refusals',
        byMachine,
        'A rule said no. Over HTTP a refusal is a problem document (RFC 9457) of type `urn:titian:problem:<code>`. Codes are stable.',
        ['| code | meaning |', '| --- | --- |', ...rows].join('\n'),
      ];
      return { 'docs/errors.md': text.join('\n\n') };
    },
  },
  {
    name: 'diagrams',
    needs: 'libs/domain/dist/index.js',
    async files() {
      const { claimDefinition, complaintDefinition, placementDefinition } = await built(this.needs);
      const files = {};
      for (const definition of [claimDefinition, complaintDefinition, placementDefinition]) {
        const title = `# ${definition.label.en} (${definition.label.id}), version ${definition.version}`;
        const chart = ['```mermaid', mermaidOf(definition), '```'].join('\n');
        files[`docs/diagrams/${definition.type}.md`] = [title, byMachine, chart].join('\n\n');
      }
      return files;
    },
  },
  {
    name: 'rules',
    needs: 'libs/rulebook/dist/rows/schema.js',
    folder: 'libs/rulebook/src/rows/generated',
    async files() {
      return rulebookModules(root, await built(this.needs));
    },
  },
  {
    name: 'openapi',
    needs: 'services/case-api/dist/openapi.js',
    async files() {
      const { openapiDocument } = await built(this.needs);
      return { 'openapi.json': json(await openapiDocument()) };
    },
  },
];

/** @returns {Promise<Record<string, string>>} formatted as `npm run format` would: the two must not fight over a file */
async function formatted(files) {
  const entries = Object.entries(files).map(async ([path, text]) => {
    const options = await resolveConfig(join(root, path));
    return [path, await format(text, { ...options, filepath: path })];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function leftovers(folder, files) {
  if (folder === undefined || !existsSync(join(root, folder))) return [];
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.map((name) => `${folder}/${name}`).filter((path) => !Object.hasOwn(files, path));
}

/** @returns {Promise<string[]>} what differs from the code */
async function driftOf(files, stale) {
  const same = async ([path, text]) => (await readFile(join(root, path), 'utf8').catch(() => undefined)) === text;
  const kept = await Promise.all(Object.entries(files).map(async (file) => ((await same(file)) ? [] : [file[0]])));
  return [...kept.flat(), ...stale];
}

async function write(files, stale) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  for (const path of stale) await rm(join(root, path));
}

const words = process.argv.slice(2);
const check = words.includes('--check');
const chosen = words.filter((word) => word !== '--check');
const unknown = chosen.filter((name) => !generators.some((generator) => generator.name === name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${generators.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
let drifted = 0;
for (const generator of generators) {
  if (chosen.length > 0 && !chosen.includes(generator.name)) continue;
  if (!existsSync(join(root, generator.needs))) {
    console.error(`${generator.name}: ${generator.needs} is missing: run npm run build`);
    drifted += 1;
    continue;
  }
  const files = await formatted(await generator.files());
  const stale = await leftovers(generator.folder, files);
  const drift = await driftOf(files, stale);
  for (const path of drift)
    console.error(check ? `${path} differs from the code: run npm run generate` : `wrote ${path}`);
  if (check) drifted += drift.length;
  else if (drift.length > 0) await write(files, stale);
}
process.exit(drifted > 0 ? 1 : 0);
