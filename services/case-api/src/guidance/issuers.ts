import { areaAtLevel, ISSUERS, isIssuer, type CaseState, type IssuerCode, type Text } from '@titian/domain';
import { countryName, missionIn } from '@titian/rulebook';
import type { Places } from '../places/places.ts';

const MISSIONS: readonly IssuerCode[] = ['PERWAKILAN_RI', 'KDEI'];

/** Somebody who can issue a paper, and where the family finds them. */
export interface IssuerPlace {
  readonly issuer: IssuerCode;
  readonly label: Text;
  readonly where: Text | null;
  /** Asked by letter, because the family cannot walk there. */
  readonly byLetter: boolean;
  /** False if only the general rule says that this is the office. */
  readonly verified: boolean;
}

/** Issuers of a paper that there are in this case: a country has a mission or a trade office, not both. */
export function issuersHere(issuers: readonly string[], state: CaseState, places: Places): readonly IssuerPlace[] {
  const country = typeof state.facts['riskCountry'] === 'string' ? state.facts['riskCountry'] : undefined;
  return issuers.filter(isIssuer).flatMap((issuer) => {
    const { label, thirdParty } = ISSUERS[issuer];
    const found = { issuer, label, byLetter: thirdParty, verified: true };
    if (!MISSIONS.includes(issuer)) return [{ ...found, where: whereIs(issuer, state, country, places) }];
    if (country === undefined || country === 'ID') return [{ ...found, where: null, verified: false }];
    const mission = missionIn(country);
    if (mission.issuer !== issuer) return [];
    return [{ ...found, label: mission.name, where: countryName(country), verified: mission.basis.verified }];
  });
}

function whereIs(issuer: IssuerCode, { area }: CaseState, country: string | undefined, places: Places): Text | null {
  const abroad =
    country === undefined ? null : { id: `di ${countryName(country).id}`, en: `in ${countryName(country).en}` };
  const regency = places.nameOf(areaAtLevel(area, 2));
  const village = places.nameOf(area);
  switch (issuer) {
    case 'PEMBERI_KERJA':
    case 'AGENSI':
    case 'RUMAH_SAKIT':
    case 'ASURANSI':
      return abroad;
    case 'DESA':
    case 'PEJABAT':
      return { id: `kantor desa atau kelurahan ${village}`, en: `village office of ${village}` };
    case 'DUKCAPIL':
    case 'KUA':
    case 'DISNAKER':
      return { id: regency, en: regency };
    case 'BPJS':
      return { id: `kantor cabang yang melayani ${regency}`, en: `branch that serves ${regency}` };
    case 'IMIGRASI':
      return { id: 'kantor imigrasi terdekat', en: 'the nearest immigration office' };
    default:
      return null;
  }
}
