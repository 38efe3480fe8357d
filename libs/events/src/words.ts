import { z } from 'zod';
import { ROLES } from '@titian/domain';

/** The words events are made of. None of them lets a sentence, a name with a blank, a phone number or an NIK through. */
export const name = z.string().regex(/^[a-z][A-Za-z0-9_]{0,59}$/);
export const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const role = z.enum(ROLES);
export const instant = z.iso.datetime({ precision: 3 });
export const amountIdr = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .describe('Whole rupiah as digits');
export const article = z
  .string()
  .regex(/^Pasal \d{1,3}[A-Z]?[A-Za-z0-9 ()/]{0,60}$/)
  .describe('An article of law, e.g. Pasal 50 ayat (1)');
export const office = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}(:\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)?$/)
  .describe('Office id, e.g. disnaker:35.05');
/** The domain checks it by a function, which a published schema cannot say: here it is a pattern. */
export const village = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
  .describe('Village code of the interior ministry, e.g. 35.05.08.2003');
/** A person is a directory id: 16 digits would be an NIK, `08…` and `628…` a phone number. */
export const directoryId = z
  .string()
  .regex(/^(?!\d{16}$)(?!(0|62)8\d{7,12}$)[A-Za-z0-9:._-]{1,80}$/)
  .describe('Directory id, never a name');
export const clockId = z
  .string()
  .regex(/^[A-Za-z0-9_]{1,60}#\d{1,6}$/)
  .describe('Name and number of the clock, e.g. verifying#1');
export const item = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,59}(\.[A-Za-z][A-Za-z0-9_]{0,59}){0,3}$/)
  .describe('One of several that are measured side by side, e.g. accidentLetter.SK_MAJIKAN.PEMBERI_KERJA');
export const taskId = z.string().regex(/^[A-Za-z0-9_]{1,60}#\d{1,6}$/);
export const reason = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/)
  .describe('The command or rule that caused it');
/** Who acted, by directory id. */
export const actor = z.strictObject({ id: directoryId, role, office });
