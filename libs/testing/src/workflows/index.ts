export * from './histories.ts';
export * from './memory-record.ts';
export * from './workflow-world.ts';
