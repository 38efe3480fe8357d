import { Controller, Headers, Inject, Post, Req, Res } from '@nestjs/common';
import { invalidRequest, problem, type Problem } from '@titian/http';
import { Callback } from './callback.ts';
import { CallbackDesk, type CallbackOutcome } from './callback-desk.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { distrust, type SignedHeaders } from './signature.ts';
import { GATEWAY_ENV } from './tokens.ts';

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  type(contentType: string): Reply;
  send(body: unknown): unknown;
}

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

const untrusted = (why: string): Problem =>
  problem(
    401,
    `callback/${why}`,
    { id: 'Panggilan balik tidak dapat dipercaya.', en: `The callback is not believed: ${why}.` },
    {
      id: 'Tanda tangani dengan kunci yang berlaku dan waktu sekarang.',
      en: 'Sign it with a valid key and the time of now.',
    },
  );

/** Where the insurer reports. Believes nothing unsigned, altered or old. */
@Controller('v1/bpjs/callbacks')
export class CallbacksController {
  constructor(
    @Inject(CallbackDesk) private readonly desk: CallbackDesk,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  @Post()
  async take(
    @Headers() headers: SignedHeaders,
    @Req() request: { readonly rawBody?: Buffer },
    @Res() reply: Reply,
  ): Promise<void> {
    const body = request.rawBody ?? Buffer.alloc(0);
    const why = distrust(
      headers,
      body,
      this.env.BPJS_CALLBACK_KEYS,
      this.env.BPJS_CALLBACK_MAX_AGE_SECONDS,
      Date.now(),
    );
    if (why !== null) {
      answer(reply, untrusted(why));
      return;
    }
    const parsed = Callback.safeParse(JSON.parse(body.toString('utf8')));
    if (!parsed.success) {
      throw invalidRequest(
        parsed.error.issues.map(({ path, message }) => ({
          field: `/${path.map(String).join('/')}`,
          rule: message,
          remedy: 'send the callback as the contract says',
        })),
      );
    }
    const outcome = await this.desk.take(parsed.data);
    if (outcome === 'done' || outcome === 'nothing-to-do') reply.status(200).send({ outcome });
    else answer(reply, AGAIN[outcome]);
  }
}

function answer(reply: Reply, found: Problem): void {
  if (found.status === 503) reply.header('retry-after', '5');
  reply.status(found.status).type('application/problem+json').send(found);
}
