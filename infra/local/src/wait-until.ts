import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the answer is yes; false once the deadline has passed or `stop` says that waiting is no use. */
export async function waitUntil(
  ask: () => Promise<boolean>,
  { withinMs, everyMs = 50, stop = () => false }: { withinMs: number; everyMs?: number; stop?: () => boolean },
): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline && !stop();) {
    if (await ask()) return true;
    await delay(everyMs);
  }
  return false;
}
