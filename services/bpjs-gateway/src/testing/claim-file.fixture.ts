import { randomUUID } from 'node:crypto';
import type { ClaimFile } from '../insurer.port.ts';

/** A claim of one line that nothing is wrong with. */
export function aClaimFile(change: Partial<ClaimFile> = {}): ClaimFile {
  return {
    claimRef: randomUUID(),
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
