export * from './case-client.ts';
export * from './send-command.ts';
export * from './case-runs.ts';
export * from './start-attempt.ts';
