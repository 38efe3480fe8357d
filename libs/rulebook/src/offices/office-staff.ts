import { localDay, plainDay, type Instant, type PlainDay } from '@titian/domain';
import type { DirectoryRows, OfficePost, StoredOffice } from './stored-office.ts';

/** How a post stands on one day. */
export interface PostStanding {
  readonly post: string;
  /** By its holder, by a deputy while the holder is away or the post is empty, by nobody today, or by nobody at all. */
  readonly found: 'held' | 'deputised' | 'absent' | 'empty';
  /** By directory id; `awayUntil` is the last day of an absence, null for somebody who is there. */
  readonly holders: readonly { readonly officerId: string; readonly awayUntil: PlainDay | null }[];
  /** Deputies who stand in. */
  readonly acting: readonly string[];
}

const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

/** Whole days, both included; null is without end. */
export const isWithinDays = (day: PlainDay, { from, until }: { from: PlainDay; until: PlainDay | null }): boolean =>
  from <= day && (until === null || day <= until);

/** The people of an office on one day. */
export class OfficeStaff {
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

  get posts(): readonly PostStanding[] {
    return this.office.posts.map((post) => {
      const holders = this.of(post, 'holder').map((officerId) => ({ officerId, awayUntil: this.awayUntil(officerId) }));
      const deputies = this.of(post, 'deputy').filter((officerId) => this.awayUntil(officerId) === null);
      const isHeld = holders.some(({ awayUntil }) => awayUntil === null);
      const acting = isHeld ? [] : deputies;
      const found = isHeld ? 'held' : acting.length > 0 ? 'deputised' : holders.length > 0 ? 'absent' : 'empty';
      return { post: post.post, found, holders, acting };
    });
  }

  /** No list of people is no vacancy: then nobody has said that nobody is there. */
  get isVacant(): boolean {
    return this.office.posts.length > 0 && this.all.length === 0;
  }

  /** It keeps a list, and nobody on it is there today. */
  get isAway(): boolean {
    return this.office.posts.length > 0 && this.present.length === 0;
  }

  private of({ holders }: OfficePost, as?: 'holder' | 'deputy'): readonly string[] {
    return holders
      .filter((each) => (as === undefined || each.as === as) && isWithinDays(this.day, each))
      .map(({ officerId }) => officerId);
  }

  private presentIn(post: OfficePost): readonly string[] {
    const there = (officerId: string): boolean => this.awayUntil(officerId) === null;
    const holders = this.of(post, 'holder').filter(there);
    return holders.length > 0 ? holders : this.of(post, 'deputy').filter(there);
  }

  /** Last day of an absence that holds today; null for somebody who is there. */
  private awayUntil(officerId: string): PlainDay | null {
    const away = this.rows.absences.filter((each) => each.officerId === officerId && isWithinDays(this.day, each));
    return (
      away
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null
    );
  }
}
