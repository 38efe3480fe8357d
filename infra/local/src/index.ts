export { type StackAddresses } from './addresses.ts';
export { Refusal } from '../boot/refusal.mjs';
export { getTestServer } from '../boot/temporal-cli.mjs';
export { type LocalStack } from './local-stack.ts';
export { readRunningStack, type RunningStack } from './running-stack.ts';
export { startStack } from './start-stack.ts';
export { type StackOptions } from './stack-options.ts';
export { type PartFailure } from './supervised.ts';
export * from './stack.ts';
