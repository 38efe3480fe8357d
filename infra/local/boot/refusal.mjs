/** A failure that is told in one sentence, without a stack trace: the person at the terminal can act on it. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

/** Runs a verb; a {@link Refusal} becomes one line on stderr and exit code 1, anything else stays a crash.
 * @param {() => Promise<number | void>} verb its exit code, 0 by default
 */
export async function runVerb(verb) {
  try {
    process.exitCode = (await verb()) ?? 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`titian: ${error.message}\n`);
    process.exitCode = 1;
  }
}
