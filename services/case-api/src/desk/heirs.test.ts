import { describe, expect, test } from '@jest/globals';
import type { CaseState, JsonObject } from '@titian/domain';
import { ProblemError } from '@titian/http';
import { heirsJudged } from './heirs.ts';
import type { Words } from './words.ts';

const state = { facts: { riskDay: '2025-11-26' } } as unknown as CaseState;
const WORKER = { name: 'Siti', nik: '3505084507900001' }; // a woman born on 5 July 1990

interface Told {
  readonly relation: string;
  readonly who?: JsonObject;
  readonly minor?: boolean;
}
function judge(heirs: readonly Told[], worker: JsonObject | undefined = WORKER): JsonObject[] {
  const input = { heirs: heirs.map(({ who: _who, ...codes }) => ({ person: null, ...codes })) };
  const words = heirs.map(({ who = {} }, index): Words => ({
    member: `heirs/${index}/person`,
    kind: 'person',
    content: { name: 'Orang', ...who },
  }));
  return heirsJudged(state, input, words, worker)['heirs'] as unknown as JsonObject[];
}
function refusal(heirs: readonly Told[], worker?: JsonObject): readonly [number, string | undefined, string] {
  try {
    judge(heirs, worker);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status, field, title } = error.problem;
    return [status, field, title];
  }
  return [200, undefined, ''];
}

describe('the heirs as the case may know them', () => {
  test.each([
    ['the day before the eighteenth birthday', '2007-11-27', true],
    ['the eighteenth birthday', '2007-11-26', false],
    ['born after the death', '2026-03-01', true],
  ])('under age on the day of the event: %s', (_when, bornOn, minor) => {
    const [heir] = judge([{ relation: 'CHILD', who: { bornOn } }]);
    expect(heir).toEqual({ person: null, relation: 'CHILD', ...(minor ? { minor } : {}) });
    expect(JSON.stringify(heir)).not.toContain(bornOn);
  });

  test('the day of birth of a number counts where none was said', () => {
    expect(judge([{ relation: 'CHILD', who: { nik: '3505080101150001' } }])).toMatchObject([{ minor: true }]);
    expect(judge([{ relation: 'PARENT', who: { nik: '3505080101600001' } }])[0]).not.toHaveProperty('minor');
  });

  test('what nobody has said stays as it was given', () => {
    expect(judge([{ relation: 'CHILD', minor: true }, { relation: 'SPOUSE' }])).toEqual([
      { person: null, relation: 'CHILD', minor: true },
      { person: null, relation: 'SPOUSE' },
    ]);
  });

  test.each<[string, Told[], string]>([
    [
      'a child older than the worker',
      [{ relation: 'SPOUSE' }, { relation: 'CHILD', who: { bornOn: '1985-01-01' } }],
      '/heirs/1/bornOn',
    ],
    ['a parent younger than the worker', [{ relation: 'PARENT', who: { bornOn: '1995-01-01' } }], '/heirs/0/bornOn'],
    ['two husbands of a woman', [{ relation: 'SPOUSE' }, { relation: 'SPOUSE' }], '/heirs/1/relation'],
    ['three parents', [{ relation: 'PARENT' }, { relation: 'PARENT' }, { relation: 'PARENT' }], '/heirs/2/relation'],
    ['born too long after the event', [{ relation: 'CHILD', who: { bornOn: '2026-10-01' } }], '/heirs/0/bornOn'],
    [
      'an age that the day of birth contradicts',
      [{ relation: 'CHILD', minor: true, who: { bornOn: '1999-01-01' } }],
      '/heirs/0/minor',
    ],
  ])('that contradict each other are refused with row and field: %s', (_what, heirs, field) => {
    const [status, at, title] = refusal(heirs);
    expect([status, at]).toEqual([422, field]);
    expect(title).toContain(`row ${Number(field.split('/')[2]) + 1}`);
    expect(title).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  test('of a worker of whom nothing is known are taken', () => {
    expect(refusal([{ relation: 'SPOUSE' }, { relation: 'SPOUSE' }], {})[0]).toBe(200);
  });
});
