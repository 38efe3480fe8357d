const JAKARTA_OFFSET_MS = 7 * 60 * 60 * 1000; // WIB has no summer time

/** The insurer's day at an instant: Jakarta's, not UTC's. */
export function jakartaDay(instant: string): string {
  return new Date(Date.parse(instant) + JAKARTA_OFFSET_MS).toISOString().slice(0, 10);
}
