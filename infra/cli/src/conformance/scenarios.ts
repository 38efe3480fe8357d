import {
  belated,
  duplicated,
  interleaved,
  ofLaterRelease,
  poisoned,
  RECORDED,
  toParcel,
  type Parcel,
  type Recorded,
} from './stream.ts';
import type { Effect } from './effect.ts';
import type { Trial } from './trial.ts';

/** One disturbance, what a consumer that keeps the contract does, and what to mend in one that does not. */
export interface Scenario {
  readonly name: string;
  readonly what: string;
  readonly expected: string;
  readonly remedy: string;
  /** Plays it. @returns the effect at the end @throws Unsettled */
  play(trial: Trial): Promise<Effect>;
}

const SAME = 'the effect of the undisturbed run, and no dead letter';
/** Parts of the stream between which things happen. */
const PARTS = 5;

/** Published before the consumer starts: a consumer that is new begins with the first event. */
const readAll =
  (disturb: (recorded: readonly Recorded[]) => readonly Recorded[]) =>
  async (trial: Trial): Promise<Effect> => {
    await trial.topics.publish(disturb(RECORDED).map(toParcel));
    trial.start();
    return trial.settle();
  };

function parts(): Parcel[][] {
  const parcels = interleaved(RECORDED).map(toParcel);
  const size = Math.ceil(parcels.length / PARTS);
  return Array.from({ length: PARTS }, (_, part) => parcels.slice(part * size, (part + 1) * size));
}

/** Every event once, case after case, published before. */
export const UNDISTURBED: Scenario = {
  name: 'undisturbed',
  what: 'every event once, case after case; and the same under another name',
  expected: 'an effect that the events make, and twice the same',
  remedy:
    'Begin at the first event when the group is new; leave clocks, serial numbers and names of this run out of the effect.',
  play(trial) {
    trial.start();
    return trial.settle();
  },
};

const replay: Scenario = {
  name: 'replay',
  what: 'the group is set back to the first event; what the consumer keeps stays',
  expected: SAME,
  remedy:
    'Know an event by its id, in the transaction of its effect: then a replay changes nothing, however far it goes back.',
  async play(trial) {
    await trial.topics.publish(RECORDED.map(toParcel));
    trial.start();
    await trial.settle();
    await trial.stop();
    await trial.topics.rewind();
    trial.start();
    return trial.settle();
  },
};

const rebalance: Scenario = {
  name: 'rebalance',
  what: 'a second instance joins while events come, and leaves again',
  expected: SAME,
  remedy:
    'Keep nothing in memory between transactions; finish or undo what is at hand when partitions are taken away, and end on SIGTERM.',
  async play(trial) {
    const [first = [], second = [], third = [], ...rest] = parts();
    await trial.topics.publish(first);
    const before = await trial.progress();
    trial.start();
    await trial.until('it took none of the first messages', async () => (await trial.progress()) !== before);
    const joining = trial.start();
    await trial.topics.publish(second);
    await trial.until('the second instance did not join', () => trial.topics.isShared());
    await trial.topics.publish(third);
    await trial.settle();
    await joining.stop();
    await trial.topics.publish(rest.flat());
    return trial.settle();
  },
};

const kill: Scenario = {
  name: 'kill',
  what: 'kill -9 the moment its position moves, twice, and once the moment its effect changes; it is started again each time',
  expected: SAME,
  remedy:
    'Write effect, event id and position in one transaction; commit offsets to Kafka only after it. A consumer that commits first loses events, one that remembers later does them twice.',
  async play(trial) {
    const [first = [], second = [], third = [], ...rest] = parts();
    const killWhen = async (what: string, parcels: readonly Parcel[], look: () => Promise<string>): Promise<void> => {
      await trial.topics.publish(parcels);
      const before = await look();
      const instance = trial.start();
      await trial.until(`${what} did not move`, async () => (await look()) !== before, 1);
      await instance.kill();
    };
    await killWhen('its position', first, () => trial.progress());
    await killWhen('its position', second, () => trial.progress());
    await killWhen('its effect', third, () => trial.effectText());
    await trial.topics.publish(rest.flat());
    trial.start();
    return trial.settle();
  },
};

/** All disturbances, in the order in which they are told. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'duplicates',
    what: 'every event twice, some three times, and a third of all once more at the end',
    expected: SAME,
    remedy: 'Remember the id of each event in the transaction of its effect, and do nothing when it comes again.',
    play: readAll(duplicated),
  },
  {
    name: 'interleaving',
    what: 'the events of all cases mixed; within a case the order is kept',
    expected: SAME,
    remedy: 'Only the events of one case are in order. Keep what you know of a case under its id (`subject`).',
    play: readAll(interleaved),
  },
  {
    name: 'unknown',
    what: 'members, attributes and event types of a later release',
    expected: SAME,
    remedy: 'Let pass what you do not know: it is neither a fault nor a dead letter. Compare `type` as a whole.',
    play: readAll(ofLaterRelease),
  },
  {
    name: 'late',
    what: 'of each case, every third event comes after all others',
    expected: SAME,
    remedy:
      'Know events by id, not by the highest `caseversion`; let an earlier version not overwrite what a later one said.',
    play: readAll(belated),
  },
  {
    name: 'poison',
    what: 'in the middle of each topic, a message that is no JSON',
    expected:
      'the effect of the undisturbed run, and each such message among the dead letters (`TITIAN_DEAD_LETTERS`) or told in the output with topic, partition and offset',
    remedy: 'Put aside what you cannot read, with the reason, and go on.',
    async play(trial: Trial): Promise<Effect> {
      await trial.topics.publish(poisoned(RECORDED));
      trial.start();
      return trial.settle();
    },
  },
  replay,
  rebalance,
  kill,
];
