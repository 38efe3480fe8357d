import type { IssuerCode, LegalBasis, Text } from '@titian/domain';

/** Where Indonesia can be asked for a paper in a country. */
export interface Mission {
  readonly issuer: Extract<IssuerCode, 'PERWAKILAN_RI' | 'KDEI'>;
  readonly name: Text;
  /** Who says that this is the office to ask; `verified: false` where only the general rule says it. */
  readonly basis: LegalBasis;
}

const seen = (name: string, en: string, source: string, issuer: Mission['issuer'] = 'PERWAKILAN_RI'): Mission => ({
  issuer,
  name: { id: name, en },
  basis: { instrument: 'Kantor perwakilan', article: name, verified: true, source },
});

/** Offices that a source names for the claims of workers; in Taiwan the trade office takes the place of a mission. */
const NAMED: Readonly<Record<string, Mission>> = {
  TW: seen('KDEI Taipei', 'the Indonesian trade office (KDEI) in Taipei', 'S104', 'KDEI'),
  HK: seen('KJRI Hong Kong', 'the Indonesian consulate general in Hong Kong', 'T14'),
  MY: seen('KBRI Kuala Lumpur', 'the Indonesian embassy in Kuala Lumpur', 'T20'),
};

const COUNTRY = {
  id: new Intl.DisplayNames(['id'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
};

/** Name of a country, ISO 3166 alpha-2, in both languages. */
export const countryName = (country: string): Text => ({
  id: COUNTRY.id.of(country) ?? country,
  en: COUNTRY.en.of(country) ?? country,
});

/** The office to ask in a country: a named one, or the embassy or consulate there, which the family has to find out. */
export function missionIn(country: string): Mission {
  const { id, en } = countryName(country);
  return (
    NAMED[country] ?? {
      issuer: 'PERWAKILAN_RI',
      name: { id: `KBRI atau KJRI di ${id}`, en: `the Indonesian embassy or consulate in ${en}` },
      basis: { instrument: 'Kantor perwakilan', article: 'menurut negara', verified: false },
    }
  );
}
