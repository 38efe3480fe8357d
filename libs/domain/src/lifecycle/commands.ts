import type { z } from 'zod';
import type { CaseDefinitionSchema } from '../kernel/definition.ts';

type Parts = z.input<typeof CaseDefinitionSchema>;

/** Commands of a definition by name, so that a case type can add to one of them. */
export type Commands<Name extends string = string> = Readonly<Record<Name, Parts['commands'][string]>>;
