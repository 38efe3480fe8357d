import type { Text } from '@titian/domain';
import { problem, ProblemError, type Problem } from '@titian/http';

/** A list that cannot be read as a whole: nothing of it is stored. `errors` names each faulty column or row. */
export const unreadable = (
  code: string,
  rule: Text,
  remedy: Text,
  { status = 422, ...more }: Partial<Problem> = {},
): ProblemError => new ProblemError(problem(status, `list/${code}`, rule, remedy, { field: '', ...more }));
