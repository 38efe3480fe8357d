import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { custodyCommands } from '../custody/custody-commands.ts';
import { ladderCommand } from '../lifecycle/ladder-command.ts';
import { linkCommands } from '../lifecycle/link-commands.ts';
import { voidCommands } from '../lifecycle/void-commands.ts';
import { wordCommands } from '../lifecycle/word-commands.ts';
import { dismissDuplicate, duplicateCommands } from '../duplicates/duplicates.commands.ts';
import { LAW } from './placement.law.ts';
import { CHIEFS, OFFICERS, OPEN, WATCH } from './placement.people.ts';

const WHERE = {
  legalBasis: LAW.own,
  searched: [...OPEN, 'closed'],
  decided: [...OPEN, 'closed'],
  deciders: [...WATCH, 'ministry_officer'],
} as const;
type Commands = z.input<typeof CaseDefinitionSchema>['commands'];

/** What may be done at almost any time: doubts about the person, claims, words, links, other offices, voiding, reopening. */
export const OPEN_COMMANDS: Commands = {
  suspectDuplicate: {
    label: { id: 'Diduga orang yang sama', en: 'Suspect the same worker' },
    legalBasis: [LAW.own],
    event: 'duplicate-suspected',
    from: [...OPEN],
    roles: [...OFFICERS],
    input: 'suspectedDuplicate@1',
    guards: ['anotherCase@1'],
    effect: 'suspectDuplicate@1',
  },
  ...duplicateCommands(WHERE),
  ...dismissDuplicate(WHERE),
  ...voidCommands({
    stages: OPEN,
    proposers: [...WATCH, 'ministry_officer'],
    deciders: CHIEFS,
    input: 'reason@1',
    reasons: ['DUPLICATE', 'ENTERED_BY_MISTAKE'],
    refusals: ['ANOTHER_PERSON', 'ANOTHER_MATTER'],
  }),
  ...custodyCommands({
    coordination: LAW.coordination,
    officers: OFFICERS,
    offering: OPEN,
    open: OPEN,
    transferGuards: ['noVoidProposed@1', 'bodyCanGoOn@1'],
  }),
  openClaim: {
    label: { id: 'Buka klaim jaminan sosial', en: 'Open a claim of social security' },
    legalBasis: [LAW.claimReporters],
    event: 'claim-wanted',
    from: [...OPEN, 'closed'],
    roles: [...OFFICERS],
    input: 'claim@1',
    guards: ['riskDayPast@1', 'noCaseWanted@1'],
    effect: 'wantClaim@1',
    attempt: 'linkedCase',
  },
  ...linkCommands({
    linkers: OFFICERS,
    stages: [...OPEN, 'closed'],
    opened: { id: 'Klaim sudah dibuka', en: 'The claim is open' },
    refused: { id: 'Klaim tidak dapat dibuka', en: 'The claim could not be opened' },
    milestone: 'claim_opened',
  }),
  ...ladderCommand(LAW.own, OFFICERS, OPEN, ['NO_NEWS']),
  ...wordCommands({ officers: OFFICERS, stages: [...OPEN, 'closed'], input: 'note@1', telling: LAW.own }),
  reopen: {
    label: { id: 'Buka kembali', en: 'Reopen' },
    legalBasis: [LAW.own],
    event: 'reopened',
    from: ['closed'],
    roles: [...WATCH],
    input: 'reason@1',
    guards: ['neverLeft@1'],
    to: 'registered',
    reasons: ['CLOSED_BY_MISTAKE', 'DEPARTS_AFTER_ALL'],
  },
};
