import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineCase, type CaseDefinitionSchema } from './definition.ts';
import { LINT_RULES, lintDefinition, type LintRule } from './linter.ts';
import type { CodeRegistry } from './registry.ts';
import { ROLES, type Role } from './vocabulary.ts';

type Draft = z.input<typeof CaseDefinitionSchema>;
type CommandDraft = Draft['commands'][string];

const named = () => ({
  label: { id: 'Uji', en: 'Test' },
  legalBasis: [{ instrument: 'Titian', article: 'uji', verified: false }],
});
const command = (event: string, by: Role, from: string[], more: Partial<CommandDraft> = {}): CommandDraft => ({
  ...named(),
  event,
  from,
  roles: [by],
  input: 'nothing@1',
  guards: [],
  ...more,
});
const clock = (): Draft['clocks'][string] => ({
  ...named(),
  unit: 'working_days',
  target: 3,
  pausedBy: [],
  onBreach: 'escalate',
});
const stage = (holder: Role, clockName: string): Draft['stages'][string] => ({
  ...named(),
  final: false,
  holder,
  clock: clockName,
});

/** The smallest lifecycle that uses every part of a definition, and in which the linter finds nothing. */
const sound = (): Draft => ({
  type: 'claim',
  version: 1,
  ...named(),
  opening: ['open'],
  stages: {
    reported: stage('village_officer', 'reporting'),
    working: stage('district_officer', 'handling'),
    closed: { ...named(), final: true, holder: 'district_officer', clock: null },
  },
  commands: {
    open: command('opened', 'village_officer', [], { to: 'reported', start: ['limit'] }),
    pass: command('passed', 'village_officer', ['reported'], { to: 'working' }),
    ask: command('asked', 'district_officer', ['working'], {
      suspends: 'awaiting',
      raises: ['incomplete'],
      reasons: ['PAPER_MISSING'],
    }),
    answer: command('answered', 'district_officer', ['working'], { resumes: true, clears: ['incomplete'] }),
    finish: command('finished', 'district_officer', ['working'], {
      to: 'closed',
      checks: 'pass',
      effect: 'record@1',
      guards: ['ready@1'],
      stop: ['limit'],
      milestone: 'finished',
      outcome: 'done',
    }),
    offer: command('offered', 'district_officer', ['working'], { offers: 'transfer', start: ['answering'] }),
    accept: command('accepted', 'village_officer', ['working'], { acceptsOffer: 'transfer', stop: ['answering'] }),
    decline: command('declined', 'village_officer', ['working'], {
      endsOffer: { offer: 'transfer', as: 'declined' },
      stop: ['answering'],
    }),
    reopen: command('reopened', 'district_officer', ['closed'], { to: 'working' }),
  },
  clocks: {
    reporting: clock(),
    handling: { ...clock(), target: 'byWeight@1', pausedBy: ['awaiting'] },
    waiting: clock(),
    answering: { ...clock(), returnsOffer: 'transfer' },
    limit: { ...clock(), unit: 'years', when: 'limited@1' },
  },
  suspensions: { awaiting: { ...named(), clock: 'waiting', waitsFor: 'family' } },
  evidence: {
    form: {
      ...named(),
      anyOf: [{ document: 'FORM', issuers: ['office'], substitute: false }],
      claimTypes: [],
      when: 'limited@1',
    },
  },
  reasons: { PAPER_MISSING: named() },
  outcomes: { done: { label: named().label } },
  flags: { incomplete: { label: named().label }, transfer_offered: { label: named().label } },
  milestones: { finished: { label: named().label } },
  ladder: [{ ...named(), role: 'ministry_officer', workingDays: 2 }],
});

const code: CodeRegistry = {
  inputs: { 'nothing@1': z.strictObject({}) },
  guards: { 'ready@1': { check: () => null, readsInput: false } },
  effects: { 'record@1': () => [] },
  outcomes: { 'found@1': () => 'done' },
  conditions: { 'limited@1': () => true },
  holders: { 'deskOrInsurer@1': { roles: ['district_officer', 'insurer'], find: () => 'insurer' } },
  targets: { 'byWeight@1': () => 3 },
  starts: {},
};

type Change = (draft: Draft) => void;

/** The sound definition with one change: its shape stays right, only its sense breaks. */
function broken(change: Change) {
  const draft = sound();
  change(draft);
  return defineCase(draft);
}
const findings = (change: Change, heldRoles: readonly Role[] = ROLES): [LintRule, string][] =>
  lintDefinition(broken(change), code, heldRoles).map(({ rule, at }) => [rule, at]);

function the<T>(parts: Readonly<Record<string, T>>, name: string): T {
  const part = parts[name];
  if (part === undefined) throw new RangeError(`there is no ${name}`);
  return part;
}
const withoutRole = (missing: Role): readonly Role[] => ROLES.filter((role) => role !== missing);
/** A place that can be left or reached only by what a case of the table adds. */
const addLimbo = ({ stages }: Draft): void => {
  stages['limbo'] = stage('village_officer', 'reporting');
};

type Fault = readonly [rule: LintRule, at: string, what: string, change: Change, heldRoles?: readonly Role[]];

const FAULTS: readonly Fault[] = [
  ['missing-text', '/stages/reported', 'no English', ({ stages }) => (the(stages, 'reported').label.en = ' ')],
  ['missing-text', '/commands/ask', 'no Indonesian', ({ commands }) => (the(commands, 'ask').label.id = '')],
  [
    'missing-text',
    '/ladder/0',
    'no English',
    ({ ladder }) => {
      ladder.forEach(({ label }) => (label.en = ''));
    },
  ],
  ['missing-text', '/outcomes/done', 'no Indonesian', ({ outcomes }) => (the(outcomes, 'done').label.id = '')],
  ['missing-text', '/flags/incomplete', 'no English', ({ flags }) => (the(flags, 'incomplete').label.en = '')],
  [
    'missing-text',
    '/milestones/finished',
    'no English',
    ({ milestones }) => (the(milestones, 'finished').label.en = ''),
  ],
  ['missing-article', '/stages/closed', 'no law', ({ stages }) => (the(stages, 'closed').legalBasis = [])],
  ['missing-article', '/commands/ask', 'no law', ({ commands }) => (the(commands, 'ask').legalBasis = [])],
  ['missing-article', '/clocks/limit', 'no law', ({ clocks }) => (the(clocks, 'limit').legalBasis = [])],
  [
    'missing-article',
    '/suspensions/awaiting',
    'no law',
    ({ suspensions }) => (the(suspensions, 'awaiting').legalBasis = []),
  ],
  ['missing-article', '/evidence/form', 'no law', ({ evidence }) => (the(evidence, 'form').legalBasis = [])],
  [
    'missing-article',
    '/reasons/PAPER_MISSING',
    'no law',
    ({ reasons }) => (the(reasons, 'PAPER_MISSING').legalBasis = []),
  ],
  [
    'missing-article',
    '/ladder/0',
    'no law',
    ({ ladder }) => {
      ladder.forEach((rung) => (rung.legalBasis = []));
    },
  ],
  [
    'clock-nobody-chases',
    '/clocks/limit',
    'chased by nobody',
    ({ clocks }) => (the(clocks, 'limit').onBreach = 'chase'),
  ],
  [
    'role-nobody-holds',
    '/clocks/limit',
    'chased by a role without an office',
    ({ clocks }) => Object.assign(the(clocks, 'limit'), { onBreach: 'chase', chasedBy: ['bp3mi_officer'] }),
    withoutRole('bp3mi_officer'),
  ],
  ['unknown-name', '/opening', 'opening command', ({ opening }) => opening.push('ghost')],
  ['unknown-name', '/stages/closed/clock', 'clock', ({ stages }) => (the(stages, 'closed').clock = 'ghost')],
  ['unknown-name', '/clocks/limit/pausedBy', 'suspension', ({ clocks }) => the(clocks, 'limit').pausedBy.push('ghost')],
  [
    'unknown-name',
    '/suspensions/other/clock',
    'clock',
    ({ suspensions }) => (suspensions['other'] = { ...named(), clock: 'ghost', waitsFor: 'family' }),
  ],
  ['unknown-name', '/commands/ask', 'from', ({ commands }) => the(commands, 'ask').from.push('ghost')],
  ['unknown-name', '/commands/ask', 'start', ({ commands }) => (the(commands, 'ask').start = ['ghost'])],
  ['unknown-name', '/commands/ask', 'stop', ({ commands }) => (the(commands, 'ask').stop = ['ghost'])],
  ['unknown-name', '/commands/ask', 'raises', ({ commands }) => (the(commands, 'ask').raises = ['ghost'])],
  ['unknown-name', '/commands/answer', 'clears', ({ commands }) => (the(commands, 'answer').clears = ['ghost'])],
  ['unknown-name', '/commands/ask', 'reasons', ({ commands }) => the(commands, 'ask').reasons?.push('GHOST')],
  ['unknown-name', '/commands/ask', 'suspends', ({ commands }) => (the(commands, 'ask').suspends = 'ghost')],
  ['unknown-name', '/commands/ask', 'milestone', ({ commands }) => (the(commands, 'ask').milestone = 'ghost')],
  ['unknown-name', '/commands/open', 'countsFrom', ({ commands }) => (the(commands, 'open').countsFrom = 'ghost')],
  ['unknown-name', '/commands/finish', 'checks', ({ commands }) => (the(commands, 'finish').checks = 'ghost')],
  ['unknown-name', '/commands/finish', 'outcome', ({ commands }) => (the(commands, 'finish').outcome = 'ghost')],
  ['unknown-code', '/commands/finish', 'outcome', ({ commands }) => (the(commands, 'finish').outcome = 'ghost@1')],
  ['unknown-code', '/commands/ask', 'input', ({ commands }) => (the(commands, 'ask').input = 'ghost@1')],
  ['unknown-code', '/commands/ask', 'effect', ({ commands }) => (the(commands, 'ask').effect = 'ghost@1')],
  ['unknown-code', '/commands/ask', 'asksWhen', ({ commands }) => (the(commands, 'ask').asksWhen = 'ghost@1')],
  ['unknown-code', '/commands/ask', 'guard', ({ commands }) => the(commands, 'ask').guards.push('ghost@1')],
  ['unknown-code', '/evidence/form', 'condition', ({ evidence }) => (the(evidence, 'form').when = 'ghost@1')],
  ['unknown-code', '/stages/working/holder', 'holder', ({ stages }) => (the(stages, 'working').holder = 'ghost@1')],
  ['unknown-code', '/clocks/handling/target', 'target', ({ clocks }) => (the(clocks, 'handling').target = 'ghost@1')],
  ['unknown-code', '/clocks/limit/when', 'condition', ({ clocks }) => (the(clocks, 'limit').when = 'ghost@1')],
  [
    'dead-end',
    '/stages/limbo',
    'only a command that stays leads on',
    (draft) => {
      addLimbo(draft);
      draft.commands['strand'] = command('stranded', 'village_officer', ['reported'], { to: 'limbo' });
      draft.commands['wait'] = command('waited', 'village_officer', ['limbo'], { to: 'limbo' });
    },
  ],
  [
    'unreachable-stage',
    '/stages/limbo',
    'no command leads in',
    (draft) => {
      addLimbo(draft);
      draft.commands['leave'] = command('left', 'village_officer', ['limbo'], { to: 'working' });
    },
  ],
  [
    'final-with-exit',
    '/stages/closed',
    'another way out than reopening',
    ({ commands }) => (commands['revive'] = command('revived', 'district_officer', ['closed'], { to: 'working' })),
  ],
  [
    'stage-without-clock',
    '/stages/reported',
    'no clock',
    ({ stages, clocks }) => {
      the(stages, 'reported').clock = null;
      delete clocks['reporting'];
    },
  ],
  [
    'stage-without-clock',
    '/stages/working',
    'a clock that starts only for some cases',
    ({ clocks }) => (the(clocks, 'handling').when = 'limited@1'),
  ],
  [
    'holder-without-exit',
    '/stages/reported',
    'idle role',
    ({ stages }) => (the(stages, 'reported').holder = 'insurer'),
  ],
  [
    'holder-without-exit',
    '/stages/working',
    'one of two',
    ({ stages }) => (the(stages, 'working').holder = 'deskOrInsurer@1'),
  ],
  [
    'role-nobody-holds',
    '/commands/ask',
    'of a command',
    ({ commands }) => the(commands, 'ask').roles.push('insurer'),
    withoutRole('insurer'),
  ],
  [
    'role-nobody-holds',
    '/stages/closed',
    'of a holder',
    ({ stages }) => (the(stages, 'closed').holder = 'insurer'),
    withoutRole('insurer'),
  ],
  ['rung-nobody-holds', '/ladder/0', 'no ministry', () => undefined, withoutRole('ministry_officer')],
  ['clock-nothing-stops', '/clocks/limit', 'no stop', ({ commands }) => (the(commands, 'finish').stop = [])],
  ['clock-nothing-starts', '/clocks/limit', 'no start', ({ commands }) => (the(commands, 'open').start = [])],
  ['no-outcome', '/commands/finish', 'closes without', ({ commands }) => delete the(commands, 'finish').outcome],
  ['unknown-name', '/commands/offer', 'flag of an offer', ({ flags }) => delete flags['transfer_offered']],
  ['unknown-name', '/stages/working/notBy', 'notBy', ({ stages }) => (the(stages, 'working').notBy = ['ghost'])],
  [
    'offer-without-deadline',
    '/commands/offer',
    'a clock that gives nothing back',
    ({ clocks }) => delete the(clocks, 'answering').returnsOffer,
  ],
  [
    'offer-nobody-answers',
    '/commands/offer',
    'no answer',
    ({ commands }) => delete the(commands, 'accept').acceptsOffer,
  ],
  ['unused-reason', '/reasons/EXTRA', 'no command gives it', ({ reasons }) => (reasons['EXTRA'] = named())],
];

describe('the linter', () => {
  test('has nothing to say about a sound definition', () => {
    expect(findings(() => undefined)).toEqual([]);
  });

  test.each(FAULTS)('finds %s at %s (%s) and nothing else', (...[rule, at, _what, change, heldRoles]) => {
    expect(findings(change, heldRoles)).toEqual([[rule, at]]);
  });

  test('has a broken definition here for every rule it knows', () => {
    expect(new Set(FAULTS.map(([rule]) => rule))).toEqual(new Set(LINT_RULES));
  });

  test('says in words what is wrong', () => {
    const [first] = lintDefinition(
      broken(({ commands }) => (the(commands, 'finish').checks = 'ghost')),
      code,
      ROLES,
    );
    expect(first?.message).toBe('commands has no ghost');
  });

  test('takes an outcome that a function finds', () => {
    expect(findings(({ commands }) => (the(commands, 'finish').outcome = 'found@1'))).toEqual([]);
  });

  test('never misses the system, which has no office', () => {
    expect(findings(({ commands }) => the(commands, 'ask').roles.push('system'), withoutRole('system'))).toEqual([]);
  });

  test('reports every fault of a definition at once', () => {
    const found = findings(({ stages, reasons }) => {
      the(stages, 'reported').legalBasis = [];
      the(stages, 'reported').label.id = '';
      reasons['EXTRA'] = named();
    });
    expect(found.map(([rule]) => rule).sort()).toEqual(['missing-article', 'missing-text', 'unused-reason']);
  });
});
