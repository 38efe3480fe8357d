export * from './contract.ts';
export * from './kernel-events.v1.ts';
export * from './command-events.v1.ts';
export * from './catalogue.ts';
export * from './cloud-event.ts';
