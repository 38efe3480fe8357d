import { Spine1732000000001 } from './0001-spine.ts';
import { Erasure1732000000002 } from './0002-erasure.ts';
import { Desk1732000000003 } from './0003-desk.ts';
import { Persons1732000000005 } from './0005-persons.ts';
import { Imports1732000000006 } from './0006-imports.ts';
import { Calendar1732000000007 } from './0007-calendar.ts';
import { Offices1732000000008 } from './0008-offices.ts';
import { Insurer1732000000009 } from './0009-insurer.ts';
import { Worklists1732000000010 } from './0010-worklists.ts';
import { Parking1732000000011 } from './0011-parking.ts';
import { Reporting1732000000012 } from './0012-reporting.ts';

/** Every migration, oldest first. A published one is never edited: the next change is the next file. */
export const MIGRATIONS = [
  Spine1732000000001,
  Erasure1732000000002,
  Desk1732000000003,
  Persons1732000000005,
  Imports1732000000006,
  Calendar1732000000007,
  Offices1732000000008,
  Insurer1732000000009,
  Worklists1732000000010,
  Parking1732000000011,
  Reporting1732000000012,
];
