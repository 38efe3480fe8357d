import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import { findAlike, load, type RecordWorld } from '@titian/persistence';
import type { DuplicateActivities } from '@titian/workflow-contracts';

/** Searches the record as the worker, who sees every case and no words. */
export function duplicateActivities(db: DataSource, world: RecordWorld): DuplicateActivities {
  return {
    findAlikeCases: async ({ caseId }) => {
      const { state } = await load(db, world, caseId);
      if (state === null) throw ApplicationFailure.nonRetryable(`case ${caseId} is not stored`);
      return findAlike(db, state);
    },
  };
}
