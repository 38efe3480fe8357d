import { randomUUID } from 'node:crypto';

/** The claim that is opened here and in the lifecycles, without the worker's name. */
export const CLAIM = {
  claimType: 'JKK_RAWAT_LN',
  areaCode: '35.05.08.2003',
  riskDay: '2026-01-05',
  riskCountry: 'TW',
  reporter: { relation: 'FAMILY' },
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000' }],
};

/** Opens a claim over HTTP, until it is stored. @returns how long that took, ms @throws Error if it is refused */
export async function openClaim(apiUrl: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${apiUrl}/v1/claims`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-titian-identity': 'kades-tambakrejo',
    },
    body: JSON.stringify({ ...CLAIM, worker: { name: 'Contoh' } }),
  });
  if (!response.ok) throw new Error(`the claim was answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
  return performance.now() - began;
}
