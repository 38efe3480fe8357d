import type { LocalStack } from './local-stack.ts';
import { isServer } from './stack-options.ts';
import { type PartName } from './stack.ts';
import { PartFailure } from './supervised.ts';

const limit = { restarts: 5, withinMs: 120_000 };

/** Starts services again that die; calls `giveUp` when a server dies or a service keeps dying. */
export class KeepAlive {
  private readonly deaths = new Map<PartName, number[]>();
  private local: Pick<LocalStack, 'start'> | undefined;

  constructor(private readonly giveUp: (failure: PartFailure) => void) {}

  /** The stack to keep alive, once it is up; what dies before fails the start. */
  watch(local: Pick<LocalStack, 'start'>): void {
    this.local = local;
  }

  /** Takes note of a death and acts. */
  onDeath(name: PartName, failure: PartFailure): void {
    const now = performance.now();
    const recent = (this.deaths.get(name) ?? []).filter((at) => now - at < limit.withinMs);
    this.deaths.set(name, [...recent, now]);
    if (this.local === undefined || isServer(name) || recent.length >= limit.restarts) {
      this.giveUp(failure);
      return;
    }
    console.error(`titian: ${failure.message}: starting it again (${recent.length + 1} of ${limit.restarts})`);
    this.local.start(name).catch((error: unknown) => {
      if (error instanceof PartFailure) this.onDeath(name, error); // else the stack is being stopped
    });
  }
}
