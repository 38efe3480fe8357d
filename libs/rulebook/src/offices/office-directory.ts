import {
  areaAtLevel,
  localDay,
  plainDay,
  ZONES,
  type AreaCode,
  type Holder,
  type Instant,
  type OfficeDirectory,
  type PassedPost,
  type PlainDay,
  type Role,
} from '@titian/domain';
import { nextPost, officeId, zoneOf } from './posts.ts';
import { NO_ROWS, type DirectoryRows, type OfficePost, type StoredOffice } from './stored-office.ts';

/** One place that was looked at on the way from an area and a role to an office. */
export interface ResolutionStep {
  readonly role: Role;
  /** The part of the area for which an office was looked for; wider with each step. */
  readonly area: AreaCode;
  readonly office: string | null;
  /** `rule`: nothing is stored for this role here, so the office that the area code names answers. */
  readonly found: 'answers' | 'vacant' | 'unfit' | 'none' | 'rule';
}

/** Which office answers, who is there, and every step that led to it. */
export interface Resolution extends Holder {
  readonly officers: readonly string[];
  readonly steps: readonly ResolutionStep[];
}

/** A directory that can say how it came to an answer. */
export interface ExplainedDirectory extends OfficeDirectory {
  resolve(area: AreaCode, role: Role, isFit?: (office: string) => boolean): Resolution;
}

/** The area and every part that holds it, nearest first, the whole country last. */
export function placesAround(area: AreaCode): readonly AreaCode[] {
  const levels = area === '' ? 0 : area.split('.').length;
  return Array.from({ length: levels + 1 }, (_, up) => areaAtLevel(area, levels - up));
}

const holds = (day: PlainDay, { from, until }: { from: PlainDay; until: PlainDay | null }): boolean =>
  from <= day && (until === null || day <= until);

/** The people of an office on one day. */
class Staff {
  private readonly day: PlainDay;

  constructor(
    private readonly office: StoredOffice,
    private readonly rows: DirectoryRows,
    at: Instant,
  ) {
    this.day = plainDay(localDay(at, office.zone));
  }

  get all(): readonly string[] {
    return sorted(this.office.posts.flatMap((post) => this.of(post)));
  }

  get present(): readonly string[] {
    return sorted(this.office.posts.flatMap((post) => this.presentIn(post)));
  }

  /** No list of people is no vacancy: then nobody has said that nobody is there. */
  get isVacant(): boolean {
    return this.office.posts.length > 0 && this.all.length === 0;
  }

  private of({ holders }: OfficePost, as?: 'holder' | 'deputy'): readonly string[] {
    return holders
      .filter((each) => (as === undefined || each.as === as) && holds(this.day, each))
      .map(({ officerId }) => officerId);
  }

  private presentIn(post: OfficePost): readonly string[] {
    const there = (officerId: string): boolean =>
      !this.rows.absences.some((absence) => absence.officerId === officerId && holds(this.day, absence));
    const holders = this.of(post, 'holder').filter(there);
    return holders.length > 0 ? holders : this.of(post, 'deputy').filter(there);
  }
}

const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

/**
 * The stored directory as it stands at a moment. An office is looked for by role in the area and then in every part around
 * it; where none is stored, the one that the area code names answers. A vacant one is passed over, upwards to the ministry.
 */
export function directoryOf(rows: DirectoryRows, at: Instant): ExplainedDirectory {
  const staffOf = new Map(rows.offices.map((stored) => [stored.office, new Staff(stored, rows, at)]));
  const storedFor = (role: Role, place: AreaCode): readonly StoredOffice[] =>
    rows.offices
      .filter((stored) => stored.role === role && stored.areas.includes(place))
      .sort((one, other) => (one.office < other.office ? -1 : 1));

  /** Steps of one role; the last one says whether it answers. */
  function stepsOf(area: AreaCode, role: Role, isFit: (office: string) => boolean): readonly ResolutionStep[] {
    const steps: ResolutionStep[] = [];
    for (const place of placesAround(area)) {
      const stored = storedFor(role, place);
      if (stored.length === 0) steps.push({ role, area: place, office: null, found: 'none' });
      for (const { office } of stored) {
        const found = staffOf.get(office)?.isVacant === true ? 'vacant' : isFit(office) ? 'answers' : 'unfit';
        steps.push({ role, area: place, office, found });
        if (found === 'answers') return steps;
      }
    }
    if (steps.some(({ office }) => office !== null)) return steps;
    const office = officeId(role, area);
    return [...steps, { role, area, office, found: isFit(office) ? 'rule' : 'unfit' }];
  }

  const answer = (steps: readonly ResolutionStep[]): string | null => {
    const last = steps.at(-1);
    return last?.found === 'answers' || last?.found === 'rule' ? last.office : null;
  };

  function resolve(area: AreaCode, role: Role, isFit: (office: string) => boolean = () => true): Resolution {
    const steps: ResolutionStep[] = [];
    const passed = (): PassedPost[] =>
      steps.flatMap(({ role: post, office, found }) =>
        office !== null && (found === 'vacant' || found === 'unfit')
          ? [{ role: post, office, because: found === 'vacant' ? 'vacant' : 'conflict' }]
          : [],
      );
    for (let post: Role = role; ;) {
      const found = stepsOf(area, post, isFit);
      steps.push(...found);
      const office = answer(found);
      if (office !== null) return { role: post, office, passed: passed(), officers: present(office), steps };
      const next = nextPost(post);
      if (next === null) break;
      post = next;
    }
    // The ministry is asked even if its list is empty: somebody has to be told that nobody is there.
    const office = officeId('ministry_officer', area);
    return { role: 'ministry_officer', office, passed: passed(), officers: present(office), steps };
  }

  /** The day where the person's office is; west of it for somebody who has none. */
  const dayOf = (officerId: string): PlainDay => {
    const own = rows.offices.find(({ posts }) =>
      posts.some(({ holders }) => holders.some((each) => each.officerId === officerId)),
    );
    return plainDay(localDay(at, own?.zone ?? 'WIB'));
  };
  const present = (office: string): readonly string[] => staffOf.get(office)?.present ?? [];
  return {
    resolve,
    officeFor: (area, role) => answer(stepsOf(area, role, () => true)),
    holderFor: (area, role, isFit) => {
      const { role: post, office, passed } = resolve(area, role, isFit);
      return { role: post, office, passed };
    },
    zoneOf,
    present,
    staff: (office) => staffOf.get(office)?.all ?? [],
    isAbsent: (officerId) =>
      rows.absences.some((absence) => absence.officerId === officerId && holds(dayOf(officerId), absence)),
  };
}

/**
 * A directory made from the area codes alone: every area has its village, district and province office by rule, and who
 * works there is not known. What the stored directory falls back on.
 */
export const officeDirectory = (): OfficeDirectory => directoryOf(NO_ROWS, '1970-01-01T00:00:00.000Z');

/** Whether the doors of an office are open at a moment, on its own clock. Holidays are the calendar's business. */
export function isOpenAt({ zone, hours }: StoredOffice, at: Instant): boolean {
  const day = localDay(at, zone);
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  const clock = new Date(Date.parse(at) + ZONES[zone] * 3_600_000).toISOString().slice(11, 16);
  return hours.days.includes(weekday) && hours.opens <= clock && clock < hours.closes;
}
