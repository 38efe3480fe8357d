import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../../..');

/** The parts of a service that the tests look at. */
export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

/** A compose file with its anchors and merge keys resolved, as compose itself sees it. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

export const readComposeFile = (): ComposeFile => parse(readText('docker-compose.yml'), { merge: true }) as ComposeFile;

/** How a variable that compose takes from outside is written, each use of it. */
export interface VariableUse {
  readonly name: string;
  /** `${NAME:?…}`, `${NAME:-…}`, or neither. */
  readonly guard: 'required' | 'defaulted' | 'unguarded';
}

export const variablesOf = (text: string): readonly VariableUse[] =>
  [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)(:[?-])?[^}]*\}/g)].map(([, name = '', mark]) => ({
    name,
    guard: mark === ':?' ? 'required' : mark === ':-' ? 'defaulted' : 'unguarded',
  }));

/** Replaces each `${VAR…}` by what `values` has for it, as compose does. */
export const interpolate = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/(?<!\$)\$\{([A-Z_]+)(?::[?-][^}]*)?\}/g, (_whole, name: string) => values[name] ?? '');
