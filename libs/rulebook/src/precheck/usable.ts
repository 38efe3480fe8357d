import type { CoveragePeriod, PrecheckFacts } from './facts.ts';
import type { PrecheckFinding } from './result.ts';

const withoutField = (period: CoveragePeriod, field: string): CoveragePeriod =>
  Object.fromEntries(Object.entries(period).filter(([name]) => name !== field)) as unknown as CoveragePeriod;

/**
 * The facts without those that contradict others: they count as not known, so that an answer names them instead of resting
 * on them. The facts themselves stay as they were given.
 */
export function usableFacts(facts: PrecheckFacts, findings: readonly PrecheckFinding[]): PrecheckFacts {
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length === 0) return facts;
  const coverage = facts.coverage?.map((period, index) =>
    wrong
      .map(({ field }) => /^\/coverage\/(\d+)\/(\w+)$/.exec(field))
      .filter((match) => Number(match?.[1]) === index)
      .reduce((rest, match) => withoutField(rest, match?.[2] ?? ''), period),
  );
  const twice = new Set(wrong.filter(({ code }) => code === 'HEIR_TWICE').map(({ field }) => field));
  const impossible = wrong.some(({ code }) => code === 'HEIR_IMPOSSIBLE' || code === 'HEIRS_CANNOT_COEXIST');
  const heirs = impossible ? undefined : facts.heirs?.filter((_, index) => !twice.has(`/heirs/${index}/ref`));
  const { coverage: _coverage, heirs: _heirs, ...rest } = facts;
  return { ...rest, ...(coverage === undefined ? {} : { coverage }), ...(heirs === undefined ? {} : { heirs }) };
}
