import { timingSafeEqual } from 'node:crypto';
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { linesInPlay, payeesOf } from '@titian/domain';
import { invalidBySchema, problem, ProblemError } from '@titian/http';
import { DataSource } from 'typeorm';
import { branchOf } from './branches.ts';
import { CallbackDesk } from './callback-desk.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { findCase } from './insurer.activities.ts';
import { ParkedCallbacks, type ParkedCallback } from './parked-callbacks.ts';
import { lastDays } from './reconcile-timer.ts';
import { Reconciler, type Reconciliation } from './reconciler.ts';
import { GATEWAY_ENV } from './tokens.ts';

const Days = z.object({
  day: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(31).default(2),
});
const Release = z.strictObject({ by: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/), dismiss: z.boolean().default(false) });

/** @throws ProblemError 400 naming each faulty member */
function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidBySchema(parsed.error.issues, 'send it as docs/how-to/work-with-bpjs.md says');
}

const notFound = (what: string): ProblemError =>
  new ProblemError(
    problem(
      404,
      'operator/not-found',
      { id: `${what} tidak ada atau sudah dilepas.`, en: `There is no such ${what}, or it was released.` },
      { id: 'Muat ulang daftar.', en: 'Load the list again.' },
    ),
  );

/** What an operator does with the gateway: parked callbacks, reconciling, cover sheets for the counter. */
@Controller('v1/bpjs')
export class OperatorController {
  constructor(
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ParkedCallbacks) private readonly parking: ParkedCallbacks,
    @Inject(CallbackDesk) private readonly desk: CallbackDesk,
    @Inject(Reconciler) private readonly reconciler: Reconciler,
  ) {}

  @Get('parked')
  async parked(
    @Headers('authorization') authorization: string | undefined,
  ): Promise<{ readonly items: readonly ParkedCallback[] }> {
    this.mustBeOperator(authorization);
    return { items: await this.parking.list() };
  }

  /** Takes a parked callback once more; one that still fits nowhere stays, unless it is dismissed. */
  @Post('parked/:callbackId/release')
  @HttpCode(200)
  async release(
    @Headers('authorization') authorization: string | undefined,
    @Param('callbackId') callbackId: string,
    @Body() body: unknown,
  ): Promise<{ readonly outcome: string; readonly released: boolean }> {
    this.mustBeOperator(authorization);
    const { by, dismiss } = read(Release, body);
    const callback = z.guid().safeParse(callbackId).success ? await this.parking.find(callbackId) : undefined;
    if (callback === undefined) throw notFound('parked callback');
    const outcome = dismiss ? ({ kind: 'dismissed' } as const) : await this.desk.take(callback);
    const released = outcome.kind === 'done' || outcome.kind === 'nothing-to-do' || outcome.kind === 'dismissed';
    const said = outcome.kind === 'parked' ? outcome.reason : outcome.kind;
    if (released) await this.parking.release(callbackId, by, said);
    return { outcome: said, released };
  }

  @Post('reconcile')
  @HttpCode(200)
  async reconcile(
    @Headers('authorization') authorization: string | undefined,
    @Query() query: unknown,
  ): Promise<Reconciliation> {
    this.mustBeOperator(authorization);
    const { day, days } = read(Days, query);
    return this.reconciler.reconcile(day === undefined ? lastDays(days, Date.now()) : [day]);
  }

  /** What an officer takes to the counter of a branch that works on paper: codes, papers and amounts, no accounts. */
  @Get('cover-sheets/:caseId')
  async coverSheet(
    @Headers('authorization') authorization: string | undefined,
    @Param('caseId') caseId: string,
  ): Promise<object> {
    this.mustBeOperator(authorization);
    const state = z.guid().safeParse(caseId).success ? await findCase(this.db, caseId) : undefined;
    if (state?.type !== 'claim') throw notFound('claim');
    const { number, area, facts, evidence, payments } = state;
    return {
      caseId,
      number,
      branch: branchOf(area),
      claimType: facts['claimType'],
      riskDay: facts['riskDay'],
      riskCountry: facts['riskCountry'],
      accidentReference: facts['accidentReference'] ?? null,
      documents: Object.values(evidence).map(({ document, sha256, status }) => ({ document, sha256, status })),
      lines: linesInPlay(state).map(({ code, askedIdr, verifiedIdr }) => ({ code, askedIdr, verifiedIdr })),
      payees: [...payeesOf(state)].map(([payee, { kind, share }]) => ({ payee, kind, share })),
      orders: Object.values(payments).filter(({ status }) => status === 'requested'),
    };
  }

  private mustBeOperator(authorization: string | undefined): void {
    const token = this.env.BPJS_OPERATOR_TOKEN;
    const given = Buffer.from(authorization?.replace(/^Bearer /, '') ?? '');
    const expected = Buffer.from(token ?? '');
    if (token !== undefined && given.length === expected.length && timingSafeEqual(given, expected)) return;
    throw new ProblemError(
      problem(
        401,
        'operator/unknown',
        { id: 'Halaman ini hanya untuk operator.', en: 'This page is for operators only.' },
        { id: 'Kirim token operator.', en: 'Send the operator’s token.' },
      ),
    );
  }
}
