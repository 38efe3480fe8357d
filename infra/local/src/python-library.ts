import { titianHome } from '../boot/paths.mjs';
import { findOnPath } from '../boot/run-tool.mjs';
import { keepWheel } from '../boot/wheels.mjs';

/** Whether programs in Python can be run here. */
export const hasPython = (env: NodeJS.ProcessEnv = process.env): boolean => findOnPath('python3', env) !== undefined;

/**
 * A library of PyPI for a program in Python, fetched once into `.titian`. @returns the folder for PYTHONPATH; undefined if neither pip nor
 * uv is here @throws Refusal if it cannot be fetched
 */
export function getPythonLibrary(name: string, version: string, env = process.env): Promise<string | undefined> {
  return keepWheel({ home: titianHome(env), env }, name, version);
}
