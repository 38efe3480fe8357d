export * from './case-client.ts';
export * from './send-command.ts';
