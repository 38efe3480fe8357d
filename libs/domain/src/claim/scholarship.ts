import type { CaseState } from '../kernel/state.ts';
import type { LegalBasis } from '../shared/legal-basis.ts';
import { LAW } from './claim.law.ts';

/** A level of school: for how many years at most a child gets the scholarship there, and how much a year. */
export interface SchoolLevel {
  readonly level: 'TK' | 'SD' | 'SMP' | 'SMA' | 'PT';
  readonly years: number;
  readonly yearlyIdr: string;
  readonly legalBasis: LegalBasis;
}

const level = (name: SchoolLevel['level'], years: number, yearlyIdr: string): SchoolLevel => ({
  level: name,
  years,
  yearlyIdr,
  legalBasis: LAW.scholarship,
});

/** From kindergarten to university, lowest first. Seen in the press, not in the regulation: unverified. */
export const SCHOOL_LEVELS: readonly SchoolLevel[] = [
  level('TK', 2, '1500000'),
  level('SD', 6, '1500000'),
  level('SMP', 3, '2000000'),
  level('SMA', 3, '3000000'),
  level('PT', 4, '12000000'),
];

/** Children of one worker who get a scholarship; the family picks which. Unverified like the amounts. */
export const MAX_CHILDREN = 2;

export const schoolLevel = (name: string): SchoolLevel | undefined => SCHOOL_LEVELS.find((each) => each.level === name);

/** The benefit line of a year at a level: `BEASISWA_SD` the first, `BEASISWA_SD_2` the next. */
export const yearLine = (name: string, year: number): string => `BEASISWA_${name}${year === 1 ? '' : `_${year}`}`;

export const isScholarship = ({ facts }: CaseState): boolean => facts['claimType'] === 'BEASISWA';

/** Years claimed at each level, read off the lines of the case. */
export function yearsAt({ lines }: CaseState, name: string): number {
  const own = new RegExp(`^BEASISWA_${name}(_\\d+)?$`);
  return Object.keys(lines).filter((code) => own.test(code)).length;
}

/** The highest level the child has reached. */
export const reachedLevel = (state: CaseState): SchoolLevel | undefined =>
  SCHOOL_LEVELS.findLast(({ level: name }) => yearsAt(state, name) > 0);

/** Levels at which another year may be claimed: the one reached, if it has years left, and all above it. */
export function openLevels(state: CaseState): readonly SchoolLevel[] {
  const reached = reachedLevel(state);
  const from = reached === undefined ? 0 : SCHOOL_LEVELS.indexOf(reached);
  return SCHOOL_LEVELS.slice(from).filter(({ level: name, years }) => yearsAt(state, name) < years);
}
