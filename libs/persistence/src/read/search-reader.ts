import type { EntityManager } from 'typeorm';
import type { AreaCode, CaseType, Instant } from '@titian/domain';
import { Conditions, inArea } from './case-filter.ts';
import { iso } from './columns.ts';

/** A case that was looked for, closed ones included. */
export interface FoundCase {
  readonly caseId: string;
  readonly number: string;
  readonly type: CaseType;
  readonly subjectCode: string | null;
  readonly stage: string;
  readonly status: string;
  readonly area: AreaCode;
  readonly openedAt: Instant;
  /** Statement that names the worker; null if the case has none. */
  readonly subjectId: string | null;
}

export interface SearchPosition {
  readonly area: AreaCode;
  readonly caseId: string;
}

export interface SearchPage {
  /** The whole case number as it is stored. */
  readonly number?: string | undefined;
  /** One for each word of a name; all must be words of one person. */
  readonly nameTokens?: readonly string[] | undefined;
  readonly area?: AreaCode | undefined;
  readonly limit: number;
  readonly after?: SearchPosition | undefined;
}

/** Looks for cases by what people know of them; always inside `asActor`. */
export class SearchReader {
  /** By place and then by case id, so that pages follow one another whatever is added. */
  page(tx: EntityManager, { number, nameTokens, area, limit, after }: SearchPage): Promise<readonly FoundCase[]> {
    const conditions = new Conditions();
    if (number !== undefined) conditions.add(`f.number = ${conditions.value(number)}`);
    if (area !== undefined) inArea(conditions, area, 'f.area');
    if (nameTokens !== undefined) conditions.add(`f.case_id in (${casesNamed(conditions, nameTokens)})`);
    if (after !== undefined) {
      const [place, id] = [conditions.value(after.area), conditions.value(after.caseId)];
      conditions.add(`(f.area collate "C", f.case_id) > (${place}, ${id}::uuid)`);
    }
    return tx.query(
      `select f.case_id as "caseId", f.number, f.type, f.subject_code as "subjectCode", f.stage, f.status, f.area,
         ${iso('f.opened_at')} as "openedAt", f.state -> 'facts' -> 'subject' ->> 'statementId' as "subjectId"
       from case_file f where ${conditions.text}
       order by f.area collate "C", f.case_id limit ${conditions.value(limit)}`,
      conditions.values,
    );
  }
}

const casesNamed = (conditions: Conditions, tokens: readonly string[]): string =>
  `select s.case_id from statement s where s.case_id is not null and ${tokens
    .map(
      (token) =>
        `s.statement_id in (select p.statement_id from person_token p where p.token = ${conditions.value(token)})`,
    )
    .join(' and ')}`;
