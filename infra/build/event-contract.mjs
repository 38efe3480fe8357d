// What agencies get beside the code: golden events, one page for each event, the AsyncAPI document, and the schemas and types that the SDK carries. All of it follows from the
// catalogue in libs/events.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { compile } from 'json-schema-to-typescript';

/** The same text for the same pattern, for forms that nobody has given a sample of. */
const draw = (pattern) => fc.sample(fc.stringMatching(pattern), { seed: 1, numRuns: 1 })[0] ?? '';
const json = (value) => JSON.stringify(value, null, 2);

/** UUIDv5-shaped and the same in every run. */
function goldenId(type) {
  const hex = createHash('sha256').update(type).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @returns {Record<string, string>} */
export function goldenFiles({ CATALOGUE, goldenEvent }) {
  const files = [...CATALOGUE.values()].map((contract) => [
    `docs/events/golden/${contract.type}.json`,
    json(goldenEvent(contract, goldenId(contract.type), draw)),
  ]);
  return Object.fromEntries(files);
}

/** @returns {Record<string, string>} */
export function asyncApiFiles({ asyncApiDocument }, version) {
  return { 'asyncapi.json': json(asyncApiDocument(version)) };
}

const typeName = (type) =>
  type
    .split(/[.-]/)
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('');

/** An enumeration may grow: its type names today's values and takes others. */
function forTypes(schema) {
  if (Array.isArray(schema)) return schema.map(forTypes);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { 'x-extensible-enum': values, $id: _id, title: _title, minItems: _min, maxItems: _max, ...rest } = schema;
  const members = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, forTypes(value)]));
  if (values === undefined) return members;
  return { ...members, tsType: [...values.map((value) => JSON.stringify(value)), '(string & {})'].join(' | ') };
}

/** @returns {Promise<Record<string, string>>} */
export async function sdkFiles({ publishedContract }) {
  const { envelope, events } = publishedContract();
  const types = Object.entries(events);
  const options = { bannerComment: '', additionalProperties: false, format: false, strictIndexSignatures: true };
  const interfaces = await Promise.all(
    types.map(([type, schema]) => compile(forTypes(schema), typeName(type), options)),
  );
  const map = types.map(([type, { description }]) => `  /** ${description} */\n  '${type}': ${typeName(type)};`);
  const text = [
    '// Made by infra/build/generate.mjs from the catalogue in libs/events: run `npm run generate`.',
    '/* eslint-disable */',
    '/** What each event tells, by its type. */',
    `export interface EventData {\n${map.join('\n')}\n}`,
    ...interfaces,
  ];
  return {
    'libs/agency-sdk/src/contract/schemas.json': json({ envelope, events }),
    'libs/agency-sdk/src/contract/event-types.ts': text.join('\n\n'),
  };
}

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What a value looks like, in words for people. */
function shapeOf(schema) {
  if ('const' in schema) return `\`${schema.const}\``;
  if (schema['x-extensible-enum'])
    return `one of ${schema['x-extensible-enum'].map((each) => `\`${each}\``).join(', ')}`;
  if (schema.anyOf) return schema.anyOf.map(shapeOf).join(' or ');
  if (schema.type === 'array') return `list of ${shapeOf(schema.items ?? {})}`;
  if (schema.type === 'null') return 'nothing (`null`)';
  if (schema.type === 'object') return 'object';
  if (schema.format) return { uuid: 'UUID', date: 'day', 'date-time': 'instant' }[schema.format] ?? schema.format;
  if (schema.pattern) return `text like \`${schema.pattern}\``;
  return schema.type ?? 'anything';
}

/** Members in the order of the schema, inner ones behind the object they are in. */
function rowsOf(schema, at = '') {
  const inner = schema.anyOf?.find((each) => each.properties) ?? (schema.items ? schema.items : schema);
  const required = new Set(inner.required ?? []);
  return Object.entries(inner.properties ?? {}).flatMap(([name, member]) => {
    const place = at ? `${at}.${name}` : name;
    const row = [
      `\`${place}\``,
      required.has(name) ? 'always' : 'may be missing',
      shapeOf(member),
      member.description ?? '',
    ];
    return [`| ${row.map(cell).join(' | ')} |`, ...rowsOf(member, place)];
  });
}

/** When a command causes the event: who may do it, from which stages, and by which law. */
function causeOf(type, definitions) {
  for (const definition of definitions) {
    for (const [name, rule] of Object.entries(definition.commands)) {
      if (`titian.${definition.type}.${rule.event}.v1` !== type) continue;
      const law = rule.legalBasis.map(
        ({ instrument, article, verified }) => `${instrument}, ${article}${verified ? '' : ' (not verified)'}`,
      );
      return [
        `**${rule.label.id}** (${rule.label.en}): the command \`${name}\` of a ${definition.type}.`,
        `- By: ${rule.roles.map((role) => `\`${role}\``).join(', ')}`,
        `- Legal basis: ${law.join('; ')}`,
      ].join('\n');
    }
  }
  return 'A consequence that the record draws by itself; every case type knows it.';
}

/** @returns {Record<string, string>} */
export function eventPages({ CATALOGUE, publishedSchema, topicsOf, goldenEvent }, definitions, byMachine) {
  const files = {};
  const contracts = [...CATALOGUE.values()];
  for (const contract of contracts) {
    const rows = rowsOf(publishedSchema(contract));
    const table = ['| member | | what | |', '| --- | --- | --- | --- |', ...rows].join('\n');
    files[`docs/events/${contract.type}.md`] = [
      `# ${contract.type}`,
      byMachine,
      contract.summary,
      causeOf(contract.type, definitions),
      `On ${topicsOf(contract.type)
        .map((topic) => `\`${topic}\``)
        .join(', ')}, key = the case.`,
      `## Data`,
      rows.length > 0 ? table : 'Nothing beside the envelope.',
      '## Example',
      ['```json', json(goldenEvent(contract, goldenId(contract.type), draw)), '```'].join('\n'),
      `[Schema](../../schemas/${contract.type}.json) · [all events](README.md)`,
    ].join('\n\n');
  }
  const list = contracts.map(({ type, summary }) => `| [${type}](${type}.md) | ${cell(summary)} |`);
  files['docs/events/README.md'] = [
    '# Events',
    byMachine,
    'What Titian publishes. [The contract](../how-to/consume-events.md) says what an agency may rely on.',
    ['| type | what happened |', '| --- | --- |', ...list].join('\n'),
  ].join('\n\n');
  return files;
}
