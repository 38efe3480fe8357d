import type { DataSource } from 'typeorm';
import { clearedDuplicatesOf, type CaseState } from '@titian/domain';
import type { FoundAlike } from '@titian/workflow-contracts';

/** So many are proposed at once: an officer reads no more, and the next search brings the rest. */
export const MOST_ALIKE = 20;

/** A death is one event, whichever programme pays for it; everything else is one by its type of claim. */
const KIND = (alias: string): string =>
  `case when ${alias}.claim_type ~ '^(JKM_|JKK_MENINGGAL)' then 'DEATH' else ${alias}.claim_type end`;

/**
 * Cases that a person should look at beside this one, over the whole country: whoever searches sees ids only.
 *
 * `NIK_AND_EVENT`: a claim of the same number for the same event. `NIK`: the same number, but under another name, or a
 * second placement that is open. `NAME_BIRTH_VILLAGE`: the same name, day of birth and village, and not known to be one
 * person. A case that was voided is no candidate; nor is one that is linked with this one, or that an officer
 * has looked at.
 */
export async function findAlike(db: DataSource, state: CaseState): Promise<readonly FoundAlike[]> {
  const subject = state.facts['subject'] as { readonly statementId: string } | null | undefined;
  if (subject === undefined || subject === null) return [];
  const known = [...state.links.map(({ caseId }) => caseId), ...clearedDuplicatesOf(state)];
  return db.query(FIND, [state.caseId, known, MOST_ALIKE]);
}

const FIND = `
  with mine as (
    select f.case_id, f.type, f.claim_type, ${KIND('f')} as kind, f.state -> 'facts' ->> 'riskDay' as risk_day,
      s.statement_id, s.lookup, s.likeness, s.person_id
    from case_file f join statement s on s.statement_id = f.subject_id where f.case_id = $1
  ), theirs as (
    select g.case_id, g.opened_at, mine.kind = ${KIND('g')} and g.type = 'claim' and mine.type = 'claim'
        and mine.risk_day = g.state -> 'facts' ->> 'riskDay' as same_event,
      mine.type = 'placement' and g.type = 'placement' and g.status <> 'closed' as both_placed,
      t.lookup = mine.lookup as same_number, t.likeness = mine.likeness as like_name, t.person_id = mine.person_id
        or exists (select from person_link l where l.person_id = mine.person_id and l.same_as = t.person_id) as one_person
    from mine
    join statement t on t.lookup = mine.lookup or t.likeness = mine.likeness
    join case_file g on g.subject_id = t.statement_id
    where g.case_id <> mine.case_id and g.case_id <> all ($2::uuid[])
      and coalesce(g.state ->> 'outcome', '') not like 'void_%'
  ), judged as (
    select case_id, opened_at, case
        when same_number and same_event then 'NIK_AND_EVENT'
        when same_number and (both_placed or not one_person) then 'NIK'
        when like_name and (not one_person or same_event or both_placed) then 'NAME_BIRTH_VILLAGE'
      end as rule
    from theirs
  )
  select case_id as "caseId", rule from judged where rule is not null order by opened_at, case_id limit $3`;
