import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import type { Reply } from './http-server.ts';
import { Problem } from './problem.ts';

/** A caller that was cut off hears nothing, whatever is answered. */
const UNHEARD: Reply = { status: 500, text: '{}' };

/** Answers as the fault plan wants: not at all, too late, with a fault, or after all. */
export async function misbehave(
  faults: Faults,
  request: IncomingMessage,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  if (faults.happens('refuse')) {
    request.destroy();
    return UNHEARD;
  }
  if (faults.happens('error500')) {
    throw new Problem(500, 'internal', 'Something broke', {
      field: '',
      rule: 'a fault of the insurer',
      remedy: 'send it again with the same key',
    });
  }
  if (faults.happens('throttle429')) {
    throw new Problem(
      429,
      'too-many-requests',
      'Too many requests',
      { field: '', rule: 'a limit of the insurer', remedy: 'send it again after the time in Retry-After' },
      { headers: { 'retry-after': '1' } },
    );
  }
  if (faults.happens('timeoutAfter')) {
    await answer().catch(() => UNHEARD); // done, or refused: the caller learns neither
    request.socket.destroy();
    return UNHEARD;
  }
  if (faults.happens('slow')) await sleep(faults.current.slowMs);
  return answer();
}
