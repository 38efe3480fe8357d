/** Types whose report is at once the claim (Permenaker 4/2023 Pasal 45): no stage I. */
const ONE_STAGE = new Set(['JKK_GAGAL_BERANGKAT', 'JKK_KERUGIAN_PULANG']);

/** The command that opens a claim of a type: work accidents are reported in two stages, everything else in one. */
export function openingCommandOf(claimType: string): 'reportAccident' | 'openClaim' {
  return claimType.startsWith('JKK_') && !ONE_STAGE.has(claimType) ? 'reportAccident' : 'openClaim';
}
