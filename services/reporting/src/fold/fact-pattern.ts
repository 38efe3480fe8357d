import type { ReportedCase, ReportedLine } from './reported-rows.ts';

/**
 * Notes of what kind a case is and what was made of it. Cases of one pattern should come to one result, whichever office they pass:
 * a different result or a different list of papers is what the decision-consistency monitor looks for.
 */
export function judge(known: ReportedCase): ReportedCase {
  const isClaim = known.type === 'claim';
  return {
    ...known,
    judgement: {
      pattern: (isClaim ? claimPattern(known) : complaintPattern(known)).join(' '),
      office: known.verifiedIn ?? known.office,
      result: isClaim ? claimResult(known.lines) : (known.outcome ?? ''),
      papers: papersOf(known),
    },
  };
}

function claimPattern({ facts, lines }: ReportedCase): string[] {
  const membership = objectOf(facts['membership']);
  const wordsOf = (fact: unknown, member: string): string =>
    (Array.isArray(fact) ? fact.map((each) => wordOf(objectOf(each)[member]) ?? '?') : []).sort().join(',') || '-';
  return [
    'claim',
    `type=${wordOf(facts['claimType']) ?? '?'}`,
    `lines=${Object.keys(lines).sort().join(',')}`,
    `accident=${wordOf(facts['accidentOutcome']) ?? '-'}`,
    `member=${membership['active'] === true ? 'active' : membership['active'] === false ? 'inactive' : '-'}`,
    `cover=${coverOf(wordOf(facts['riskDay']), membership)}`,
    `payees=${wordsOf(facts['payees'], 'kind')}`,
    `heirs=${wordsOf(facts['heirs'], 'relation')}`,
  ];
}

function complaintPattern({ facts }: ReportedCase): string[] {
  const placement = objectOf(facts['placement']);
  return [
    'complaint',
    `category=${wordOf(facts['category']) ?? '?'}`,
    `placement=${wordOf(placement['status']) ?? '-'}`,
    `phase=${wordOf(placement['phase']) ?? '-'}`,
    `severity=${wordOf(objectOf(facts['disposition'])['severity']) ?? '-'}`,
  ];
}

/** Whether the risk fell into the time of membership; days compare as text. */
function coverOf(riskDay: string | undefined, membership: Readonly<Record<string, unknown>>): string {
  const [from, until] = [wordOf(membership['from']), wordOf(membership['until'])];
  if (riskDay === undefined || from === undefined || until === undefined) return '-';
  return riskDay >= from && riskDay <= until ? 'inside' : 'outside';
}

/** The decision on each line: yes in full, yes in part, or no with its reason. Amounts differ between cases alike and do not count. */
const claimResult = (lines: Readonly<Record<string, ReportedLine>>): string =>
  Object.values(lines)
    .sort((a, b) => a.code.localeCompare(b.code))
    .map(({ code, decision, decidedIdr, verifiedIdr, reasonCode }) => {
      if (decision !== 'approved') return `${code}=${decision ?? 'open'}${reasonCode === null ? '' : `:${reasonCode}`}`;
      return `${code}=${verifiedIdr === null || decidedIdr === verifiedIdr ? 'approved' : 'approved in part'}`;
    })
    .join(' ');

/** What was verified, and what was asked for again on the way. */
const papersOf = ({ papers, asked }: ReportedCase): string =>
  `verified=${Object.keys(papers).sort().join(',') || '-'} asked=${asked.join(',') || '-'}`;

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
