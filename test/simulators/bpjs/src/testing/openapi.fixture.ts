import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const document = parse(readFileSync(join(import.meta.dirname, '../../openapi.yaml'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, 'openapi');

/** Follows the pointer, and every `$ref` on the way; undefined if there is nothing. */
function locate(segments: readonly string[]): string[] | undefined {
  let node: unknown = document;
  let at: string[] = [];
  for (const segment of segments) {
    node = (node as Record<string, unknown>)[segment];
    if (node === undefined) return undefined;
    at.push(segment);
    const { $ref: ref } = node as { $ref?: string };
    const target = ref?.split('/').slice(1);
    if (!target || segment === 'schema') continue;
    at = target;
    node = target.reduce<unknown>((each, name) => (each as Record<string, unknown>)[name], document);
  }
  return at;
}

/** What the schema at this place has against the value; null if nothing. */
function faults(segments: readonly string[], value: unknown): string | null {
  const pointer = segments
    .map((each) => encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`openapi#/${pointer}`);
  if (!validate) throw new Error(`openapi.yaml has no schema at ${pointer}`);
  return validate(value) === true ? null : ajv.errorsText(validate.errors);
}

/** Every operation, as `POST /v1/claims`. */
export const operations: readonly string[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
);

/** The path as the document writes it; an exact one goes before one with parameters. */
export function templateOf(path: string): string | undefined {
  if (path in document.paths) return path;
  const parts = path.split('/');
  return Object.keys(document.paths).find((template) => {
    const names = template.split('/');
    return names.length === parts.length && names.every((name, index) => name.startsWith('{') || name === parts[index]);
  });
}

/** Holds a schema of `components` against a value. */
export function componentFaults(name: string, value: unknown): string | null {
  return faults(['components', 'schemas', name], value);
}

/** Holds an answer against the document; an unknown address or method must be a problem. */
export function answerFaults(method: string, path: string, status: number, type: string, body: unknown): string | null {
  const template = templateOf(path);
  const operation = ['paths', template ?? '', method.toLowerCase()];
  if (template === undefined || !locate(operation)) {
    return type === 'application/problem+json' ? componentFaults('Problem', body) : `not a problem document: ${type}`;
  }
  const responses = [...operation, 'responses'];
  const found = locate([...responses, String(status)]) ?? locate([...responses, 'default']);
  const schema = found && locate([...found, 'content', type, 'schema']);
  return schema ? faults(schema, body) : `${method} ${template} must not answer ${status} with ${type}`;
}
