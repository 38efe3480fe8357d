import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const spoken = { tells: z.string().min(1) };
const json = z.record(z.string(), z.json());

/** A story as data: what people do, in order. `{daysAgo:n}` (a day), `{instantAgo:n}` (a moment, n days ago) and `{caseId}` are filled in when it is played. */
export const Story = z.strictObject({
  title: z.strictObject({ id: z.string(), en: z.string() }),
  steps: z.array(
    z.discriminatedUnion('do', [
      z.strictObject({
        do: z.literal('open'),
        what: z.enum(['claims', 'complaints']).default('claims'),
        who: z.string(),
        body: json,
        ...spoken,
      }),
      z.strictObject({ do: z.literal('command'), who: z.string(), command: z.string(), input: json, ...spoken }),
      z.strictObject({
        do: z.literal('refused'),
        who: z.string(),
        command: z.string(),
        input: json,
        expect: z.string(),
        ...spoken,
      }),
      z.strictObject({ do: z.literal('verify-all'), who: z.string(), ...spoken }),
      z.strictObject({ do: z.literal('plan-insurer'), plan: json, ...spoken }),
      z.strictObject({
        do: z.literal('await'),
        until: z.strictObject({
          stage: z.string(),
          status: z.string(),
          /** The ladder has been climbed so far, at least. */
          escalation: z.int().positive().optional(),
        }),
        ...spoken,
      }),
      z.strictObject({
        do: z.literal('check'),
        expect: z.strictObject({ status: z.string(), outcome: z.string(), paidIdr: z.string().optional() }),
        ...spoken,
      }),
      /** The story goes on with a linked case; `back` returns to the one before. */
      z.strictObject({ do: z.literal('follow'), relation: z.string(), nth: z.int().positive().default(1), ...spoken }),
      z.strictObject({ do: z.literal('back'), ...spoken }),
    ]),
  ),
});
export type Story = z.infer<typeof Story>;
export type Step = Story['steps'][number];

/** The stories of South Blitar, in the order they are told. */
export const STORIES = [
  'a-accident-in-taiwan',
  'b-left-without-papers',
  'c-death-in-hong-kong',
  'd-letter-found-late',
  'e-refused-then-paid',
] as const;

/** Where a story is kept. */
export const storyFile = (name: (typeof STORIES)[number]): URL => new URL(`../../story/${name}.json`, import.meta.url);

/** Reads and checks a story file. @throws ZodError naming the step that is wrong */
export async function readStory(path: URL): Promise<Story> {
  return Story.parse(JSON.parse(await readFile(path, 'utf8')));
}
