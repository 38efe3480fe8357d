// Turns the rows a lawyer reviews (libs/rulebook/rows/*.yaml) into modules the calculator imports: no file is read at run time.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = 'libs/rulebook/src/rows/generated';
const byMachine =
  '// Made by infra/build/generate.mjs from the rows: change libs/rulebook/rows, then run `npm run generate`.';

/** @returns {string} a literal; sums become bigint literals in groups of three */
function literal(value) {
  if (typeof value === 'bigint') return `${String(value).replace(/\B(?=(\d{3})+$)/g, '_')}n`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{ ${entries.map(([key, each]) => `${key}: ${literal(each)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}

const pathOf = (path) => path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');

/** @throws Error naming file, row and field of everything that the schema refuses */
function checked(file, document, schema) {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const row = path[0] === 'rows' ? document.rows?.[path[1]] : undefined;
    return `libs/rulebook/rows/${file} ${row?.key ?? row?.name ?? ''} ${pathOf(path)}: ${message}`;
  });
  throw new Error(faults.join('\n'));
}

/** Numbers and addresses of docs/law/sources.md. */
function sourcesIn(markdown) {
  const lines = [...markdown.matchAll(/^- \*\*([ST]\d+b?)\*\* (.+)$/gm)];
  return Object.fromEntries(lines.map(([, number, address]) => [number, address]));
}

/** @returns {Promise<Record<string, string>>} the generated files by path */
export async function rulebookModules(root, { ROW_SCHEMAS, fileSchema }) {
  const rowsFolder = join(root, 'libs/rulebook/rows');
  const rows = Object.fromEntries(Object.keys(ROW_SCHEMAS).map((kind) => [kind, []]));
  for (const file of (await readdir(rowsFolder)).filter((name) => name.endsWith('.yaml')).sort()) {
    const document = parse(await readFile(join(rowsFolder, file), 'utf8'));
    if (!Object.hasOwn(rows, document?.kind))
      throw new Error(`libs/rulebook/rows/${file}: kind ${document?.kind} is none`);
    rows[document.kind].push(...checked(file, document, fileSchema(document.kind)).rows);
  }
  const sources = sourcesIn(await readFile(join(root, 'docs/law/sources.md'), 'utf8'));
  const digest = createHash('sha256').update(literal(rows)).digest('hex').slice(0, 16);
  const module = (...lines) => [byMachine, ...lines].join('\n');
  const kinds = Object.keys(rows);
  const files = Object.fromEntries(
    kinds.map((kind) => [
      `${folder}/${kind}.ts`,
      module(
        `import type { RowOf } from '../schema.ts';`,
        `export const ${kind}: readonly RowOf<'${kind}'>[] = ${literal(rows[kind])};`,
      ),
    ]),
  );
  files[`${folder}/sources.ts`] = module(
    '/** Addresses by number, as docs/law/sources.md lists them. */',
    `export const SOURCES: Readonly<Record<string, string>> = ${literal(sources)};`,
  );
  files[`${folder}/index.ts`] = module(
    `import type { Rows } from '../schema.ts';`,
    ...kinds.map((kind) => `import { ${kind} } from './${kind}.ts';`),
    `export { SOURCES } from './sources.ts';`,
    `export const ROWS: Rows = { ${kinds.join(', ')} };`,
    '/** Digest of all rows. */',
    `export const RULES_DIGEST = '${digest}';`,
  );
  return files;
}
