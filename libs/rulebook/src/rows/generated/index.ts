// Made by infra/build/generate.mjs from the rows: change libs/rulebook/rows, then run `npm run generate`.
import type { Rows } from '../schema.ts';
import { instrument } from './instrument.ts';
import { programme } from './programme.ts';
import { premium } from './premium.ts';
import { window } from './window.ts';
import { claimType } from './claimType.ts';
import { benefit } from './benefit.ts';
import { scholarship } from './scholarship.ts';
import { document } from './document.ts';
import { paper } from './paper.ts';
import { reporter } from './reporter.ts';
import { heirOrder } from './heirOrder.ts';
import { expiry } from './expiry.ts';
import { clock } from './clock.ts';
import { complaintCategory } from './complaintCategory.ts';
import { refusalReason } from './refusalReason.ts';
import { holidays } from './holidays.ts';
import { office } from './office.ts';
import { zone } from './zone.ts';
import { aid } from './aid.ts';
export { SOURCES } from './sources.ts';
export const ROWS: Rows = {
  instrument,
  programme,
  premium,
  window,
  claimType,
  benefit,
  scholarship,
  document,
  paper,
  reporter,
  heirOrder,
  expiry,
  clock,
  complaintCategory,
  refusalReason,
  holidays,
  office,
  zone,
  aid,
};
/** Digest of all rows. */
export const RULES_DIGEST = 'a5145edb66976e01';
