/** What a person reads, in Indonesian and English: both are required, a missing one fails the linter. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

/** JSON without `undefined`: what events, inputs and stored state are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object; the shape of command inputs and event data. */
export interface JsonObject {
  readonly [key: string]: Json;
}
