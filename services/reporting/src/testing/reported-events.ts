import { eventType, type CaseType, type StoredEvent } from '@titian/domain';
import type { ReportedEvent } from '../fold/reported-rows.ts';

/** A stored event as it is published. */
export function toReported(caseType: CaseType, { caseId, revision, at, event }: StoredEvent): ReportedEvent {
  const { kind: _kind, ...data } = event;
  return { type: eventType(caseType, event), subject: caseId, time: at, caseversion: revision, data };
}
