/** Names under which Nest hands out what is not a class. */
export const GATEWAY_ENV = Symbol('GATEWAY_ENV');
export const CASE_CLIENT = Symbol('CASE_CLIENT');
export const INSURER = Symbol('INSURER');
export const METRICS = Symbol('METRICS');
