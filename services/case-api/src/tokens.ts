/** Names under which Nest hands out what is not a class. */
export const API_ENV = Symbol('API_ENV');
export const IDENTITY_SOURCE = Symbol('IDENTITY_SOURCE');
export const CASE_CLIENT = Symbol('CASE_CLIENT');
