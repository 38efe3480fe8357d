import { nextMove } from './adjudication.ts';
import type { Book } from './book.ts';
import type { JournalEvent } from './journal-event.ts';
import { isOpen, type Claim } from './state.ts';

/** Makes the insurer's moves when their delay is over. Holds no state of its own but timers. */
export class Adjudicator {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private stopped = false;

  constructor(private readonly book: Book) {
    book.subscribe((events) => {
      this.follow(events);
    });
    for (const claim of book.state.claims.values()) if (isOpen(claim)) this.watch(claim);
  }

  /** Makes no further move. */
  stop(): void {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private follow(events: readonly JournalEvent[]): void {
    const touched = new Set<Claim | undefined>();
    const { claims, latest } = this.book.state;
    for (const event of events) {
      if (event.type === 'plan-put') touched.add(latest.get(event.scope.replace(/^claim:/, '')));
      else if ('reference' in event && event.type !== 'callback-queued') touched.add(claims.get(event.reference));
    }
    for (const claim of touched) if (claim) this.watch(claim);
  }

  private watch(claim: Claim): void {
    clearTimeout(this.timers.get(claim.reference));
    this.timers.delete(claim.reference);
    const move = nextMove(claim);
    if (!move || this.stopped) return;
    // The delay goes on where it was before a restart; a clock set back must not make it longer.
    const waitedMs = Math.max(0, this.book.now().getTime() - Date.parse(claim.waitingSince));
    const timer = setTimeout(
      () => {
        this.timers.delete(claim.reference);
        const at = this.book.now().toISOString();
        if (this.book.writable) this.book.commit(at, move.decide(at));
      },
      Math.max(0, move.delayMs - waitedMs),
    );
    this.timers.set(claim.reference, timer);
  }
}
