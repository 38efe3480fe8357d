import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../boot/paths.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { readRunningStack } from './running-stack.ts';

const script = join(root, 'test/e2e/dist/story/main.js');

/** Where to play the story. */
export interface StoryPlace {
  readonly apiUrl: string;
  readonly kafkaBrokers: string;
  readonly simulatorUrl: string;
}

/** Whether this checkout has the story, built. */
export const hasStory = (): boolean => existsSync(script);

/** Plays the South Blitar story against a running system. @returns its exit code */
export function playStory({ apiUrl, kafkaBrokers, simulatorUrl }: StoryPlace, signal?: AbortSignal): Promise<number> {
  if (!hasStory()) throw new Refusal(`the story is not built (${script}): run npm run build.`);
  const args = ['--api', apiUrl, '--brokers', kafkaBrokers, '--simulator', simulatorUrl];
  return new Promise((resolve) => {
    const player = spawn(process.execPath, ['--no-warnings', script, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      ...(signal && { signal }),
    });
    player.once('error', () => undefined); // e.g. called off: its exit follows
    player.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** `npm run story`. @returns the exit code */
export async function story(): Promise<number> {
  const place = readRunningStack();
  if (place === undefined) throw new Refusal('Titian does not run: start it with npm start in another terminal first.');
  return playStory(place);
}
