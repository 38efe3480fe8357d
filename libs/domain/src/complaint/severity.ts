/** Working days of the legal clock by severity. */
export const SEVERITY_DAYS = { LIGHT: 2, INFORMATION: 5, STANDARD: 14, EXAMINATION: 60 } as const;
export type Severity = keyof typeof SEVERITY_DAYS;
