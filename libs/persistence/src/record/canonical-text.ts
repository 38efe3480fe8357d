import serialize from 'canonicalize';

// The package is CommonJS and its types claim an ES default; at run time the default import is the function itself.
const canonicalize = serialize as unknown as (value: unknown) => string | undefined;

/** RFC 8785 text of a JSON value: the same value gives the same bytes, whatever the order of its members. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values have a canonical text');
  return text;
}
