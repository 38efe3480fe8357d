import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CATALOGUE, publishedSchema } from './index.ts';

const folder = join(import.meta.dirname, '../../../schemas');

describe('schemas/ holds what the code publishes (npm run generate)', () => {
  test.each([...CATALOGUE.values()].map((contract) => [contract.type, contract] as const))('%s', (type, contract) => {
    const kept: unknown = JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(publishedSchema(contract))));
  });

  test('and nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual([...CATALOGUE.keys()].map((type) => `${type}.json`).sort());
  });
});
