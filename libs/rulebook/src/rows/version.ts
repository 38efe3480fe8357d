/** Version of the rows as people name it, `<year>.<number>`; raised when rows change in a release. */
export const RULES_VERSION = '2026.1';
