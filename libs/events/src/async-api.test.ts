import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { Parser, type Diagnostic } from '@asyncapi/parser';

jest.setTimeout(60_000);

const text = readFileSync(join(import.meta.dirname, '../../../asyncapi.json'), 'utf8');
/** Severities 0 and 1 are errors and warnings; 2 and 3 are advice. */
const isError = ({ severity }: Diagnostic): boolean => [0, 1].includes(severity);
const errorsOf = async (document: string): Promise<string[]> => {
  const { diagnostics } = await new Parser().parse(document);
  return diagnostics.filter(isError).map(({ message }) => message);
};

test('the official parser takes the AsyncAPI document, and would not take one with a loose end', async () => {
  expect(await errorsOf(text)).toEqual([]);
  expect(await errorsOf(text.replace('"#/components/schemas/envelope"', '"#/components/schemas/gone"'))).not.toEqual(
    [],
  );
});
