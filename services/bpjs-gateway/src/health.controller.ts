import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AttemptsWorker } from './attempts-worker.ts';
import type { Insurer } from './insurer.port.ts';
import { BranchGuard } from './branch-guard.ts';
import { INSURER, METRICS } from './tokens.ts';
import type { Metrics } from '@titian/observability';

/** `/healthz`: the process is alive. `/readyz`: each part by name; an insurer that is away is told but is no fault of ours. */
@Controller()
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(AttemptsWorker) private readonly attempts: AttemptsWorker,
    @Inject(INSURER) private readonly insurer: Insurer,
    @Inject(BranchGuard) private readonly guard: BranchGuard,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  alive(): object {
    return { ok: true };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  figures(): string {
    const resting = this.guard.resting().length;
    this.metrics.gauge('titian_bpjs_branches_resting', 'Branches left alone after failures in a row', resting);
    return this.metrics.render();
  }

  @Get('readyz')
  async ready(@Res() reply: { status(code: number): { send(body: unknown): unknown } }): Promise<void> {
    const [record, insurer] = await Promise.all([
      this.db.query('select 1').then(
        () => true,
        () => false,
      ),
      this.insurer.isReachable(),
    ]);
    const temporal = this.attempts.isRunning;
    const parts = {
      record: { ok: record },
      temporal: { ok: temporal },
      insurer: { ok: true, detail: insurer ? 'reachable' : 'away' },
      branches: { ok: true, detail: this.guard.resting().join(', ') || 'none rests' },
    };
    reply.status(record && temporal ? 200 : 503).send({ ok: record && temporal, parts });
  }
}
