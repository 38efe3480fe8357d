// Made by infra/build/generate.mjs from the rows: change libs/rulebook/rows, then run `npm run generate`.
import type { RowOf } from '../schema.ts';
export const complaintCategory: readonly RowOf<'complaintCategory'>[] = [];
