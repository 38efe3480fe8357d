export * from './case-world.ts';
export * from './histories.ts';
export * from './memory-record.ts';
export * from './workflow-world.ts';
export * from './simulated-cases.ts';
