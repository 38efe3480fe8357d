import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { isAreaCode, isWithin, type AreaCode } from '@titian/domain';
import { problem, ProblemError } from '@titian/http';

/** A place or a part of one, as lists take it. */
export const AreaPrefix = z
  .string()
  .max(13)
  .refine((area) => area !== '' && isAreaCode(area), 'must be a code of the interior ministry, e.g. 35.05 or 35.05.08')
  .describe('Code of a province, regency, district or village within my area');

/** @throws ProblemError 403 if the place is not within the caller's area */
export function mustBeWithin(identity: Identity, area: AreaCode | undefined, field: string): void {
  if (area === undefined || isWithin(area, identity.area)) return;
  throw new ProblemError(
    problem(
      403,
      'command/outside-jurisdiction',
      {
        id: `Wilayah ${area} di luar kewenangan ${identity.office}.`,
        en: `Area ${area} is outside the jurisdiction of ${identity.office}.`,
      },
      { id: `Pilih wilayah di dalam ${identity.area}.`, en: `Choose an area within ${identity.area}.` },
      { field },
    ),
  );
}
