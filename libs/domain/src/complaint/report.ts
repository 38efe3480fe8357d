import type { JsonObject } from '../shared/text.ts';
import type { Body } from '../kernel/bodies.ts';
import type { Severity } from './severity.ts';

/** What the facts of a complaint hold; everything may still be missing. */
export interface Report {
  readonly category?: string;
  readonly reporter?: { readonly relation: string };
  readonly subject?: JsonObject;
  readonly account?: JsonObject;
  readonly contact?: JsonObject;
  readonly consent?: boolean;
  readonly urgentSigns?: readonly string[];
  readonly disposition?: { readonly body: Body; readonly severity: Severity };
  readonly unit?: string | null;
  readonly findings?: readonly JsonObject[];
  readonly resolution?: { readonly result: 'resolved' | 'partly_resolved' | 'not_proven' | 'rejected' } | null;
  readonly void?: { readonly reasonCode: string };
  readonly appeal?: JsonObject;
}

/** The facts read as a report: inputs were checked by their schemas before they became facts. */
export const reportOf = (facts: JsonObject): Report => facts;
