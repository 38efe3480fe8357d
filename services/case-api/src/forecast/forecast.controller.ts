import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { forecastCases, type CaseState } from '@titian/domain';
import { ApiProblems } from '@titian/http';
import { asActor, calendarInForce, CaseReader, models, readOffices } from '@titian/persistence';
import { currentCalendar, directoryOf } from '@titian/rulebook';
import { mustBeAllowed, noSuchCase } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { AreaPrefix, mustBeWithin } from '../worklist/area.ts';

/** Open cases of an area that one answer simulates, nearest deadline first. */
const MOST_CASES = 1_000;

const What = z.union([z.strictObject({ caseId: z.uuid() }), z.strictObject({ area: AreaPrefix })]);
const ForecastBody = z.strictObject({
  of: What.describe('One case, or the open cases of an area'),
  days: z.int().min(1).max(2_000).default(365).describe('How far'),
  targets: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.int().min(1).max(2_000))
    .default({})
    .describe('Another length of a clock, in its own unit'),
  restDays: z.array(z.iso.date()).max(20).default([]).describe('Holidays more'),
});

const line = z.object({
  at: z.string(),
  caseId: z.string(),
  what: z.enum(['warning', 'breach', 'reminder', 'escalation', 'vacant-rung', 'offer', 'moved']),
  clockId: z.string().nullable(),
  detail: z.string(),
  office: z.string().nullable(),
});
const ForecastAnswer = z.object({
  asOf: z.string(),
  cases: z.int(),
  calendarVersion: z.string(),
  lines: z.array(line),
  load: z.array(z.object({ office: z.string(), month: z.string(), tasks: z.int() })),
  change: z.object({ gone: z.array(line), come: z.array(line) }).nullable(),
});

/** What time alone will do: asked of the rules themselves, nothing is stored. */
@ApiTags('Forecast')
@UseGuards(IdentityGuard)
@Controller('v1/forecasts')
export class ForecastController {
  private readonly reader = new CaseReader();

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Post('deadlines')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'forecastDeadlines',
    summary:
      'Warnings, breaches and rungs to come if nobody acts, the load of each office, and what a change would make of it',
  })
  @ApiOkResponse({ standardSchema: ForecastAnswer })
  @ApiProblems(400, 401, 403, 404)
  async forecast(
    @Caller() identity: Identity,
    @Body({ schema: ForecastBody }) body: z.infer<typeof ForecastBody>,
  ): Promise<z.infer<typeof ForecastAnswer>> {
    const states = await this.statesOf(identity, body.of);
    const calendar = await calendarInForce(this.db, currentCalendar);
    const rows = await readOffices(this.db, ...states.map(({ area }) => area));
    const now = new Date().toISOString();
    const world = {
      modelOf: (hash: string) => models.ofHash(hash),
      calendar,
      officesAt: (at: string) => directoryOf(rows, at),
      now,
      days: body.days,
    };
    const { lines, load, change } = forecastCases(states, world, body);
    return {
      asOf: now,
      cases: states.length,
      calendarVersion: calendar.version,
      lines: [...lines],
      load: [...load],
      change: change === null ? null : { gone: [...change.gone], come: [...change.come] },
    };
  }

  private async statesOf(identity: Identity, of: z.infer<typeof What>): Promise<readonly CaseState[]> {
    if ('caseId' in of) {
      mustBeAllowed(identity, 'case:read', { caseId: of.caseId });
      const state = await asActor(this.db, identity, (tx) => this.reader.findCase(tx, of.caseId));
      if (state === undefined) throw noSuchCase();
      return [state];
    }
    mustBeAllowed(identity, 'worklist:read');
    mustBeWithin(identity, of.area, '/of/area');
    return asActor(this.db, identity, (tx) => this.reader.openCases(tx, of.area, MOST_CASES));
  }
}
