import { Controller, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { invalidBySchema, problem, ProblemError, type Problem } from '@titian/http';
import { Callback } from './callback.ts';
import { CallbackDesk, type CallbackOutcome } from './callback-desk.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { distrust, type SignedHeaders } from './signature.ts';
import { GATEWAY_ENV } from './tokens.ts';

/** Outcomes that ask the insurer to send again. */
const AGAIN: Readonly<Record<Exclude<CallbackOutcome, 'done' | 'nothing-to-do'>, Problem>> = {
  'not-yet': problem(
    409,
    'callback/not-yet',
    { id: 'Kasus belum sampai pada tahap ini.', en: 'The case has not come so far yet.' },
    { id: 'Kirim lagi nanti.', en: 'Send it again later.' },
  ),
  'unknown-claim': problem(
    404,
    'callback/unknown-claim',
    { id: 'Klaim ini tidak dikenal.', en: 'No such claim is stored here.' },
    { id: 'Periksa claimRef; petugas sudah diberi tahu.', en: 'Check claimRef; the operator has been told.' },
    { field: '/claimRef' },
  ),
  unavailable: problem(
    503,
    'engine/unavailable',
    { id: 'Mesin kasus sedang tidak dapat dihubungi.', en: 'The case engine cannot be reached right now.' },
    { id: 'Kirim lagi nanti.', en: 'Send it again later.' },
  ),
};

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

/** Where the insurer reports. Believes nothing unsigned, altered or old. */
@Controller('v1/bpjs/callbacks')
export class CallbacksController {
  constructor(
    @Inject(CallbackDesk) private readonly desk: CallbackDesk,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  @Post()
  @HttpCode(200)
  async take(
    @Headers() headers: SignedHeaders,
    @Req() request: { readonly rawBody?: Buffer },
  ): Promise<{ readonly outcome: CallbackOutcome }> {
    const body = request.rawBody ?? Buffer.alloc(0);
    const { BPJS_CALLBACK_KEYS: keys, BPJS_CALLBACK_MAX_AGE_SECONDS: maxAge } = this.env;
    const why = distrust(headers, body, keys, maxAge, Date.now());
    if (why !== null) throw untrusted(why);
    const parsed = Callback.safeParse(JSON.parse(body.toString('utf8')));
    if (!parsed.success) throw invalidBySchema(parsed.error.issues, 'send the callback as the contract says');
    const outcome = await this.desk.take(parsed.data);
    if (outcome === 'done' || outcome === 'nothing-to-do') return { outcome };
    throw new ProblemError(AGAIN[outcome], outcome === 'unavailable' ? { 'retry-after': '5' } : {});
  }
}
