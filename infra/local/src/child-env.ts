/** Variables that would lead a child elsewhere: npm's own, libpq's, and the ways to name servers and programs. */
const notForChildren =
  /^(npm_|PG|INIT_CWD$|TITIAN_|TEMPORAL_|KAFKA_|DATABASE_URL$|TEST_|BPJS_|PORT$|HEALTH_PORT$|IDENTITY$|NODE_ENV$|JEST_)/;

/** The environment a child inherits. */
export const toInheritedEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !notForChildren.test(name)));
