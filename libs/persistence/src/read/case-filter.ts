import type { AreaCode, CaseType, Instant, WaitedFor } from '@titian/domain';

/** Which open cases a list or a count is about. Absent = any. */
export interface CaseFilter {
  readonly type?: CaseType | undefined;
  readonly stage?: string | undefined;
  readonly status?: 'open' | 'suspended' | undefined;
  readonly claimType?: string | undefined;
  /** Category of a complaint. */
  readonly category?: string | undefined;
  readonly flag?: string | undefined;
  /** This rung of the ladder or a higher one, from 1. */
  readonly escalationLevel?: number | undefined;
  /** Due before this moment, exclusive. */
  readonly dueBefore?: Instant | undefined;
  /** Held by this office. */
  readonly office?: string | undefined;
  /** With an open task of this officer. */
  readonly officerId?: string | undefined;
  /** Brought to this office by the ladder, and not done with there. */
  readonly escalatedTo?: string | undefined;
  /** Waiting for them, or for anybody outside; absent = waiting or not. */
  readonly waitsFor?: WaitedFor | 'anybody' | undefined;
  /** Place or a part of a place; the empty code is the whole country. */
  readonly area?: AreaCode | undefined;
}

/** Collects conditions and their values in the order of their placeholders. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly texts: string[] = [];

  value(given: unknown): string {
    return `$${this.values.push(given)}`;
  }

  add(text: string): this {
    this.texts.push(text);
    return this;
  }

  get text(): string {
    return this.texts.join(' and ');
  }
}

/** A place and all within it, as a range: `/` follows `.`, so 35.05 holds 35.05.08 and not 35.051. */
export function inArea(conditions: Conditions, area: AreaCode, column = 'area'): void {
  if (area === '') return;
  conditions.add(`${column} collate "C" >= ${conditions.value(area)}`);
  conditions.add(`${column} collate "C" < ${conditions.value(`${area}/`)}`);
}

/** The columns that begin an index in the order of deadlines. */
function inAreaByDeadline(conditions: Conditions, area: AreaCode): void {
  const segments = area.split('.');
  if (area === '') return;
  if (segments.length === 1) conditions.add(`f.province = ${conditions.value(area)}`);
  else conditions.add(`f.regency = ${conditions.value(segments.slice(0, 2).join('.'))}`);
  if (segments.length > 2) inArea(conditions, area, 'f.area');
}

/** Open tasks by which the ladder asks an office. */
export const escalatedTo = (office: string): string =>
  `t.office = ${office} and t.name = 'escalation' and t.status in ('unassigned', 'assigned')`;

/** Conditions on `case_file f`; `by` tells which indexes the area is to be looked up in. */
export function openCases(filter: CaseFilter, by: 'deadline' | 'place'): Conditions {
  const conditions = new Conditions().add(`f.status <> 'closed'`);
  const equal = (column: string, given: unknown): void => {
    if (given !== undefined) conditions.add(`f.${column} = ${conditions.value(given)}`);
  };
  equal('type', filter.type);
  equal('stage', filter.stage);
  equal('status', filter.status);
  equal('holder_office', filter.office);
  for (const [type, code] of [
    ['claim', filter.claimType],
    ['complaint', filter.category],
  ] as const) {
    if (code === undefined) continue;
    equal('type', type);
    equal('subject_code', code);
  }
  // The first half of each is what its partial index promises.
  if (filter.flag !== undefined) {
    conditions.add(`f.flags <> '{}'`).add(`${conditions.value(filter.flag)} = any(f.flags)`);
  }
  if (filter.escalationLevel !== undefined) {
    conditions.add(`f.escalation_level > 0`).add(`f.escalation_level >= ${conditions.value(filter.escalationLevel)}`);
  }
  if (filter.dueBefore !== undefined) conditions.add(`f.due_at < ${conditions.value(filter.dueBefore)}::timestamptz`);
  if (filter.officerId !== undefined) {
    const officer = conditions.value(filter.officerId);
    conditions.add(
      `f.case_id in (select t.case_id from task t where t.officer_id = ${officer} and t.status = 'assigned')`,
    );
  }
  if (filter.escalatedTo !== undefined) {
    const office = conditions.value(filter.escalatedTo);
    conditions.add(`f.case_id in (select t.case_id from task t where ${escalatedTo(office)})`);
  }
  // Written out, as the partial indexes have it; the words come from a closed list.
  if (filter.waitsFor === 'anybody') conditions.add(`f.waits_for <> '{}'`);
  else if (filter.waitsFor !== undefined) conditions.add(`'${filter.waitsFor}' = any (f.waits_for)`);
  if (filter.area !== undefined) {
    if (by === 'deadline') inAreaByDeadline(conditions, filter.area);
    else inArea(conditions, filter.area, 'f.area');
  }
  return conditions;
}
