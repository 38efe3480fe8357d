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
