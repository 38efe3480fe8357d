import { rulebook, type Formula } from '@titian/rulebook';
import type { DecidedLine } from './journal-event.ts';

/** The article that a decision by the rows of law rests on, as a decision quotes it. */
const ARTICLE = 'Pasal 34';

/** The most that a rule gives; null where the row knows no sum or none is a ceiling. */
function mostOf(formula: Formula): bigint | null {
  switch (formula.kind) {
    case 'FIXED':
      return formula.amount;
    case 'PARTS':
      return formula.parts.reduce((sum, { amount }) => sum + amount, 0n);
    case 'COST_UP_TO':
      return formula.ceiling;
    case 'COST_BY_MODE':
      return formula.modes.reduce((most, { ceiling }) => (ceiling > most ? ceiling : most), 0n);
    case 'FIXED_AND_COST':
      return formula.amount + formula.costCeiling;
    case 'PERCENT_OF':
      return formula.base;
    case 'BY_SERVICE':
      return formula.steps.reduce((most, { amount }) => (amount > most ? amount : most), 0n);
    case 'SCHOLARSHIP':
    case 'BALANCE':
    case 'SERVICE':
    case 'NOT_FOUND':
      return null;
  }
}

/** A year of school at the level that the line names, e.g. `BEASISWA_SD_2`. */
function scholarshipOf(code: string, riskDay: string): bigint | null {
  const level = /^BEASISWA_([A-Z]+)(_\d+)?$/.exec(code)?.[1];
  return level === undefined ? null : (rulebook.rulesOn(riskDay).scholarships.get(level)?.perYear ?? null);
}

/**
 * Decides a line by the rows of law that held on the day of the event: what is asked, up to the most that the rule gives; a
 * benefit that no rule knows is refused. Law only: which papers, clocks and officers Titian wants, the insurer does not know.
 */
export function decideByLaw(code: string, askedIdr: string, riskDay: string): DecidedLine {
  const benefit = rulebook.rulesOn(riskDay).benefitsByCode.get(code);
  const most = benefit === undefined ? scholarshipOf(code, riskDay) : mostOf(benefit.formula);
  if (benefit === undefined && most === null)
    return { code, decision: 'rejected', approvedIdr: '0', reasonCode: 'OUTSIDE_COVERAGE', article: ARTICLE };
  if (most === null || BigInt(askedIdr) <= most) return { code, decision: 'approved', approvedIdr: askedIdr };
  return { code, decision: 'approved', approvedIdr: most.toString(), reasonCode: 'ABOVE_CEILING', article: ARTICLE };
}
