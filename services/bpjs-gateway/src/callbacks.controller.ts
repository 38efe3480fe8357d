import { Controller, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { invalidBySchema, problem, ProblemError, type Problem } from '@titian/http';
import type { Metrics } from '@titian/observability';
import { Callback, type ParkReason } from './callback.ts';
import { CallbackDesk, type CallbackOutcome } from './callback-desk.ts';
import { ExchangeLog } from './exchange-log.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { ParkedCallbacks } from './parked-callbacks.ts';
import { distrust, type SignedHeaders } from './signature.ts';
import { GATEWAY_ENV, METRICS } from './tokens.ts';

const NOT_YET = problem(
  409,
  'callback/not-yet',
  { id: 'Kasus belum sampai pada tahap ini.', en: 'The case has not come so far yet.' },
  { id: 'Kirim lagi nanti.', en: 'Send it again later.' },
);
const UNAVAILABLE = problem(
  503,
  'engine/unavailable',
  { id: 'Mesin kasus sedang tidak dapat dihubungi.', en: 'The case engine cannot be reached right now.' },
  { id: 'Kirim lagi nanti.', en: 'Send it again later.' },
);

/** What a person will look at, and why; the insurer need not send it again. */
const WHY: Readonly<Record<ParkReason, { readonly field: string; readonly id: string; readonly en: string }>> = {
  'unknown-claim': { field: '/claimRef', id: 'Klaim ini tidak dikenal.', en: 'No such claim is stored here.' },
  'other-reference': {
    field: '/reference',
    id: 'Nomor referensi bukan milik pengajuan yang berjalan.',
    en: 'The reference is not that of the submission under way.',
  },
  'unknown-order': {
    field: '/orderRef',
    id: 'Perintah bayar ini tidak dikenal.',
    en: 'There is no such payment order.',
  },
  'line-differs': {
    field: '/lines',
    id: 'Baris manfaat bukan yang diperintahkan.',
    en: 'It is not the line that was ordered.',
  },
  'amount-differs': {
    field: '/lines',
    id: 'Jumlah bukan yang diperintahkan.',
    en: 'It is not the amount that was ordered.',
  },
  'currency-not-idr': { field: '/currency', id: 'Mata uang bukan rupiah.', en: 'The currency is not the rupiah.' },
  'claim-closed': { field: '/claimRef', id: 'Klaim ini sudah selesai.', en: 'The claim is closed.' },
  contradicts: { field: '/type', id: 'Bertentangan dengan yang tercatat.', en: 'It contradicts what is recorded.' },
  refused: { field: '/type', id: 'Tidak dapat diterapkan pada klaim ini.', en: 'It cannot be applied to the claim.' },
};

const parked = (reason: ParkReason): Problem =>
  problem(
    422,
    `callback/${reason}`,
    { id: WHY[reason].id, en: WHY[reason].en },
    {
      id: 'Disimpan untuk petugas; tidak perlu dikirim lagi.',
      en: 'It is kept for an operator; do not send it again.',
    },
    { field: WHY[reason].field },
  );

const untrusted = (why: string): ProblemError =>
  new ProblemError(
    problem(
      401,
      `callback/${why}`,
      { id: 'Panggilan balik tidak dapat dipercaya.', en: `The callback is not believed: ${why}.` },
      {
        id: 'Tanda tangani dengan kunci yang berlaku dan waktu sekarang.',
        en: 'Sign it with a valid key and the time of now.',
      },
    ),
  );

/** Where the insurer reports. Believes nothing unsigned, altered or old; keeps for a person what fits nowhere. */
@Controller('v1/bpjs/callbacks')
export class CallbacksController {
  constructor(
    @Inject(CallbackDesk) private readonly desk: CallbackDesk,
    @Inject(ParkedCallbacks) private readonly parking: ParkedCallbacks,
    @Inject(ExchangeLog) private readonly exchanges: ExchangeLog,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  @Post()
  @HttpCode(200)
  async take(
    @Headers() headers: SignedHeaders,
    @Req() request: { readonly rawBody?: Buffer },
  ): Promise<{ readonly outcome: 'done' | 'nothing-to-do' }> {
    const body = request.rawBody ?? Buffer.alloc(0);
    const { BPJS_CALLBACK_KEYS: keys, BPJS_CALLBACK_MAX_AGE_SECONDS: maxAge } = this.env;
    const why = distrust(headers, body, keys, maxAge, Date.now());
    if (why !== null) {
      this.count(why);
      throw untrusted(why);
    }
    const parsed = Callback.safeParse(JSON.parse(body.toString('utf8')));
    if (!parsed.success) {
      this.count('malformed');
      throw invalidBySchema(parsed.error.issues, 'send the callback as the contract says');
    }
    const began = performance.now();
    const outcome = await this.desk.take(parsed.data);
    if (outcome.kind === 'parked') await this.parking.park(parsed.data, outcome.reason);
    const name = outcome.kind === 'parked' ? outcome.reason : outcome.kind;
    this.count(name);
    await this.keep(parsed.data, name, performance.now() - began);
    return answerOf(outcome);
  }

  private count(outcome: string): void {
    this.metrics.count('titian_bpjs_callbacks_total', 'Callbacks of the insurer by what became of them', { outcome });
  }

  private async keep(callback: Callback, outcome: string, tookMs: number): Promise<void> {
    await this.exchanges.keep({
      direction: 'in',
      caseId: callback.claimRef,
      operation: callback.type,
      key: callback.callbackId,
      request: callback,
      status: null,
      response: { outcome },
      fault: null,
      tookMs,
    });
  }
}

function answerOf(outcome: CallbackOutcome): { readonly outcome: 'done' | 'nothing-to-do' } {
  switch (outcome.kind) {
    case 'done':
    case 'nothing-to-do':
      return { outcome: outcome.kind };
    case 'not-yet':
      throw new ProblemError(NOT_YET);
    case 'unavailable':
      throw new ProblemError(UNAVAILABLE, { 'retry-after': '5' });
    case 'parked':
      throw new ProblemError(parked(outcome.reason));
  }
}
