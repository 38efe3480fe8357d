import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { GatewayEnv } from './gateway.config.ts';
import { Reconciler } from './reconciler.ts';
import { GATEWAY_ENV } from './tokens.ts';

const DAY_MS = 86_400_000;
const JAKARTA_MS = 7 * 3_600_000;

/** Today and the days before it, in Jakarta, oldest first. */
export function lastDays(count: number, nowMs: number): readonly string[] {
  return Array.from({ length: count }, (_day, ago) =>
    new Date(nowMs + JAKARTA_MS - (count - 1 - ago) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** Reconciles yesterday and today, once a day. Two gateways at once, or a restart, only look twice. */
@Injectable()
export class ReconcileTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ReconcileTimer.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
    @Inject(Reconciler) private readonly reconciler: Reconciler,
  ) {}

  onApplicationBootstrap(): void {
    const minutes = this.env.BPJS_RECONCILE_MINUTES;
    if (minutes === 0) return;
    this.timer = setInterval(() => {
      this.reconciler.reconcile(lastDays(2, Date.now())).catch((error: unknown) => {
        // e.g. the insurer is away: the next run covers the same day again.
        this.logger.error(error instanceof Error ? error.message : 'reconciling failed');
      });
    }, minutes * 60_000);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
