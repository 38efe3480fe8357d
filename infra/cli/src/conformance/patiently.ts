import { setTimeout as pause } from 'node:timers/promises';

const ASKED = 40;
const ASK_AGAIN_MS = 250;

/** Asks until a broker that has just begun to serve a topic or a group is ready. @throws what the broker says for good */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || tries === ASKED) throw error;
      await pause(ASK_AGAIN_MS);
    }
  }
}

/** kafkajs marks what may pass, and wraps what it tried in vain. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('retriable' in error && error.retriable === true) || isPassing(error.cause);
}
