import { randomUUID } from 'node:crypto';
import { consumeEvents, createKafka, forgetGroup, replayEvents, type ReceivedEvent } from '@titian/kafka';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

/** Which events are shown, and how. */
export interface EventFilter {
  readonly brokers: string;
  readonly topics: readonly string[];
  readonly caseId?: string;
  readonly json: boolean;
  /** Ends after so many lines. */
  readonly max?: number;
}

/** Shows events as they are published, until it is called off or `max` are shown. */
export async function tailEvents(
  filter: EventFilter & { readonly from: 'beginning' | 'latest' },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const kafka = createKafka({ brokers: filter.brokers, clientId: 'titian-cli' });
  const groupId = `titian-tail-${randomUUID()}`;
  const printer = print(filter, terminal);
  const consumer = await consumeEvents({
    kafka,
    groupId,
    topics: filter.topics,
    from: filter.from,
    onEvent: printer.show,
    onUnreadable: (place) => {
      terminal.err(`${place.topic}/${place.partition} at ${place.offset}: no event`);
    },
    signal: AbortSignal.any([signal, printer.full]),
  });
  await consumer.ended;
  await forgetGroup(kafka, groupId);
  return EXIT.good;
}

/** Shows what is stored since then, and ends. */
export async function replay(
  filter: EventFilter & { readonly from: Date | 'beginning' },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const kafka = createKafka({ brokers: filter.brokers, clientId: 'titian-cli' });
  const printer = print(filter, terminal);
  await replayEvents({
    kafka,
    topics: filter.topics,
    from: filter.from,
    onEvent: printer.show,
    onUnreadable: (place) => {
      terminal.err(`${place.topic}/${place.partition} at ${place.offset}: no event`);
    },
    signal: AbortSignal.any([signal, printer.full]),
  });
  return EXIT.good;
}

function print(
  { caseId, json, max = Infinity }: EventFilter,
  terminal: Terminal,
): { readonly show: (received: ReceivedEvent) => void; readonly full: AbortSignal } {
  const full = new AbortController();
  let shown = 0;
  return {
    full: full.signal,
    show(received) {
      if (shown >= max || (caseId !== undefined && received.event.subject !== caseId)) return;
      shown += 1;
      terminal.out(json ? jsonOf(received) : lineOf(received));
      if (shown >= max) full.abort();
    },
  };
}

/** The first block of the id is enough to tell cases apart on a screen; `--json` and `--case` have the whole. */
const lineOf = ({ event, topic, partition, offset }: ReceivedEvent): string =>
  [
    event.time,
    event.type.padEnd(40),
    event.subject.slice(0, 8),
    `v${event.caseversion}`.padEnd(5),
    `${topic}/${partition}/${offset}`,
  ].join('  ');

/** A CloudEvent still: extension attributes are lower-case names beside the others. The offset is 64 bits, hence text. */
const jsonOf = ({ event, topic, partition, offset }: ReceivedEvent): string =>
  JSON.stringify({ ...event, topic, partition, offset });
