import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { goodRow, HEADER, judged } from './testing/lists.ts';

/** Bytes of a line: anything but the line's own end, and no quote at which a field of several lines could begin. */
const line = fc
  .uint8Array({ minLength: 1, maxLength: 60 })
  .map((bytes) => Buffer.from(bytes.filter((byte) => ![10, 13, 34].includes(byte))));

test('no mess of bytes breaks the reader: a file is read, or refused with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, isHeaded, pieces) => {
        const file = Buffer.concat([Buffer.from(isHeaded ? `${HEADER}\n` : ''), Buffer.from(bytes)]);
        const problem = await judged(file, pieces).then(
          () => null,
          (error: unknown) => (error as { problem?: { type: string } }).problem ?? error,
        );
        if (problem !== null)
          expect(problem).toMatchObject({ type: expect.stringMatching(/^urn:titian:problem:list/) });
      },
    ),
    { numRuns: 300 },
  );
});

test('a good row is found whatever stands around it, in whatever pieces the file arrives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(line, fc.constant(null)), { maxLength: 20 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 200 }),
      async (lines, end, pieces) => {
        const rows = lines.map((mess, person) => mess ?? Buffer.from(goodRow(person)));
        const file = Buffer.concat([HEADER, ...rows].flatMap((row) => [Buffer.from(row), Buffer.from(end)]));
        const expected = lines.flatMap((mess, person) => (mess === null ? [person + 2] : []));
        const found = await judged(file, pieces).catch(() => []);
        expect(found.flatMap((each) => (each.ok ? [each.row.row] : []))).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});
