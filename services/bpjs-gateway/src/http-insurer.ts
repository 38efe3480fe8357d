import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import type { SubmissionResult } from '@titian/workflow-contracts';
import type { ClaimFile, Insurer, InsurerDocument, InsurerLine } from './insurer.port.ts';

/** One call waits no longer; Temporal then tries again with the same key. */
const TIMEOUT_MS = 10_000;

const Received = z.object({ reference: z.string().min(1), receivedAt: z.iso.datetime() });
const Ordered = z.object({ paymentReference: z.string().min(1) });
const RefusedIntake = z.object({
  type: z.literal('urn:bpjs:problem:intake-refused'),
  reasonCode: z.string(),
  article: z.string().optional(),
});

/** Speaks the HTTP contract of the insurer. A repeated call with the same key answers as the first. */
export class HttpInsurer implements Insurer {
  constructor(
    private readonly baseUrl: string,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {}

  async submit(key: string, file: ClaimFile): Promise<SubmissionResult> {
    const { lines, ...rest } = file;
    const body = { ...rest, lines: lines.map(({ code, amountIdr }) => ({ code, askedIdr: amountIdr })) };
    const response = await this.post('/v1/claims', key, body);
    if (response.status === 422) {
      const refused = RefusedIntake.safeParse(
        await response
          .clone()
          .json()
          .catch(() => null),
      );
      if (refused.success) {
        const { reasonCode, article } = refused.data;
        return { kind: 'refused', reasonCode, article: article ?? null };
      }
    }
    const { reference, receivedAt } = Received.parse(await accepted(response));
    return { kind: 'received', reference, receivedAt: new Date(receivedAt).toISOString() };
  }

  async sendInformation(key: string, reference: string, documents: readonly InsurerDocument[]): Promise<void> {
    await accepted(await this.post(`/v1/claims/${encodeURIComponent(reference)}/information`, key, { documents }));
  }

  async fileObjection(key: string, reference: string, reasonCode: string): Promise<void> {
    await accepted(await this.post(`/v1/claims/${encodeURIComponent(reference)}/objections`, key, { reasonCode }));
  }

  async requestPayment(
    key: string,
    reference: string,
    payment: { readonly lines: readonly InsurerLine[]; readonly accountToken: string },
  ): Promise<{ readonly paymentReference: string }> {
    const response = await this.post(`/v1/claims/${encodeURIComponent(reference)}/payments`, key, payment);
    return Ordered.parse(await accepted(response));
  }

  async isReachable(): Promise<boolean> {
    try {
      return (await fetch(`${this.baseUrl}/healthz`, { signal: AbortSignal.timeout(1_000) })).ok;
    } catch {
      return false; // away is an answer here
    }
  }

  private post(path: string, key: string, body: object): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(this.timeoutMs),
    });
  }
}

/**
 * The body of a good answer. @throws Error on faults that pass (5xx, 429: Temporal tries again);
 * ApplicationFailure `titian/insurer-contract` on a refusal that no retry can mend
 */
async function accepted(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  await response.arrayBuffer();
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    throw new Error(`the insurer answered ${response.status}`);
  }
  throw ApplicationFailure.nonRetryable(
    `the insurer refused the request with ${response.status}`,
    'titian/insurer-contract',
  );
}
