import { Injectable } from '@nestjs/common';
import { DEMO_USERS } from '@titian/auth';

/** Who works in which office. Knows the demo users only, until an office keeps its people somewhere else. */
@Injectable()
export class OfficerDirectory {
  /** Ids of the officers of an office. */
  officersOf(office: string): readonly string[] {
    return DEMO_USERS.filter((officer) => officer.office === office).map(({ id }) => id);
  }
}
