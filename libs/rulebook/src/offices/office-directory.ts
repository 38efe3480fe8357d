import {
  areaAtLevel,
  localDay,
  plainDay,
  ZONES,
  type AreaCode,
  type FilledRung,
  type Holder,
  type Instant,
  type OfficeDirectory,
  type PassedPost,
  type PlainDay,
  type Role,
  type VacantRung,
} from '@titian/domain';
import { isWithinDays, OfficeStaff, type PostStanding } from './office-staff.ts';
import { nextPost, officeId, zoneOf } from './posts.ts';
import { NO_ROWS, type DirectoryRows, type StoredOffice } from './stored-office.ts';

/** What a case needs of an office. */
interface Need {
  readonly isFit?: ((office: string) => boolean) | undefined;
  /** A rung of a ladder must be able to act today. */
  readonly mustBeThere?: boolean;
}

const BECAUSE: Readonly<Partial<Record<ResolutionStep['found'], VacantRung['because']>>> = {
  vacant: 'vacant',
  absent: 'absent',
  unfit: 'conflict',
};

/** One place that was looked at on the way from an area and a role to an office. */
export interface ResolutionStep {
  readonly role: Role;
  /** The part of the area for which an office was looked for; wider with each step. */
  readonly area: AreaCode;
  readonly office: string | null;
  /**
   * `rule`: nothing is stored for this role here, so the office that the area code names answers. `absent`, of a ladder only:
   * its people are away today with nobody to stand in.
   */
  readonly found: 'answers' | 'vacant' | 'absent' | 'unfit' | 'none' | 'rule';
  /** How the posts of a stored office stand on that day; empty where no list of people is kept. */
  readonly posts: readonly PostStanding[];
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

/**
 * The stored directory as it stands at a moment. An office is looked for by role in the area and then in every part around
 * it; where none is stored, the one that the area code names answers. A vacant one is passed over, upwards to the ministry.
 */
export function directoryOf(rows: DirectoryRows, at: Instant): ExplainedDirectory {
  const offices = new Map(rows.offices.map((stored) => [stored.office, stored]));
  const staffOf = (office: string): OfficeStaff | undefined => {
    const stored = offices.get(office);
    return stored === undefined ? undefined : new OfficeStaff(stored, rows, at);
  };
  const storedFor = (role: Role, place: AreaCode): readonly StoredOffice[] =>
    rows.offices
      .filter((stored) => stored.role === role && stored.areas.includes(place))
      .sort((one, other) => (one.office < other.office ? -1 : 1));

  /** How an office stands to a case: whoever holds it may be away for a while, whoever is climbed to must be there. */
  function standingOf(office: string, { isFit = () => true, mustBeThere = false }: Need): ResolutionStep['found'] {
    const staff = staffOf(office);
    if (staff?.isVacant === true) return 'vacant';
    if (!isFit(office)) return 'unfit';
    return mustBeThere && staff?.isAway === true ? 'absent' : 'answers';
  }

  /** Steps of one role; the last one says whether it answers. */
  function stepsOf(area: AreaCode, role: Role, need: Need): readonly ResolutionStep[] {
    const steps: ResolutionStep[] = [];
    for (const place of placesAround(area)) {
      const stored = storedFor(role, place);
      if (stored.length === 0) steps.push({ role, area: place, office: null, found: 'none', posts: [] });
      for (const { office } of stored) {
        const found = standingOf(office, need);
        steps.push({ role, area: place, office, found, posts: staffOf(office)?.posts ?? [] });
        if (found === 'answers') return steps;
      }
    }
    if (steps.some(({ office }) => office !== null)) return steps;
    const office = officeId(role, area);
    const found = need.isFit?.(office) === false ? 'unfit' : 'rule';
    return [...steps, { role, area, office, found, posts: [] }];
  }

  const answer = (steps: readonly ResolutionStep[]): string | null => {
    const last = steps.at(-1);
    return last?.found === 'answers' || last?.found === 'rule' ? last.office : null;
  };

  function rungFor(area: AreaCode, role: Role, isFit?: (office: string) => boolean): FilledRung | VacantRung {
    const steps = stepsOf(area, role, { isFit, mustBeThere: true });
    const office = answer(steps);
    if (office !== null) return { office };
    const [first] = steps.filter((step) => step.office !== null);
    return { office: null, because: BECAUSE[first?.found ?? 'vacant'] ?? 'vacant' };
  }

  function resolve(area: AreaCode, role: Role, isFit?: (office: string) => boolean): Resolution {
    const steps: ResolutionStep[] = [];
    const passed = (): PassedPost[] =>
      steps.flatMap(({ role: post, office, found }) =>
        office !== null && (found === 'vacant' || found === 'unfit')
          ? [{ role: post, office, because: found === 'vacant' ? 'vacant' : 'conflict' }]
          : [],
      );
    for (let post: Role = role; ;) {
      const found = stepsOf(area, post, { isFit });
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
  const present = (office: string): readonly string[] => staffOf(office)?.present ?? [];
  return {
    resolve,
    rungFor,
    holderFor: (area, role, isFit) => {
      const { role: post, office, passed } = resolve(area, role, isFit);
      return { role: post, office, passed };
    },
    zoneOf,
    present,
    staff: (office) => staffOf(office)?.all ?? [],
    isAbsent: (officerId) =>
      rows.absences.some((absence) => absence.officerId === officerId && isWithinDays(dayOf(officerId), absence)),
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
