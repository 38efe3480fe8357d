import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { CaseClient } from '@titian/temporal';
import type { Reply } from './cases/command-answer.ts';
import { CASE_CLIENT } from './tokens.ts';

/** `/healthz`: the process is alive. `/readyz`: each part it leans on, by name. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CASE_CLIENT) private readonly cases: CaseClient,
  ) {}

  @Get('healthz')
  alive(): object {
    return { ok: true };
  }

  @Get('readyz')
  async ready(@Res() reply: Reply): Promise<void> {
    const [record, temporal] = await Promise.all([
      this.db.query('select 1').then(
        () => ({ ok: true }),
        () => ({ ok: false }),
      ),
      this.cases.reachable().then((ok) => ({ ok })),
    ]);
    const ok = record.ok && temporal.ok;
    reply.status(ok ? 200 : 503).send({ ok, parts: { record, temporal } });
  }
}
