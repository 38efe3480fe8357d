import { expect, jest, test } from '@jest/globals';
import { ServiceError, type WorkflowClient } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { startAttempt } from './index.ts';

const INPUT = {
  caseType: 'claim',
  caseId: '0190a000-0000-7000-8000-000000000001',
  attempt: 'submission',
  number: 2,
} as const;
const begin = (outcome: () => Promise<unknown>): { started: jest.Mock; done: Promise<void> } => {
  const started = jest.fn(outcome);
  return { started, done: startAttempt({ start: started } as unknown as WorkflowClient, INPUT) };
};

test('an attempt runs under the id of its case and number', async () => {
  const { started, done } = begin(() => Promise.resolve());
  await done;
  expect(started).toHaveBeenCalledWith(
    'submissionAttempt',
    expect.objectContaining({ workflowId: `${INPUT.caseId}/submission/2`, args: [INPUT], taskQueue: 'cases' }),
  );
});

test('one that runs already, or has ended well, is left as it is', async () => {
  const again = new WorkflowExecutionAlreadyStartedError('already started', 'id', 'submissionAttempt');
  await expect(begin(() => Promise.reject(again)).done).resolves.toBeUndefined();
});

test('a server that does not answer is no start', async () => {
  await expect(begin(() => Promise.reject(new ServiceError('14 UNAVAILABLE'))).done).rejects.toThrow('UNAVAILABLE');
});
