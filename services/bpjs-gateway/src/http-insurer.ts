import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import type { Delivered, OrderResult, Reported, SubmissionResult, WithdrawalResult } from '@titian/workflow-contracts';
import { InsurerAway, type BranchGuard } from './branch-guard.ts';
import type { Exchange } from './exchange-log.ts';
import type { About, AccidentReport, ClaimFile, Insurer, InsurerDocument, PaymentRequest } from './insurer.port.ts';

const Received = z.object({ reference: z.string().min(1), receivedAt: z.iso.datetime() });
const Ordered = z.object({ paymentReference: z.string().min(1) });
const RefusedIntake = z.object({
  type: z.literal('urn:bpjs:problem:intake-refused'),
  reasonCode: z.string(),
  article: z.string().optional(),
});
const ProblemType = z.object({ type: z.string().regex(/^urn:bpjs:problem:[a-z-]+$/) });
/** What the insurer has said about a claim: the state it is in now. */
export const InsurerClaim = z.object({
  reference: z.string(),
  claimRef: z.uuid(),
  status: z.string(),
  updatedAt: z.string(),
  informationRequest: z
    .object({ documents: z.array(z.string()), reasonCode: z.string(), article: z.string().optional() })
    .optional(),
  decisions: z.array(
    z.object({
      code: z.string(),
      decision: z.enum(['approved', 'rejected']),
      approvedIdr: z.string(),
      reasonCode: z.string().optional(),
      article: z.string().optional(),
    }),
  ),
  decidedAt: z.string().optional(),
  decider: z.string().optional(),
  payments: z.array(
    z.object({
      paymentReference: z.string(),
      orderRef: z.string(),
      status: z.enum(['ordered', 'paid', 'failed', 'returned']),
      lines: z.array(z.object({ code: z.string(), amountIdr: z.string() })),
      paidDay: z.string().optional(),
      reasonCode: z.string().optional(),
    }),
  ),
});
export type InsurerClaim = z.infer<typeof InsurerClaim>;
const DayList = z.object({ claims: z.array(InsurerClaim) });

/** Refusals of a submission that say: this was claimed before. */
const HAS_IT_ALREADY = new Set(['duplicate-claim', 'line-already-paid']);

/** Asked for without a branch: the list of a day is the head office's. */
const HEAD_OFFICE = 'head-office';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}
interface Call {
  readonly branch: string;
  readonly caseId: string | null;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly key?: string;
  readonly body?: object;
}

/** Speaks the HTTP contract of the insurer. A repeated call with the same key answers as the first. */
export class HttpInsurer implements Insurer {
  constructor(
    private readonly baseUrl: string,
    private readonly guard: BranchGuard,
    private readonly kept: { keep(exchange: Exchange): Promise<void> },
    private readonly timeoutMs: number,
  ) {}

  async reportAccident(key: string, about: About, report: AccidentReport): Promise<Reported> {
    const { caseId, branch } = about;
    const answer = await this.post('/v1/accident-reports', key, about, { claimRef: caseId, branch, ...report });
    return asReceived(answer);
  }

  async submit(key: string, about: About, file: ClaimFile): Promise<SubmissionResult> {
    const { lines, ...rest } = file;
    const answer = await this.post('/v1/claims', key, about, {
      ...rest,
      claimRef: about.caseId,
      branch: about.branch,
      lines: lines.map(({ code, amountIdr }) => ({ code, askedIdr: amountIdr })),
    });
    const refused = RefusedIntake.safeParse(answer.body);
    if (answer.status === 422 && refused.success) {
      const { reasonCode, article } = refused.data;
      return { kind: 'refused', reasonCode, article: article ?? null };
    }
    // The insurer has this claim already, or has paid it: a person looks at it, no retry mends it.
    if (HAS_IT_ALREADY.has(problemOf(answer))) return { kind: 'refused', reasonCode: 'DUPLICATE', article: null };
    return asReceived(answer);
  }

  async sendInformation(
    key: string,
    about: About,
    reference: string,
    documents: readonly InsurerDocument[],
  ): Promise<Delivered> {
    accepted(await this.post(`${claimPath(reference)}/information`, key, about, { documents }));
    return { kind: 'delivered' };
  }

  async fileObjection(key: string, about: About, reference: string, reasonCode: string): Promise<Delivered> {
    accepted(await this.post(`${claimPath(reference)}/objections`, key, about, { reasonCode }));
    return { kind: 'delivered' };
  }

  async requestPayment(
    key: string,
    about: About,
    reference: string,
    { order, line, accountToken }: PaymentRequest,
  ): Promise<OrderResult> {
    const body = { orderRef: order, lines: [line], accountToken };
    const answer = await this.post(`${claimPath(reference)}/payments`, key, about, body);
    if (answer.status === 409) {
      // e.g. the account was changed between two tries, and the first one had arrived: the order stands.
      const known = (await this.findClaim(about, reference))?.payments.find(({ orderRef }) => orderRef === order);
      if (known !== undefined) return { order, kind: 'ordered', paymentReference: known.paymentReference };
      // e.g. the decision was reversed meanwhile: the order comes to nothing, and an officer hears of it.
      return { order, kind: 'refused', paymentReference: problemOf(answer), reasonCode: 'INSURER_REFUSED' };
    }
    return { order, kind: 'ordered', ...Ordered.parse(accepted(answer)) };
  }

  async withdraw(key: string, about: About, reference: string, reasonCode: string): Promise<WithdrawalResult> {
    const answer = await this.post(`${claimPath(reference)}/withdrawals`, key, about, { reasonCode });
    if (answer.status === 409) {
      const moving = problemOf(answer) === 'money-on-its-way';
      return { kind: 'refused', reasonCode: moving ? 'MONEY_ON_ITS_WAY' : 'NOT_WITHDRAWABLE' };
    }
    accepted(answer);
    return { kind: 'accepted' };
  }

  /** Every claim with activity on a day (Jakarta), as the insurer has it now. */
  async claimsOf(day: string): Promise<readonly InsurerClaim[]> {
    const path = `/v1/reconciliation?day=${encodeURIComponent(day)}`;
    const answer = await this.call({ branch: HEAD_OFFICE, caseId: null, method: 'GET', path });
    return DayList.parse(accepted(answer)).claims;
  }

  /** One claim as the insurer has it now; undefined if it knows none. */
  async findClaim(about: About, reference: string): Promise<InsurerClaim | undefined> {
    const answer = await this.call({ ...about, method: 'GET', path: claimPath(reference) });
    return answer.status === 404 ? undefined : InsurerClaim.parse(accepted(answer));
  }

  async isReachable(): Promise<boolean> {
    try {
      return (await fetch(`${this.baseUrl}/healthz`, { signal: AbortSignal.timeout(1_000) })).ok;
    } catch {
      return false; // away is an answer here
    }
  }

  private post(path: string, key: string, about: About, body: object): Promise<Answer> {
    return this.call({ ...about, method: 'POST', path, key, body });
  }

  private call(call: Call): Promise<Answer> {
    return this.guard.call(call.branch, () => this.ask(call));
  }

  /** One exchange, kept whatever comes of it. @throws InsurerAway on faults that pass */
  private async ask(call: Call): Promise<Answer> {
    const began = performance.now();
    const exchange = {
      direction: 'out' as const,
      caseId: call.caseId,
      operation: `${call.method} ${call.path}`,
      key: call.key ?? null,
      request: call.body,
    };
    try {
      const response = await fetch(`${this.baseUrl}${call.path}`, {
        method: call.method,
        headers: {
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      const body: unknown = await response.json().catch(() => null);
      const { status } = response;
      await this.kept.keep({ ...exchange, status, response: body, fault: null, tookMs: performance.now() - began });
      if (status >= 500 || status === 429 || status === 408)
        throw new InsurerAway(`the insurer answered ${status}`, retryAfterMs(response.headers));
      return { status, body };
    } catch (error) {
      if (error instanceof InsurerAway) throw error;
      const fault = error instanceof Error ? error.name : 'fault';
      const tookMs = performance.now() - began;
      await this.kept.keep({ ...exchange, status: null, response: undefined, fault, tookMs });
      throw new InsurerAway(`the insurer gave no answer: ${fault}`);
    }
  }
}

const claimPath = (reference: string): string => `/v1/claims/${encodeURIComponent(reference)}`;

function retryAfterMs(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}

/** The code of the insurer's problem document. */
const problemOf = ({ body }: Answer): string =>
  ProblemType.safeParse(body).data?.type.slice('urn:bpjs:problem:'.length) ?? 'unknown';

function asReceived(answer: Answer): Extract<Reported, { kind: 'received' }> {
  const { reference, receivedAt } = Received.parse(accepted(answer));
  return { kind: 'received', reference, receivedAt: new Date(receivedAt).toISOString() };
}

/** The body of a good answer. @throws ApplicationFailure `titian/insurer-contract` on a refusal that no retry can mend */
function accepted({ status, body }: Answer): unknown {
  if (status >= 200 && status < 300) return body;
  throw ApplicationFailure.nonRetryable(`the insurer refused the request with ${status}`, 'titian/insurer-contract');
}
