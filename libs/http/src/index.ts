export * from './problem.ts';
export * from './problem.filter.ts';
export * from './validation.ts';
export * from './request-headers.ts';
