import * as wf from '@temporalio/workflow';

/** The peer's one activity: a row, as plainly as it can be stored. */
export interface PeerActivities {
  insertRow(input: { readonly id: string; readonly n: number }): Promise<number>;
}
export const step = wf.defineUpdate<number, [number]>('step');
/** Updates of one lifecycle, as many as commands of the claim that is measured beside it. */
export const STEPS = 4;

const { insertRow } = wf.proxyActivities<PeerActivities>({ startToCloseTimeout: '10 seconds' });

async function lifecycle(act: (n: number) => Promise<number>): Promise<void> {
  let done = 0;
  wf.setHandler(step, async (n) => {
    const answer = await act(n);
    done += 1;
    return answer;
  });
  await wf.condition(() => done === STEPS);
}

/** Bare Temporal: the same updates, each with one ordinary activity that inserts one row. */
export const peer = (input: { readonly id: string }): Promise<void> => lifecycle((n) => insertRow({ id: input.id, n }));

/** Bare updates, nothing else. */
export const peerWithoutActivity = (): Promise<void> => lifecycle((n) => Promise.resolve(n));
