export * from './logger.ts';
export * from './health-server.ts';
export * from './metrics.ts';
