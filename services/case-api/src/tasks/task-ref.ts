import { z } from 'zod';

/** A task in an address: `verification-12` stands for the task `verification#12`, whose `#` would end the address. */
export const TaskRef = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,59}[-#]\d{1,6}$/, 'must be a task as lists give it, e.g. verification-12');

/** `verification#12` → `verification-12` */
export const toTaskRef = (taskId: string): string => taskId.replace('#', '-');

/** `verification-12` → `verification#12`; an escaped `#` is taken as well. */
export const toTaskId = (ref: string): string => ref.replace('-', '#');
