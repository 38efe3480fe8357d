import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Weight } from './weights.ts';

/** Draws at random and yet always the same: a seed gives the same draws on every machine. */
export class Draw {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return uniformInt(this.generator, min, max);
  }

  /** True so many times in a hundred. */
  often(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  /** @throws RangeError if there is nothing to draw from */
  one<Value>(values: readonly Value[]): Value {
    const drawn = values[this.int(0, values.length - 1)];
    if (drawn === undefined) throw new RangeError('nothing to draw from');
    return drawn;
  }

  /** As often as the weights say. */
  weighted<Value>(weights: readonly Weight<Value>[]): Value {
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    let rest = this.int(1, total);
    for (const { value, weight } of weights) {
      rest -= weight;
      if (rest <= 0) return value;
    }
    throw new RangeError('nothing to draw from');
  }
}
