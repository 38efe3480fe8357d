/** The address or program that `npm test` hands to suites. @throws Error naming the variable if it is missing */
export function testVariable(
  name: 'TEST_DATABASE_URL' | 'TEST_TEMPORAL_ADDRESS' | 'TEST_KAFKA_BROKERS' | 'TEMPORAL_TEST_SERVER',
): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run the suites with npm test`);
  return value;
}
