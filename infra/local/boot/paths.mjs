import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Where everything fetched, stored and logged lives: `.titian` in the checkout unless TITIAN_HOME moves it.
 * @param {NodeJS.ProcessEnv} [env]
 */
export const titianHome = (env = process.env) => resolve(env['TITIAN_HOME'] || join(root, '.titian'));

/** The lock that one stack of a profile holds while it runs.
 * @param {string} home
 * @param {string} profile
 */
export const stackLockFile = (home, profile) => join(home, 'run', `${profile}.lock`);
