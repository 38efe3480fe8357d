import type { JsonSchema } from './contract.ts';

/** What agencies hold in their hands: the schemas of a release, by event type, and its golden events. */
export interface ReleasedContract {
  readonly version: string;
  readonly envelope: JsonSchema;
  readonly events: Readonly<Record<string, JsonSchema>>;
}

/** A change that a consumer of the release would notice. */
export interface Break {
  /** Event type and place in its schema. */
  readonly at: string;
  readonly what: string;
}

/** Keywords that tell people something and bind nobody. */
const WORDS: ReadonlySet<string> = new Set(['title', 'description', 'examples', '$id', '$schema', '$comment']);
const STRUCTURE: ReadonlySet<string> = new Set(['properties', 'required', 'items', 'anyOf', 'x-extensible-enum']);

/**
 * What of a release is broken. Two readers are kept whole: the consumer built on the release that meets new events (nothing it
 * relies on may go or widen), and the consumer built now that replays the log from zero (nothing may narrow, and nothing that old
 * events lack may be required). What is left is adding: events, optional members, values of an extensible enumeration.
 */
export function breaksOf(released: ReleasedContract, now: Omit<ReleasedContract, 'version'>): readonly Break[] {
  const events = Object.entries(released.events).flatMap(([type, schema]) => {
    const current = now.events[type];
    return current === undefined ? [{ at: type, what: 'the event is gone' }] : compare(schema, current, type);
  });
  return [...compare(released.envelope, now.envelope, 'envelope'), ...events];
}

function compare(before: JsonSchema, now: JsonSchema, at: string): Break[] {
  return [
    ...compareMembers(before, now, at),
    ...compareValues(before, now, at),
    ...compareChoices(before, now, at),
    ...compareBounds(before, now, at),
    ...(isSchema(before['items']) && isSchema(now['items'])
      ? compare(before['items'], now['items'], `${at}/[]`)
      : before['items'] === now['items']
        ? []
        : [{ at, what: 'the items changed' }]),
  ];
}

function compareMembers(before: JsonSchema, now: JsonSchema, at: string): Break[] {
  const [had, has] = [membersOf(before), membersOf(now)];
  const [needed, needs] = [requiredOf(before), requiredOf(now)];
  return [
    ...Object.entries(had).flatMap(([name, schema]) => {
      const current = has[name];
      if (current === undefined) return [{ at: `${at}/${name}`, what: 'the member is gone' }];
      return compare(schema, current, `${at}/${name}`);
    }),
    ...needed
      .filter((name) => Object.hasOwn(has, name) && !needs.includes(name))
      .map((name) => ({ at: `${at}/${name}`, what: 'the member was always there and may now be missing' })),
    ...needs
      .filter((name) => !needed.includes(name))
      .map((name) => ({ at: `${at}/${name}`, what: 'the member is required, and old events do not have it' })),
  ];
}

function compareValues(before: JsonSchema, now: JsonSchema, at: string): Break[] {
  const [had, has] = [valuesOf(before), valuesOf(now)];
  if (had === undefined && has === undefined) return [];
  if (had === undefined || has === undefined) return [{ at, what: 'the enumeration began or ended' }];
  const gone = had.filter((value) => !has.includes(value));
  return gone.length === 0 ? [] : [{ at, what: `values are gone that old events have: ${gone.join(', ')}` }];
}

/** A choice may gain nothing but what the release takes already: each new one must be one of the old, grown. */
function compareChoices(before: JsonSchema, now: JsonSchema, at: string): Break[] {
  const [had, has] = [choicesOf(before), choicesOf(now)];
  if (had.length === 0 && has.length === 0) return [];
  const fits = (old: JsonSchema, current: JsonSchema): boolean => compare(old, current, at).length === 0;
  return [
    ...had
      .filter((old) => !has.some((current) => fits(old, current)))
      .map(() => ({ at, what: 'a choice that old events made is gone or changed' })),
    ...has
      .filter((current) => !had.some((old) => fits(old, current) || isTaken(old, current)))
      .map(() => ({ at, what: 'there is a choice that the release does not take' })),
  ];
}

/** An object of optional members takes another whose members of the same name are the same: the rest it does not know. */
function isTaken(old: JsonSchema, current: JsonSchema): boolean {
  if (old['type'] !== 'object' || current['type'] !== 'object' || requiredOf(old).length > 0) return false;
  const has = membersOf(current);
  return Object.entries(membersOf(old)).every(
    ([name, schema]) => has[name] === undefined || compare(schema, has[name], name).length === 0,
  );
}

/** Type, constant, pattern, format, bounds: any change narrows for the one reader or widens for the other. */
function compareBounds(before: JsonSchema, now: JsonSchema, at: string): Break[] {
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (keyword) => !WORDS.has(keyword) && !STRUCTURE.has(keyword),
  );
  return keywords
    .filter((keyword) => JSON.stringify(before[keyword]) !== JSON.stringify(now[keyword]))
    .map((keyword) => ({ at, what: `${keyword} changed from ${shown(before[keyword])} to ${shown(now[keyword])}` }));
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
const membersOf = (schema: JsonSchema): Record<string, JsonSchema> =>
  (schema['properties'] ?? {}) as Record<string, JsonSchema>;
const requiredOf = (schema: JsonSchema): readonly string[] => (schema['required'] ?? []) as string[];
const valuesOf = (schema: JsonSchema): readonly string[] | undefined =>
  schema['x-extensible-enum'] as string[] | undefined;
const choicesOf = (schema: JsonSchema): readonly JsonSchema[] => (schema['anyOf'] ?? []) as JsonSchema[];
