import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { claimCode, claimDefinition } from '../claim/index.ts';
import { defineCase, type CaseDefinitionSchema } from './definition.ts';
import type { CaseModel } from './registry.ts';
import { model, OPENING, paper, SYSTEM, TestCase, VILLAGE } from '../testing/claim-world.ts';
import { isRunning } from './clock/ledger.ts';
import { lintDefinition } from './linter.ts';
import { ROLES } from './vocabulary.ts';

/** The claim with papers that are measured one by one: attaching one starts its clock, certifying it stops it. */
function measuring(chasedBy?: ('bp3mi_officer' | 'ministry_officer')[]): CaseModel {
  const draft = structuredClone(claimDefinition) as unknown as z.input<typeof CaseDefinitionSchema>;
  const { attach, certifyItem } = draft.commands;
  if (attach === undefined || certifyItem === undefined) throw new RangeError('no such command');
  attach.item = ['requirement', 'document'];
  attach.start = ['item'];
  certifyItem.item = ['requirement'];
  certifyItem.stop = ['item'];
  draft.clocks['item'] = {
    label: { id: 'Dokumen', en: 'Paper' },
    legalBasis: [{ instrument: 'Titian', article: 'uji', verified: false }],
    unit: 'calendar_days',
    target: 10,
    warnAtShare: [0.5],
    pausedBy: [],
    ...(chasedBy === undefined ? { onBreach: 'remind' } : { onBreach: 'chase', chasedBy }),
  };
  return { ...model, definition: defineCase(draft), code: claimCode };
}

const attached = (under: CaseModel): TestCase =>
  new TestCase([], under)
    .do('reportAccident', VILLAGE, OPENING)
    .do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM'))
    .do('attach', VILLAGE, paper('passport', 'PASPOR'));
const running = ({ open }: TestCase): (string | undefined)[] =>
  Object.values(open.clocks)
    .filter((clock) => clock.name === 'item' && isRunning(clock))
    .map(({ item }) => item);
const asked = ({ open }: TestCase): string[] =>
  Object.values(open.tasks)
    .filter(({ name, status }) => name === 'item' && status === 'unassigned')
    .map(({ item, role }) => `${item ?? ''} ${role}`);

describe('clocks of one item', () => {
  test('are no fault of a definition', () => {
    expect(lintDefinition(measuring(['bp3mi_officer']).definition, claimCode, ROLES)).toEqual([]);
  });

  test('run side by side under one name, and one item never has two', () => {
    const claim = attached(measuring()).do('attach', VILLAGE, paper('passport', 'PASPOR'));
    expect(running(claim)).toEqual(['form.FORMULIR_KLAIM', 'passport.PASPOR']);
  });

  test('stop with their item, and the others run on', () => {
    const claim = attached(measuring()).do('certifyItem', VILLAGE, { requirement: 'form' });
    expect(running(claim)).toEqual(['passport.PASPOR']);
  });

  test('that only remind start over for the same item', () => {
    const claim = attached(measuring()).at('2026-01-20T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(running(claim)).toEqual(['form.FORMULIR_KLAIM', 'passport.PASPOR']);
    expect(asked(claim)).toEqual([]);
  });
});

describe('an item that does not come', () => {
  const under = measuring(['bp3mi_officer', 'ministry_officer']);

  test('is asked of one office after the other, of each once, and the case climbs nothing', () => {
    const claim = attached(under).do('certifyItem', VILLAGE, { requirement: 'form' });
    const late = claim.at('2026-01-16T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(asked(late)).toEqual(['passport.PASPOR bp3mi_officer']);
    const later = late.at('2026-01-28T02:00:00.000Z').do('clockDue', SYSTEM);
    const both = ['passport.PASPOR bp3mi_officer', 'passport.PASPOR ministry_officer'];
    expect(asked(later)).toEqual(both);
    expect(asked(later.at('2026-02-09T02:00:00.000Z').do('clockDue', SYSTEM))).toEqual(both);
    expect(later.open.escalationLevel).toBe(0);
    expect(running(later)).toEqual(['passport.PASPOR']);
  });

  test('is no longer asked for once it is settled, and asked from the beginning when it is wanted again', () => {
    const claim = attached(under).at('2026-01-28T02:00:00.000Z').do('clockDue', SYSTEM);
    claim.do('certifyItem', VILLAGE, { requirement: 'passport' }).do('certifyItem', VILLAGE, { requirement: 'form' });
    expect(asked(claim)).toEqual([]);
    expect(
      Object.values(claim.open.tasks)
        .filter(({ name }) => name === 'item')
        .map(({ status }) => status),
    ).toEqual(['completed', 'completed']);
    claim.do('attach', VILLAGE, paper('passport', 'PASPOR'));
    claim.at('2026-02-20T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(asked(claim)).toEqual(['passport.PASPOR bp3mi_officer']);
  });

  test('stays asked for when the case goes on to the next stage, and no longer when it closes', () => {
    const claim = attached(under).at('2026-01-16T02:00:00.000Z').do('clockDue', SYSTEM);
    claim.do('recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: '2026-01-02' });
    expect(asked(claim)).toHaveLength(2);
    const family = { ...VILLAGE, id: 'family', role: 'family' } as const;
    claim.do('withdraw', family, { reasonCode: 'OWN_WISH' });
    expect(asked(claim)).toEqual([]);
    expect(running(claim)).toEqual([]);
  });
});
