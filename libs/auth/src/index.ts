export * from './identity.ts';
export * from './development-identity.ts';
export * from './demo-users.ts';
export * from './policy.ts';
