import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const spoken = { tells: z.string().min(1) };
const json = z.record(z.string(), z.json());

/** A story as data: what people do, in order. `{daysAgo:n}` and `{caseId}` are filled in when it is played. */
export const Story = z.strictObject({
  title: z.strictObject({ id: z.string(), en: z.string() }),
  steps: z.array(
    z.discriminatedUnion('do', [
      z.strictObject({ do: z.literal('open'), who: z.string(), body: json, ...spoken }),
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
        until: z.strictObject({ stage: z.string(), status: z.string() }),
        ...spoken,
      }),
      z.strictObject({
        do: z.literal('check'),
        expect: z.strictObject({ status: z.string(), outcome: z.string(), paidIdr: z.string() }),
        ...spoken,
      }),
    ]),
  ),
});
export type Story = z.infer<typeof Story>;
export type Step = Story['steps'][number];

/** Reads and checks a story file. @throws ZodError naming the step that is wrong */
export async function readStory(path: URL): Promise<Story> {
  return Story.parse(JSON.parse(await readFile(path, 'utf8')));
}
