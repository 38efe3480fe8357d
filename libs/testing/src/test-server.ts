/** What `npm test` hands to suites. @throws Error naming the variable if it is missing */
export function testVariable(
  name:
    | 'TEST_DATABASE_URL'
    | 'TEST_TEMPORAL_ADDRESS'
    | 'TEST_KAFKA_BROKERS'
    | 'TEMPORAL_TEST_SERVER'
    | 'TITIAN_ROLE_PASSWORDS',
): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: run npm test, which starts the servers, or name running ones yourself`);
  }
  return value;
}
