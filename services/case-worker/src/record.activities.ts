import type { DataSource } from 'typeorm';
import { commit, load, type RecordWorld } from '@titian/persistence';
import type { RecordActivities } from '@titian/workflow-contracts';

/** The record as activities: load and commit, nothing between. Spelled out, so that the compiler misses none. */
export function recordActivities(db: DataSource, world: RecordWorld): RecordActivities {
  return {
    load: ({ caseId }) => load(db, world, caseId),
    commit: (request) => commit(db, world, request),
  };
}
