import type { Channel } from './gateway.config.ts';

/** The branch that serves a place: the one of its regency. */
export const branchOf = (area: string): string => area.slice(0, 5);

/** How a branch is reached: its own channel, else its province's, else everybody's. */
export function channelOf(channels: ReadonlyMap<string, Channel>, branch: string): Channel {
  return channels.get(branch) ?? channels.get(branch.slice(0, 2)) ?? channels.get('*') ?? 'http';
}
