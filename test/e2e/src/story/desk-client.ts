import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const Answer = z.object({ caseId: z.uuid(), status: z.enum(['done', 'pending']), revision: z.int().nullable() });
const Receipt = z.object({
  status: z.enum(['done', 'refused']),
  revision: z.int(),
  refusal: z.object({ code: z.string() }).nullable(),
});
const Problem = z.object({ type: z.string(), title: z.string(), status: z.int() });

/** The parts of a case that a story looks at. */
export const CaseView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  revision: z.int(),
  status: z.string(),
  flags: z.array(z.object({ flag: z.string() })),
  stage: z.object({ name: z.string() }),
  outcome: z.object({ outcome: z.string() }).nullable(),
  evidence: z.array(z.object({ requirement: z.string(), status: z.string() })),
  lines: z.array(z.object({ code: z.string(), paidIdr: z.string().nullable() })),
  escalation: z.object({ level: z.int() }),
  links: z.array(z.object({ caseId: z.uuid(), relation: z.string() })),
});
export type CaseView = z.infer<typeof CaseView>;

/** A refusal of the API, by its stable code. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: string,
    readonly status: number,
    title: string,
  ) {
    super(`${code} (${status}): ${title}`);
  }
}

/** Speaks to the API as one of the demo users; asks again with the same key until the answer is known. */
export class DeskClient {
  constructor(private readonly apiUrl: string) {}

  async open(
    who: string,
    what: 'claims' | 'claims/prechecks' | 'complaints' | 'complaints/drafts' | 'placements' | 'placements/abroad',
    body: object,
  ): Promise<{ caseId: string; revision: number }> {
    return this.send(who, `/v1/${what}`, body);
  }

  async command(
    who: string,
    caseId: string,
    command: string,
    input: object,
  ): Promise<{ caseId: string; revision: number }> {
    return this.send(who, `/v1/cases/${caseId}/commands/${command}`, input);
  }

  async view(who: string, caseId: string): Promise<CaseView> {
    const response = await fetch(`${this.apiUrl}/v1/cases/${caseId}`, { headers: { 'x-titian-identity': who } });
    if (!response.ok) throw await refused(response);
    return CaseView.parse(await response.json());
  }

  private async send(who: string, path: string, body: object): Promise<{ caseId: string; revision: number }> {
    const key = randomUUID();
    for (let tries = 0; ; tries += 1) {
      const response = await fetch(`${this.apiUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-titian-identity': who },
        body: JSON.stringify(body),
      });
      if (response.status === 503 && tries < 20) {
        await pause(250);
        continue;
      }
      if (!response.ok) throw await refused(response);
      const { caseId, revision } = Answer.parse(await response.json());
      return { caseId, revision: revision ?? (await this.receipt(who, caseId, key)) };
    }
  }

  private async receipt(who: string, caseId: string, key: string): Promise<number> {
    for (let tries = 0; tries < 120; tries += 1) {
      const response = await fetch(`${this.apiUrl}/v1/cases/${caseId}/receipts/${key}`, {
        headers: { 'x-titian-identity': who },
      });
      if (response.ok) {
        const { revision, refusal } = Receipt.parse(await response.json());
        if (refusal !== null) throw new Refused(refusal.code, 409, 'refused by the record');
        return revision;
      }
      await pause(250);
    }
    throw new Error(`no receipt for ${key} within 30 s`);
  }
}

async function refused(response: Response): Promise<Refused> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (!problem.success) return new Refused('unknown', response.status, response.statusText);
  return new Refused(problem.data.type.replace('urn:titian:problem:', ''), response.status, problem.data.title);
}
