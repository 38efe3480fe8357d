import { ZONES, type Zone } from '@titian/domain';

const HOUR_MS = 3_600_000;
const isZone = (text: string): text is Zone => Object.hasOwn(ZONES, text);

/** The month of an instant in a zone of Indonesia, YYYY-MM; a zone that this release does not know counts as that of Jakarta. */
export function monthIn(zone: string, instant: string): string {
  const hours = ZONES[isZone(zone) ? zone : 'WIB'];
  return new Date(Date.parse(instant) + hours * HOUR_MS).toISOString().slice(0, 7);
}
