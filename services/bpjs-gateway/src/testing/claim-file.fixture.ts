import { randomUUID } from 'node:crypto';
import { BranchGuard } from '../branch-guard.ts';
import type { Exchange } from '../exchange-log.ts';
import { HttpInsurer } from '../http-insurer.ts';
import type { About, ClaimFile, PaymentRequest } from '../insurer.port.ts';

/** A claim and who it is about. */
export type AnyClaim = ClaimFile & { readonly about: About };

/** A claim of one line that nothing is wrong with. */
export function aClaimFile(change: Partial<ClaimFile> = {}): AnyClaim {
  return {
    about: { caseId: randomUUID(), branch: '35.05' },
    attempt: 1,
    claimType: 'JKK_RAWAT_LN',
    programme: 'JKK',
    riskDay: '2026-02-14',
    riskCountry: 'TW',
    documents: [{ code: 'RESUME_MEDIS', documentId: randomUUID(), sha256: 'a'.repeat(64) }],
    lines: [{ code: 'JKK_RAWAT_LN', amountIdr: '42500000' }],
    payee: { kind: 'PARTICIPANT', accountToken: 'BRI/000100020003' },
    ...change,
  };
}

/** What the port takes of it. */
export const fileOf = ({ about: _about, ...file }: AnyClaim): ClaimFile => file;

/** The order of its one line. */
export const orderOf = ({ payee }: AnyClaim, n = 1, amountIdr = '42500000'): PaymentRequest => ({
  order: `JKK_RAWAT_LN.main.${n}`,
  line: { code: 'JKK_RAWAT_LN', amountIdr },
  accountToken: payee.accountToken,
});

/** The adapter with everything it leans on; a breaker that never opens unless a test wants it to. */
export function anInsurer(
  url: string,
  timeoutMs = 2_000,
  breakerFailures = 10_000,
): { readonly insurer: HttpInsurer; readonly kept: Exchange[]; readonly guard: BranchGuard } {
  const kept: Exchange[] = [];
  const guard = new BranchGuard({ callsPerSecond: 10_000, breakerFailures, breakerRestMs: 60_000 });
  const keep = (exchange: Exchange): Promise<void> => {
    kept.push(exchange);
    return Promise.resolve();
  };
  return { insurer: new HttpInsurer(url, guard, { keep }, timeoutMs), kept, guard };
}
