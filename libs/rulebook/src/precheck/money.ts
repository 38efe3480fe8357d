/** Whole rupiah as people write them, e.g. `Rp85.000.000`. */
export const rupiahText = (amount: bigint): string => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;

/** The smaller of two sums. */
export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, each) => sum + each, 0n);

/** Hundredths of a percent as people write them: 3950 is `39,5%`. */
export function percentText(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0');
  const rest = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${rest === '' ? '' : `,${rest}`}%`;
}
