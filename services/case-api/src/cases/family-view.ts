import type { CaseState, Json, JsonObject } from '@titian/domain';

/** Members of states and events that hold the directory id of a person. */
const PERSON_MEMBERS: readonly string[] = [
  'actorId',
  'officerId',
  'attachedBy',
  'verifiedBy',
  'declaredBy',
  'liftedBy',
  'notBy',
];
/** Ids that name nobody: the engine, and the family itself. */
const OPEN_IDS = /^(system|family(-|$))/;

/**
 * A view as the family may see it: an officer is a role and an office, never a person. Every id that the case knows as an
 * officer's is replaced wherever it stands, so that a member added later does not let it out.
 */
export function withoutOfficers(view: JsonObject, state: CaseState): JsonObject {
  const offices = officesOf(state, view);
  return replaced(view, offices) as JsonObject;
}

/** Office of each officer, by id; an officer who has not acted yet has none known. */
function officesOf(state: CaseState, view: JsonObject): ReadonlyMap<string, string> {
  const offices = new Map<string, string>();
  const note = (id: Json | undefined, office = 'officer'): void => {
    if (typeof id !== 'string' || id === '' || OPEN_IDS.test(id)) return;
    if (!offices.has(id) || office !== 'officer') offices.set(id, office);
  };
  const walk = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const members = value as JsonObject;
      for (const [member, inner] of Object.entries(members)) {
        if (member === 'actor') note((inner as JsonObject)['id'], String((inner as JsonObject)['office']));
        if (PERSON_MEMBERS.includes(member))
          [inner].flat().forEach((id) => {
            note(id);
          });
        walk(inner);
      }
    }
  };
  walk(view);
  Object.values(state.actedBy).forEach((id) => {
    note(id);
  });
  return offices;
}

function replaced(value: Json, offices: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return offices.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item: Json) => replaced(item, offices));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]: [string, Json]) => [member, replaced(inner, offices)]),
  );
}
