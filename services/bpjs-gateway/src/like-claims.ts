import type { DataSource } from 'typeorm';
import { clearedDuplicatesOf, linesInPlay, type CaseState } from '@titian/domain';

/**
 * A claim of the same worker for the same event and benefit that the insurer has, or has paid. The worker is known by the
 * keyed digest of the NIK only; a worker without one is like nobody. Those that a person has judged are passed over.
 */
const LIKE = `
  select f.case_id as id
  from statement mine
  join statement theirs on theirs.lookup = mine.lookup
  join case_file f on f.subject_id = theirs.statement_id and f.type = 'claim' and f.case_id <> $1
  where mine.statement_id = $2 and mine.lookup is not null
    and f.state -> 'facts' ->> 'riskDay' = $3
    and f.state -> 'lines' ?| $4::text[]
    and f.stage not in ('precheck', 'reported', 'evidence', 'verification', 'ready')
    and coalesce(f.state ->> 'outcome', '') not in ('withdrawn', 'rejected', 'void_duplicate', 'not_insured', 'expired')
    and f.case_id <> all ($5::uuid[])
  order by f.opened_at limit 1`;

/** Id of the like claim, if there is one. */
export async function findLikeClaim(db: DataSource, state: CaseState): Promise<string | undefined> {
  const subject = state.facts['subject'] as { readonly statementId: string } | undefined;
  if (subject === undefined) return undefined;
  const codes = linesInPlay(state).map(({ code }) => code);
  const same = state.links.flatMap(({ caseId, relation }) => (relation === 'same_worker' ? [caseId] : []));
  const judged = [...clearedDuplicatesOf(state), ...same];
  const values = [state.caseId, subject.statementId, String(state.facts['riskDay']), codes, judged];
  const rows: { id: string }[] = await db.query(LIKE, values);
  return rows[0]?.id;
}
