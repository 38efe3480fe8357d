import { titianHome } from '../boot/paths.mjs';
import { findExternal } from './external-servers.ts';
import { chooseFreePorts, toDefaultPorts, type Ports } from './ports.ts';
import { servers, stack, type PartName, type ServerName, type ServiceName } from './stack.ts';
import { type PartFailure } from './supervised.ts';

/** What to start, and where. Every field but the profile has a default. */
export interface StackOptions {
  /** Stacks of different profiles share nothing but the fetched programs. `default` is the one of `npm start`. */
  readonly profile: string;
  readonly home?: string;
  /** `default`: the documented ports, as the environment moves them; `free`: any, for tests. */
  readonly ports?: 'default' | 'free';
  readonly apiPort?: string | undefined;
  /** Default: the whole stack. A server that `processEnv` names (DATABASE_URL, …) is used and never started. */
  readonly parts?: readonly PartName[];
  /** More variables for a service, e.g. a shorter poll in a test. */
  readonly env?: Partial<Record<ServiceName, Record<string, string>>>;
  /** Entries of Temporal's dynamic configuration, e.g. a lower bound at which it suggests to continue as new. */
  readonly temporalSettings?: Readonly<Record<string, string>>;
  /** Where the stack's own variables are read from; what is not its own is passed on to the processes. */
  readonly processEnv?: NodeJS.ProcessEnv;
  /** Forgets the data of the profile first. */
  readonly fresh?: boolean;
  /** Another script for a service, relative to the checkout. */
  readonly scripts?: Partial<Record<ServiceName, string>>;
  /** Whether the migrator runs; default: when a service other than the simulator is among the parts. */
  readonly migrate?: boolean;
  /** Told when a part is ready: its name and the seconds since the stack began. */
  readonly onReady?: (name: PartName | 'record', seconds: number) => void;
  /** Told what is worth knowing besides. */
  readonly onNote?: (sentence: string) => void;
  /** Told when a part has died; without it the death of a part is only seen by its users. */
  readonly onDeath?: (name: PartName, failure: PartFailure) => void;
  /** Calls a start off: it throws, once nothing runs any more. */
  readonly signal?: AbortSignal;
  /** Replaces the question for free disk space in tests. */
  readonly freeBytes?: (folder: string) => number;
}

/** Options with the defaults filled in. */
export type StackSettings = StackOptions &
  Required<Pick<StackOptions, 'home' | 'parts' | 'processEnv' | 'migrate' | 'signal'>>;

/** Whether a part is a server. */
export const isServer = (name: PartName): name is ServerName => servers.some((server) => server.name === name);

/** Whether a part is a service. */
export const isService = (name: PartName): name is ServiceName => !isServer(name);

/** Fills in what the caller has left out. */
export function toSettings(options: StackOptions): StackSettings {
  const processEnv = options.processEnv ?? process.env;
  const parts = options.parts ?? stack.map(({ name }) => name);
  return {
    ...options,
    processEnv,
    parts,
    home: options.home ?? titianHome(processEnv),
    migrate: options.migrate ?? parts.some((name) => isService(name) && name !== 'bpjs-simulator'),
    signal: options.signal ?? new AbortController().signal,
  };
}

/** The parts that the stack starts itself: all but the servers that the user has named. */
export const toOwnParts = ({ parts, processEnv }: StackSettings): PartName[] =>
  parts.filter((name) => !isServer(name) || findExternal(name, processEnv) === undefined);

/** The ports of this stack. */
export const choosePorts = async ({ ports, processEnv, apiPort }: StackSettings): Promise<Ports> =>
  ports === 'free' ? chooseFreePorts() : toDefaultPorts(processEnv, apiPort);
