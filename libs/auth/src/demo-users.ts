import { officeId } from '@titian/rulebook';
import type { Role } from '@titian/domain';
import type { Identity } from './identity.ts';

const user = (id: string, role: Role, area: string): Identity => ({ id, role, area, office: officeId(role, area) });

/** People of the local stack: the offices between a village of Wonotirto and the ministry. Invented, no real person. */
export const DEMO_USERS: readonly Identity[] = [
  user('kades-tambakrejo', 'village_officer', '35.05.08.2003'),
  user('kades-serang', 'village_officer', '35.05.13.2001'),
  user('kecamatan-wonotirto', 'subdistrict_officer', '35.05.08'),
  user('disnaker-blitar-1', 'district_officer', '35.05'),
  user('disnaker-blitar-2', 'district_officer', '35.05'),
  user('disnaker-malang-1', 'district_officer', '35.07'),
  user('bp3mi-jatim-1', 'bp3mi_officer', '35'),
  user('bp3mi-jatim-2', 'bp3mi_officer', '35'),
  user('kp2mi-1', 'ministry_officer', ''),
];
