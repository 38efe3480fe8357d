import { expect, test } from '@jest/globals';
import { model } from '../testing/claim-world.ts';
import { seesEvent, seesFlag, typeOfCommand } from './sight.ts';
import type { Role } from './vocabulary.ts';

const { definition } = model;
const suspected = typeOfCommand(definition, 'flagFraud') ?? '';
const cleared = typeOfCommand(definition, 'clearFraud') ?? '';
const noted = typeOfCommand(definition, 'addNote') ?? '';
const urgent = typeOfCommand(definition, 'markUrgent') ?? '';

test.each<[Role, boolean, boolean]>([
  ['family', false, false],
  ['village_officer', false, true],
  ['subdistrict_officer', false, true],
  ['district_officer', true, true],
  ['bp3mi_officer', true, true],
  ['ministry_officer', true, true],
  ['insurer', false, true],
])('%s learns of a suspicion: %s, of a note: %s', (role, suspicion, note) => {
  expect(seesFlag(definition, 'fraud_suspected', role)).toBe(suspicion);
  for (const type of [suspected, cleared]) expect(seesEvent(definition, role, type)).toBe(suspicion);
  expect(seesEvent(definition, role, 'titian.flag.raised.v1', { flag: 'fraud_suspected' })).toBe(suspicion);
  expect(seesEvent(definition, role, noted)).toBe(note);
  expect(seesFlag(definition, 'urgent', role) && seesEvent(definition, role, urgent)).toBe(true);
  expect(seesEvent(definition, role, 'titian.flag.cleared.v1', { flag: 'urgent' })).toBe(true);
});
