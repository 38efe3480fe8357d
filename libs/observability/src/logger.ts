import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Members that are cut out wherever they stand, down to the third level. */
const SECRET = [
  'authorization',
  'cookie',
  'password',
  'token',
  'content',
  'account',
  'nik',
  'phone',
  'connectionString',
];

/**
 * One JSON line for each thing worth knowing. Ids and codes only: whatever could carry a person's words or a secret is
 * cut out by name, should somebody log a whole object. Writes to stdout unless a destination is given.
 */
export function createLogger(service: string, level = 'info', destination?: DestinationStream): Logger {
  const options = {
    name: service,
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[cut]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
