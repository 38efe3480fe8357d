import { claimDefinition, complaintDefinition, isWithin } from '@titian/domain';
import type { Line } from './figures.ts';
import { KINDS, LEVELS, type ReportQuery } from './report-query.ts';

/** A line as readers get it. */
export interface ShownLine extends Line {
  /** Clocks behind the figures whose time limit nobody has read in the law itself. */
  readonly unverifiedLaw: readonly string[];
}

/** Clocks that rest on a basis that is not verified. */
const UNVERIFIED_CLOCKS: ReadonlySet<string> = new Set(
  [claimDefinition, complaintDefinition].flatMap(({ clocks }) =>
    Object.entries(clocks)
      .filter(([, { legalBasis }]) => legalBasis.some(({ verified }) => !verified))
      .map(([name]) => name),
  ),
);

/** The lines of one depth within an area and some months. Chooses among what may be shown; it never adds anything up. */
export function toPage(
  lines: readonly Line[],
  asked: Pick<ReportQuery, 'kind' | 'month' | 'from' | 'to'> & {
    readonly level: keyof typeof LEVELS;
    readonly area: string;
  },
  hasPart: boolean,
): readonly ShownLine[] {
  const isAsked = ({ place, kind, month, part }: Line): boolean =>
    depthOf(place) === LEVELS[asked.level] &&
    isWithin(regionOf(place), asked.area) &&
    depthOf(kind) === KINDS[asked.kind] &&
    (month === '*') === (asked.month === 'all') &&
    (month === '*' || ((asked.from ?? '') <= month && month <= (asked.to ?? '9999'))) &&
    (!hasPart || part !== '*');
  return lines.filter(isAsked).map((line) => {
    const { clocks = [] } = line.values;
    const unverified = Array.isArray(clocks)
      ? (clocks as string[]).filter((clock) => UNVERIFIED_CLOCKS.has(clock))
      : [];
    return { ...line, unverifiedLaw: unverified };
  });
}

const depthOf = (code: string): number => (code === '*' ? 0 : code.split('/').length);
/** Of `35/35.05/disnaker:35.05` the regency. */
const regionOf = (place: string): string => (place === '*' ? '' : (place.split('/')[1] ?? place));
