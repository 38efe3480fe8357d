import type { AreaCode, PlainDay, Role, Text, Zone } from '@titian/domain';

/** A person's place in a post, by directory id. Whole days where the office is, both included; null is without end. */
export interface PostHolder {
  readonly officerId: string;
  /** A deputy stands in while no holder of the post is there. */
  readonly as: 'holder' | 'deputy';
  readonly from: PlainDay;
  readonly until: PlainDay | null;
}

/** A post of an office, e.g. `kepala-dinas`. One without anybody is vacant. */
export interface OfficePost {
  readonly post: string;
  readonly holders: readonly PostHolder[];
}

/** When the doors are open, on the office's own clock. */
export interface WorkingHours {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** `HH:MM`; closes after it opens, on the same day. */
  readonly opens: string;
  readonly closes: string;
}

/** An office as the directory keeps it. */
export interface StoredOffice {
  readonly office: string;
  readonly role: Role;
  readonly name: Text;
  /** Places it answers for; `''` is the whole country. */
  readonly areas: readonly AreaCode[];
  readonly zone: Zone;
  readonly hours: WorkingHours;
  /** Empty: the office keeps no list of its people, and its work lies in the pool. */
  readonly posts: readonly OfficePost[];
}

/** Days on which a person is not there, both included. */
export interface Absence {
  readonly officerId: string;
  readonly from: PlainDay;
  readonly until: PlainDay;
  readonly reasonCode: string;
}

/** What the directory has stored, or the part of it that one area needs. */
export interface DirectoryRows {
  readonly offices: readonly StoredOffice[];
  readonly absences: readonly Absence[];
}

export const NO_ROWS: DirectoryRows = { offices: [], absences: [] };
