import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import pThrottle from 'p-throttle';

/** The insurer, or one branch of it, cannot serve now: to be tried again after a while, with the same key. */
export class InsurerAway extends Error {
  override readonly name = 'InsurerAway';
  constructor(
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

export interface GuardSettings {
  readonly callsPerSecond: number;
  /** Failures in a row after which a branch is left alone. */
  readonly breakerFailures: number;
  /** For how long it is left alone. */
  readonly breakerRestMs: number;
}

/**
 * Keeps calls within the insurer's patience: so many a second to all branches together, and none to a branch that failed
 * several times in a row until it has rested. A closed branch does not hold up the others.
 */
export class BranchGuard {
  private readonly breakers = new Map<string, CircuitBreakerPolicy>();
  private readonly throttled: <T>(call: () => Promise<T>) => Promise<T>;

  constructor(private readonly settings: GuardSettings) {
    const throttle = pThrottle({ limit: settings.callsPerSecond, interval: 1_000 });
    this.throttled = throttle((call: () => Promise<unknown>) => call()) as typeof this.throttled;
  }

  /** @throws InsurerAway while the branch rests, or if the call finds it away */
  async call<T>(branch: string, call: () => Promise<T>): Promise<T> {
    try {
      return await this.breakerOf(branch).execute(() => this.throttled(call));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new InsurerAway(`branch ${branch} is left alone after failures in a row`, this.settings.breakerRestMs);
    }
  }

  /** Branches that are left alone now. */
  resting(): readonly string[] {
    return [...this.breakers].filter(([, { state }]) => state === CircuitState.Open).map(([branch]) => branch);
  }

  private breakerOf(branch: string): CircuitBreakerPolicy {
    const known = this.breakers.get(branch);
    if (known !== undefined) return known;
    const { breakerFailures, breakerRestMs } = this.settings;
    const made = circuitBreaker(
      handleWhen((error) => error instanceof InsurerAway),
      { halfOpenAfter: breakerRestMs, breaker: new ConsecutiveBreaker(breakerFailures) },
    );
    this.breakers.set(branch, made);
    return made;
  }
}
