import type { Json, JsonObject } from '@titian/domain';
import type { LinkedCase } from './case-view.ts';

/** Members that name cases of other people. */
const OF_OTHERS: readonly string[] = ['possibleDuplicates', 'duplicatesCleared'];
const ABOUT_OTHERS = /^titian\.\w+\.(duplicate|same-worker)/;

/**
 * A view as a family may see it: that its matter is compared with others is told, but not with which. Cases that were found to
 * be of the same worker stay only where the family may see them.
 */
export function withoutOthers(view: JsonObject, linked: readonly LinkedCase[]): JsonObject {
  const isSeen = (link: Json): boolean => {
    const { caseId, relation } = link as { caseId: string; relation: string };
    return relation !== 'same_worker' || linked.some((each) => each.caseId === caseId);
  };
  const isShown = (row: Json): boolean => {
    const { type, data } = row as { type: string; data?: JsonObject };
    return !ABOUT_OTHERS.test(type) && (type !== 'titian.case.linked.v1' || data === undefined || isSeen(data));
  };
  const { links, timeline } = view;
  return cleaned({
    ...view,
    ...(Array.isArray(links) ? { links: links.filter(isSeen) } : {}),
    ...(Array.isArray(timeline) ? { timeline: timeline.filter(isShown) } : {}),
  }) as JsonObject;
}

function cleaned(value: Json): Json {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([member]) => !OF_OTHERS.includes(member))
      .map(([member, inner]: [string, Json]) => [member, cleaned(inner)]),
  );
}
