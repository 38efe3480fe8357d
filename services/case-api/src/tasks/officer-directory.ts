import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DEMO_USERS } from '@titian/auth';
import { readOffice } from '@titian/persistence';
import { directoryOf } from '@titian/rulebook';

/** Who works in which office. */
@Injectable()
export class OfficerDirectory {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Ids of the officers of an office; of one that keeps no list of its people, the demo users. */
  async officersOf(office: string): Promise<readonly string[]> {
    const staff = directoryOf(await readOffice(this.db, office), new Date().toISOString()).staff(office);
    return staff.length > 0 ? staff : DEMO_USERS.filter((officer) => officer.office === office).map(({ id }) => id);
  }
}
