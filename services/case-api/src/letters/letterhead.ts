import type { Identity } from '@titian/auth';
import { areaAtLevel, type AreaCode } from '@titian/domain';
import type { Places } from '../places/places.ts';

/** `Kabupaten Blitar`, `Wonotirto` or `Tambakrejo` alone: the first part of a place's name. */
const nameAt = (places: Places, area: AreaCode, level: number): string =>
  places.nameOf(areaAtLevel(area, level)).split(', ')[0] ?? '';

/** What stands over a letter of an office, the most general body first; a family has none. */
export function letterheadOf({ role, area }: Identity, places: Places): readonly string[] {
  switch (role) {
    case 'village_officer':
      return [
        `Pemerintah ${nameAt(places, area, 2)}`,
        `Kecamatan ${nameAt(places, area, 3)}`,
        `Pemerintah Desa ${nameAt(places, area, 4)}`,
      ];
    case 'district_officer':
      return [`Pemerintah ${nameAt(places, area, 2)}`, 'Dinas Ketenagakerjaan'];
    case 'bp3mi_officer':
      return ['Kementerian Pelindungan Pekerja Migran Indonesia', 'Balai Pelayanan Pelindungan PMI'];
    default:
      return [];
  }
}

/** Where the letter is dated. */
export const placeOf = ({ area }: Identity, caseArea: AreaCode, places: Places): string => {
  const levels = area.split('.').length;
  return levels === 4 ? nameAt(places, area, 4) : nameAt(places, caseArea, 2).replace(/^(Kabupaten|Kota) /, '');
};
