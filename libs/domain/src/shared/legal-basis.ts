/**
 * Why the system may do or ask something. `verified: false` means that nobody has read the article itself yet:
 * such a basis is shown as unverified wherever it is used.
 */
export interface LegalBasis {
  /** Short citation, e.g. `Permenaker 4/2023`; `Titian` for a rule of our own (always unverified). */
  readonly instrument: string;
  /** Article and paragraph, e.g. `Pasal 43 ayat (2)`. */
  readonly article: string;
  readonly verified: boolean;
  /** Number of the source in docs/law/sources.md, e.g. `S42`; absent for a rule of our own. */
  readonly source?: string | undefined;
}

/** A rule that this system proposes and that no law was seen for. */
export const OWN_RULE: LegalBasis = { instrument: 'Titian', article: 'usulan sistem ini', verified: false };
