import { seesFlag, type CaseType, type Role } from '@titian/domain';
import { models } from '@titian/persistence';

/** The flags of a listed case that a role may learn of: who helps the family is not told what the family is suspected of. */
export const flagsSeen = (
  { type, flags }: { readonly type: CaseType; readonly flags: readonly string[] },
  role: Role,
): readonly string[] => flags.filter((flag) => seesFlag(models.newestOf(type).definition, flag, role));
