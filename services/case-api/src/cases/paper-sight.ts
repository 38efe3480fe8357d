import { claimTypeRule, SENSITIVE_PAPERS, type CaseState, type Json, type JsonObject, type Role } from '@titian/domain';

/** Offices that help a family with a file, but have no need of what it says about a body or a crime. */
const HELPERS: readonly Role[] = ['village_officer', 'subdistrict_officer'];

/** The whole file of such a claim is kept from those who only help. */
export const isFileHidden = ({ facts }: CaseState, role: Role): boolean =>
  HELPERS.includes(role) && claimTypeRule(String(facts['claimType'] ?? ''))?.restricted === true;

/** Whether a role may know a paper beyond that it is wanted, or there. */
export const isPaperHidden = (state: CaseState, role: Role, requirement: string): boolean =>
  HELPERS.includes(role) && (isFileHidden(state, role) || SENSITIVE_PAPERS.includes(requirement));

/**
 * A view without the papers that the role may not know: that one is there stays, its document, id and hash do not, wherever
 * they stand, so that a member added later does not let them out.
 */
export function withoutHiddenPapers(view: JsonObject, state: CaseState, role: Role): JsonObject {
  if (!HELPERS.includes(role)) return view;
  return cleaned(view, (requirement) => isPaperHidden(state, role, requirement)) as JsonObject;
}

const KEPT_BACK: readonly string[] = ['document', 'documentId', 'sha256', 'refusal'];

function cleaned(value: Json, isHidden: (requirement: string) => boolean): Json {
  if (Array.isArray(value)) return value.map((item: Json) => cleaned(item, isHidden));
  if (typeof value !== 'object' || value === null) return value;
  const members = value as JsonObject;
  const { requirement } = members;
  const hides = typeof requirement === 'string' && isHidden(requirement);
  return Object.fromEntries(
    Object.entries(members)
      .filter(([member]) => !(hides && KEPT_BACK.includes(member)))
      .map(([member, inner]: [string, Json]) => [member, cleaned(inner, isHidden)]),
  );
}
