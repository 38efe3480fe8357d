import { Controller, Get, Inject, Res } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AttemptsWorker } from './attempts-worker.ts';
import type { Insurer } from './insurer.port.ts';
import { INSURER } from './tokens.ts';

/** `/healthz`: the process is alive. `/readyz`: each part by name; an insurer that is away is told but is no fault of ours. */
@Controller()
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(AttemptsWorker) private readonly attempts: AttemptsWorker,
    @Inject(INSURER) private readonly insurer: Insurer,
  ) {}

  @Get('healthz')
  alive(): object {
    return { ok: true };
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
    };
    reply.status(record && temporal ? 200 : 503).send({ ok: record && temporal, parts });
  }
}
