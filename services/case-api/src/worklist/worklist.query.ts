import { z } from 'zod';
import type { Identity } from '@titian/auth';
import {
  CASE_TYPES,
  CATEGORIES,
  claimInputs,
  dayNumber,
  localDay,
  seesFlag,
  startOfDay,
  WAITED_FOR,
  type AreaCode,
  type Instant,
} from '@titian/domain';
import { invalidRequest, problem, ProblemError } from '@titian/http';
import { models, type CaseFilter } from '@titian/persistence';
import { officeDirectory } from '@titian/rulebook';
import { AreaPrefix, mustBeWithin } from './area.ts';
import { CURSOR_LENGTH } from './cursor.ts';

const offices = officeDirectory();

/** Values that some definition of this release knows, told to the caller who knows none. */
function known(what: 'stages' | 'flags'): z.ZodType<string> {
  const names = [...new Set(models.all().flatMap(({ definition }) => Object.keys(definition[what])))].sort();
  return z.enum(names as [string, ...string[]]);
}

/** Whose cases: the lists that a desk keeps beside one another. */
export const SCOPES = ['mine', 'office', 'area', 'escalated', 'waiting'] as const;
export type Scope = (typeof SCOPES)[number];

const filters = {
  scope: z
    .enum(SCOPES)
    .default('office')
    .describe(
      'With an open task of mine; held by my office; anywhere in my area; brought to my office by the ladder and not done with; or in my area and waiting for somebody outside',
    ),
  type: z.enum(CASE_TYPES).optional(),
  stage: known('stages').optional(),
  status: z.enum(['open', 'suspended']).optional(),
  claimType: claimInputs['opening@1'].shape.claimType.optional().describe('Claims of this type'),
  category: z
    .enum(Object.keys(CATEGORIES) as [string, ...string[]])
    .optional()
    .describe('Complaints of this category'),
  flag: known('flags').optional(),
  escalationLevel: z.coerce.number().int().min(1).max(20).optional().describe('This rung of the ladder or higher'),
  overdue: z.enum(['true', 'false']).optional().describe('`true`: only cases whose deadline has passed'),
  dueBefore: z.iso.date().optional().describe('Due before this day begins where my office is'),
  waitsFor: z.enum(WAITED_FOR).optional().describe('Whose answer is awaited'),
  areaPrefix: AreaPrefix.optional(),
};

/** Which cases are counted. */
export const CountsQuery = z.strictObject(filters);
export type CountsQuery = z.infer<typeof CountsQuery>;

/** What a worklist can be asked for. */
export const WorklistQuery = z.strictObject({
  ...filters,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(CURSOR_LENGTH).optional().describe('`next` of the page before'),
});
export type WorklistQuery = z.infer<typeof WorklistQuery>;

/** What the record is asked. @throws ProblemError if the parts contradict each other, or reach out of the caller's area */
export function toFilter(query: CountsQuery, identity: Identity, now: Instant): CaseFilter {
  mustFit(query);
  mustBeWithin(identity, query.areaPrefix, '/areaPrefix');
  mustSee(identity, query.flag);
  const { scope, overdue, dueBefore, areaPrefix, type, stage, status, claimType, category, flag, escalationLevel } =
    query;
  const { waitsFor } = query;
  const zone = offices.zoneOf(identity.area);
  const limits = [
    ...(overdue === 'true' ? [now] : []),
    ...(dueBefore === undefined ? [] : [startOfDay(dayNumber(dueBefore), zone)]),
  ].sort();
  return {
    type,
    stage,
    status,
    claimType,
    category,
    flag,
    escalationLevel,
    dueBefore: limits[0],
    waitsFor,
    area: areaPrefix,
    ...ofScope(scope, identity, { area: areaPrefix, waitsFor }),
  };
}

/** The part of a filter that says whose cases are meant; what was asked for within them wins. */
export function ofScope(
  scope: Scope,
  { id, office, area }: Identity,
  asked: { readonly area?: AreaCode | undefined; readonly waitsFor?: CaseFilter['waitsFor'] } = {},
): CaseFilter {
  switch (scope) {
    case 'mine':
      return { officerId: id };
    case 'office':
      return { office };
    case 'escalated':
      return { escalatedTo: office };
    case 'area':
      return { area: asked.area ?? area };
    case 'waiting':
      return { area: asked.area ?? area, waitsFor: asked.waitsFor ?? 'anybody' };
  }
}

/** Today where the office is. */
export function todayOf(identity: Identity, now: Instant): { readonly from: Instant; readonly until: Instant } {
  const zone = offices.zoneOf(identity.area);
  const day = localDay(now, zone);
  return { from: startOfDay(day, zone), until: startOfDay(day + 1, zone) };
}

/** To list the cases with a flag is to learn of it. */
function mustSee({ role }: Identity, flag: string | undefined): void {
  if (flag === undefined || models.all().every(({ definition }) => seesFlag(definition, flag, role))) return;
  throw new ProblemError(
    problem(
      403,
      'access/role',
      { id: `Peran ${role} tidak boleh melihat penanda ${flag}.`, en: `Role ${role} may not see the flag ${flag}.` },
      { id: 'Pilih penanda lain.', en: 'Choose another flag.' },
      { field: '/flag' },
    ),
  );
}

function mustFit({ type, claimType, category }: CountsQuery): void {
  const wanted = claimType === undefined ? type : 'claim';
  if (category !== undefined && wanted === 'claim') {
    throw invalidRequest([
      { field: '/category', rule: 'is a filter of complaints', remedy: 'leave out claimType and type=claim' },
    ]);
  }
  if (claimType !== undefined && type === 'complaint') {
    throw invalidRequest([{ field: '/claimType', rule: 'is a filter of claims', remedy: 'leave out type=complaint' }]);
  }
}
