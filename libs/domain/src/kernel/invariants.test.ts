import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { claimLifecycle } from '../testing/stories/claim-lifecycle.ts';
import { complaintLifecycle } from '../testing/stories/complaint-lifecycle.ts';
import type { Lifecycle } from '../testing/stories/lifecycle.ts';
import { placementLifecycle } from '../testing/stories/placement-lifecycle.ts';
import { aStory, Seen, ToldCase } from '../testing/stories/told-case.ts';

const SLOW_MS = 120_000;
const LIFECYCLES: readonly (readonly [string, Lifecycle, readonly string[]])[] = [
  [
    'claim',
    claimLifecycle,
    ['checkFile', 'answerInsurer', 'maintain', 'paid', 'reorderPayment', 'insurerSettlesDispute'],
  ],
  [
    'complaint',
    complaintLifecycle,
    ['submit', 'dispose', 'acceptTransfer', 'settle', 'failMediation', 'acceptResolution', 'uphold', 'overturn'],
  ],
  ['placement', placementLifecycle, ['recordDeparture', 'recordIncompleteDeparture', 'renewPremium', 'confirmHome']],
];

const missing = (seen: ReadonlySet<string>, wanted: readonly string[]): readonly string[] =>
  wanted.filter((each) => !seen.has(each));

describe.each(LIFECYCLES)('whatever is asked of a %s, in whatever order', (_type, lifecycle, mustBeDone) => {
  const seen = new Seen();

  test(
    'it keeps every invariant',
    () => {
      // A failure is not shrunk: a story of a hundred steps takes minutes to shorten, and its path tells it again.
      const { failed, seed, counterexamplePath, errorInstance } = fc.check(
        fc.property(aStory(lifecycle), (story) => {
          new ToldCase(lifecycle, story, seen).tell();
        }),
        { seed: 20_260_105, numRuns: 100, endOnFailure: true },
      );
      if (failed) throw new Error(`seed ${seed}, path ${counterexamplePath ?? ''}`, { cause: errorInstance });
    },
    SLOW_MS,
  );

  test('the stories reach every stage, and close, reopen, suspend and climb on the way', () => {
    const { precheck: _short, ...stages } = lifecycle.model.definition.stages;
    expect(missing(seen.stages, Object.keys(stages))).toEqual([]);
    expect(missing(seen.done, mustBeDone)).toEqual([]);
    const waits = Object.keys(lifecycle.model.definition.suspensions).length > 0;
    expect(
      missing(seen.kinds, [
        'case.closed',
        'case.reopened',
        ...(waits ? ['case.suspended', 'case.resumed'] : []),
        'case.escalated',
        'rung.vacant',
        'clock.warned',
        'clock.breached',
        'task.assigned',
        'offer.made',
        'offer.accepted',
        'offer.ended',
        'custody.moved',
        'conflict.declared',
        'conflict.lifted',
        'post.passed',
      ]),
    ).toEqual([]);
    expect(
      missing(seen.refused, [
        ...(waits ? ['case/suspended'] : []),
        'command/conflict-of-interest',
        'command/guard',
        'command/maker-is-checker',
        'command/outside-jurisdiction',
        'command/wrong-role',
        'command/wrong-stage',
        'task/not-found',
        'task/not-yours',
      ]),
    ).toEqual([]);
  });
});
