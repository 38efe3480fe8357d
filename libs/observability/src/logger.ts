import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * One JSON line for each thing worth knowing. Ids and codes only: whatever could carry a person's words or a secret is
 * cut out by name, should somebody log a whole object.
 */
export function createLogger(service: string, level = 'info'): Logger {
  return pino({
    name: service,
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.authorization', '*.password', '*.content', '*.account', '*.nik', '*.phone', 'headers.authorization', 'headers.cookie'],
      censor: '[cut]',
    },
  });
}
