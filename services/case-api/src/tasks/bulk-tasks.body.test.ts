import { expect, test } from '@jest/globals';
import { BulkAssignBody, BulkTakeBody } from './bulk-tasks.body.ts';

test.each([
  ['taking', BulkTakeBody],
  ['assigning', BulkAssignBody],
] as const)('the documented example of %s is one that would be taken', (_what, body) => {
  const examples = body.meta()?.['examples'] as readonly unknown[];
  expect(examples).toHaveLength(1);
  for (const example of examples) expect(body.safeParse(example)).toMatchObject({ success: true });
});

test('nobody need be named to give tasks away, and nobody is named to take them', () => {
  const tasks = [{ caseId: '0190a000-0000-7000-8000-0000000000c1', taskId: 'verification-12' }];
  expect(BulkAssignBody.safeParse({ tasks })).toMatchObject({ success: true });
  expect(BulkTakeBody.safeParse({ tasks, officerId: 'disnaker-blitar-2' })).toMatchObject({ success: false });
});
