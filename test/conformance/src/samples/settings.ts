/** What the conformance kit, or the agency's own deployment, tells a consumer. @throws Error naming what is not set */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
