import type { Text } from '@titian/domain';
import type { PrecheckFinding } from './result.ts';

/** Makes a finding of one severity: an `error` is not used, a `warning` has to be asked about. */
const findingOf =
  (severity: PrecheckFinding['severity']) =>
  (code: string, field: string, message: Text, remedy: Text): PrecheckFinding => ({
    code,
    severity,
    field,
    message,
    remedy,
  });
export const error = findingOf('error');
export const warning = findingOf('warning');

/** Places of references that stand there before. */
export const twice = (refs: readonly string[]): readonly number[] =>
  refs.flatMap((ref, index) => (refs.indexOf(ref) < index ? [index] : []));
