import {
  isCodeName,
  RECEIVED,
  type CaseDefinition,
  type CommandRule,
  type RungRule,
  type StageRule,
} from './definition.ts';
import { OFFER_FLAGS } from './offers.ts';
import type { CodeRegistry } from './registry.ts';
import type { Role } from './vocabulary.ts';

/** One fault of a definition, with the place to mend. */
export interface LintFinding {
  readonly rule: LintRule;
  /** JSON Pointer into the definition. */
  readonly at: string;
  readonly message: string;
}

/** Every fault the linter knows; each has a broken definition in the tests that shows it. */
export const LINT_RULES = [
  'missing-text',
  'missing-article',
  'unknown-name',
  'unknown-code',
  'dead-end',
  'unreachable-stage',
  'final-with-exit',
  'stage-without-clock',
  'holder-without-exit',
  'role-nobody-holds',
  'rung-nobody-holds',
  'clock-nothing-stops',
  'clock-nothing-starts',
  'clock-nobody-chases',
  'no-outcome',
  'unused-reason',
  'offer-without-deadline',
  'offer-nobody-answers',
] as const;
export type LintRule = (typeof LINT_RULES)[number];

/** The one command that may lead out of a final stage. */
const REOPEN = 'reopen';

/** Checks the sense of a definition: an empty list is a definition that may be published. */
export function lintDefinition(
  definition: CaseDefinition,
  code: CodeRegistry,
  heldRoles: readonly Role[],
): readonly LintFinding[] {
  return [
    ...lintTexts(definition),
    ...lintNames(definition, code),
    ...lintFlow(definition, code),
    ...lintRoles(definition, code, heldRoles),
    ...lintClocks(definition),
    ...lintReasons(definition),
    ...lintOffers(definition),
  ];
}

const finding = (rule: LintRule, at: string, message: string): LintFinding => ({ rule, at, message });
/** Every role that may hold a stage. */
const holdersOf = ({ holder }: StageRule, code: CodeRegistry): readonly Role[] =>
  isCodeName(holder) ? (code.holders[holder]?.roles ?? []) : [holder as Role];
const commandsOf = (definition: CaseDefinition): readonly [string, CommandRule][] =>
  Object.entries(definition.commands);

function lintTexts(definition: CaseDefinition): LintFinding[] {
  const groups = ['stages', 'commands', 'clocks', 'suspensions', 'evidence', 'reasons'] as const;
  const cited = groups.flatMap((group) =>
    Object.entries(definition[group]).map(([name, item]) => [`/${group}/${name}`, item] as const),
  );
  const rungs = [...rungsOf(definition), ...bodiesOf(definition)];
  const labelled = (['outcomes', 'flags', 'milestones'] as const).flatMap((group) =>
    Object.entries(definition[group]).map(([name, item]) => [`/${group}/${name}`, item] as const),
  );
  const articles = [...cited, ...rungs]
    .filter(([, item]) => item.legalBasis.length === 0)
    .map(([at]) => finding('missing-article', at, 'has no legal basis'));
  const texts = [...cited, ...rungs, ...labelled]
    .filter(([, { label }]) => label.id.trim() === '' || label.en.trim() === '')
    .map(([at]) => finding('missing-text', at, 'needs a label in Indonesian and in English'));
  return [...articles, ...texts];
}

/** Every rung of both ladders with its place. */
const rungsOf = ({ ladder, sideways }: CaseDefinition): readonly (readonly [string, RungRule])[] => [
  ...ladder.map((rung, level) => [`/ladder/${level}`, rung] as const),
  ...sideways.map((rung, level) => [`/sideways/${level}`, rung] as const),
];
const bodiesOf = ({ outward }: CaseDefinition) =>
  Object.entries(outward?.bodies ?? {}).map(([name, body]) => [`/outward/bodies/${name}`, body] as const);

function lintNames(definition: CaseDefinition, code: CodeRegistry): LintFinding[] {
  const found: LintFinding[] = [];
  const need = (group: keyof CaseDefinition, name: string | null | undefined, at: string): void => {
    if (name != null && !Object.hasOwn(definition[group] as object, name)) {
      found.push(finding('unknown-name', at, `${group} has no ${name}`));
    }
  };
  const needCode = (group: keyof CodeRegistry, name: string | undefined, at: string): void => {
    if (name !== undefined && !Object.hasOwn(code[group], name)) {
      found.push(finding('unknown-code', at, `no ${group} named ${name}`));
    }
  };
  for (const name of definition.opening) need('commands', name, '/opening');
  for (const [name, stage] of Object.entries(definition.stages)) {
    need('clocks', stage.clock, `/stages/${name}/clock`);
    if (isCodeName(stage.holder)) needCode('holders', stage.holder, `/stages/${name}/holder`);
    for (const command of stage.notBy ?? []) need('commands', command, `/stages/${name}/notBy`);
  }
  for (const [name, { target, when, startsFrom }] of Object.entries(definition.clocks)) {
    needCode('starts', startsFrom, `/clocks/${name}/startsFrom`);
    needCode('conditions', when, `/clocks/${name}/when`);
    if (typeof target === 'string') needCode('targets', target, `/clocks/${name}/target`);
  }
  for (const [name, { clock }] of Object.entries(definition.suspensions))
    need('clocks', clock, `/suspensions/${name}/clock`);
  for (const [name, { pausedBy }] of Object.entries(definition.clocks)) {
    for (const suspension of pausedBy) need('suspensions', suspension, `/clocks/${name}/pausedBy`);
  }
  for (const [name, rule] of commandsOf(definition)) {
    const at = `/commands/${name}`;
    for (const stage of [...rule.from, ...(rule.to === undefined ? [] : [rule.to])]) need('stages', stage, at);
    for (const clock of [...(rule.start ?? []), ...(rule.stop ?? [])]) need('clocks', clock, at);
    for (const flag of [...(rule.raises ?? []), ...(rule.clears ?? [])]) need('flags', flag, at);
    if (rule.offers !== undefined) need('flags', OFFER_FLAGS[rule.offers], at);
    for (const reason of rule.reasons ?? []) need('reasons', reason, at);
    need('suspensions', rule.suspends, at);
    need('milestones', rule.milestone, at);
    if (rule.countsFrom !== RECEIVED) need('milestones', rule.countsFrom, at);
    need('commands', rule.checks, at);
    needCode('inputs', rule.input, at);
    needCode('effects', rule.effect, at);
    needCode('conditions', rule.asksWhen, at);
    for (const guard of rule.guards) needCode('guards', guard, at);
    if (rule.outcome !== undefined && isCodeName(rule.outcome)) needCode('outcomes', rule.outcome, at);
    else need('outcomes', rule.outcome, at);
  }
  for (const clock of definition.outward?.afterBreachOf ?? []) need('clocks', clock, '/outward/afterBreachOf');
  for (const [name, { when }] of Object.entries(definition.evidence)) needCode('conditions', when, `/evidence/${name}`);
  return found;
}

function lintFlow(definition: CaseDefinition, code: CodeRegistry): LintFinding[] {
  const found: LintFinding[] = [];
  const reached = reachableStages(definition);
  for (const [name, stage] of Object.entries(definition.stages)) {
    const at = `/stages/${name}`;
    const leaving = commandsOf(definition).filter(
      ([, rule]) => rule.from.includes(name) && rule.to !== undefined && rule.to !== name,
    );
    if (!reached.has(name)) found.push(finding('unreachable-stage', at, 'no command leads here'));
    if (stage.final) {
      for (const [command] of leaving.filter(([command]) => command !== REOPEN)) {
        found.push(finding('final-with-exit', at, `${command} leads out of a final stage`));
      }
      continue;
    }
    if (leaving.length === 0) found.push(finding('dead-end', at, 'no command leads out'));
    if (stage.clock === null || definition.clocks[stage.clock]?.when !== undefined)
      found.push(finding('stage-without-clock', at, 'an open case here would have no deadline'));
    for (const holder of holdersOf(stage, code)) {
      const ofHolder = commandsOf(definition).filter(
        ([, rule]) => rule.from.includes(name) && rule.roles.includes(holder),
      );
      if (ofHolder.length === 0)
        found.push(finding('holder-without-exit', at, `${holder} holds it and can do nothing`));
    }
  }
  for (const [name, rule] of commandsOf(definition)) {
    const final = rule.to !== undefined && definition.stages[rule.to]?.final === true;
    if (final && rule.outcome === undefined) {
      found.push(finding('no-outcome', `/commands/${name}`, 'closes the case without an outcome'));
    }
  }
  return found;
}

function reachableStages(definition: CaseDefinition): ReadonlySet<string> {
  const reached = new Set<string>();
  const enter = (stage: string | undefined): void => {
    if (stage === undefined || reached.has(stage)) return;
    reached.add(stage);
    for (const [name, rule] of commandsOf(definition)) {
      if (rule.from.includes(stage) && !definition.opening.includes(name)) enter(rule.to);
    }
  };
  for (const name of definition.opening) enter(definition.commands[name]?.to);
  return reached;
}

function lintRoles(definition: CaseDefinition, code: CodeRegistry, heldRoles: readonly Role[]): LintFinding[] {
  const unheld = (role: Role): boolean => !heldRoles.includes(role) && role !== 'system';
  return [
    ...Object.entries(definition.stages).flatMap(([name, stage]) =>
      holdersOf(stage, code)
        .filter(unheld)
        .map((role) => finding('role-nobody-holds', `/stages/${name}`, `no office holds ${role}`)),
    ),
    ...commandsOf(definition).flatMap(([name, { roles }]) =>
      roles.filter(unheld).map((role) => finding('role-nobody-holds', `/commands/${name}`, `no office holds ${role}`)),
    ),
    ...Object.entries(definition.clocks).flatMap(([name, { chasedBy = [] }]) =>
      chasedBy.filter(unheld).map((role) => finding('role-nobody-holds', `/clocks/${name}`, `no office holds ${role}`)),
    ),
    ...rungsOf(definition).flatMap(([at, { role, tells = [] }]) =>
      [role, ...tells].filter(unheld).map((each) => finding('rung-nobody-holds', at, `no office holds ${each}`)),
    ),
  ];
}

function lintClocks(definition: CaseDefinition): LintFinding[] {
  const ofStages = Object.values(definition.stages).map(({ clock }) => clock);
  const ofSuspensions = Object.values(definition.suspensions).map(({ clock }) => clock);
  const rules = Object.values(definition.commands);
  const bound = (clock: string): boolean => ofStages.includes(clock) || ofSuspensions.includes(clock);
  return Object.entries(definition.clocks).flatMap(([clock, { onBreach, chasedBy }]) => {
    const at = `/clocks/${clock}`;
    if ((onBreach === 'chase') !== (chasedBy !== undefined)) {
      return [finding('clock-nobody-chases', at, 'chase and chasedBy belong together')];
    }
    if (bound(clock)) return [];
    const stops = rules.some(({ stop }) => stop?.includes(clock));
    const starts = rules.some(({ start }) => start?.includes(clock));
    return [
      ...(stops ? [] : [finding('clock-nothing-stops', at, 'no command, stage or suspension ends it')]),
      ...(starts ? [] : [finding('clock-nothing-starts', at, 'no command, stage or suspension starts it')]),
    ];
  });
}

function lintReasons(definition: CaseDefinition): LintFinding[] {
  const used = new Set(Object.values(definition.commands).flatMap(({ reasons }) => reasons ?? []));
  return Object.keys(definition.reasons)
    .filter((reason) => !used.has(reason))
    .map((reason) => finding('unused-reason', `/reasons/${reason}`, 'no command gives it'));
}

/** Whoever is offered a case must be able to answer, and be asked by a clock that gives the offer back. */
function lintOffers(definition: CaseDefinition): LintFinding[] {
  const rules = Object.values(definition.commands);
  return commandsOf(definition).flatMap(([name, { offers, start }]) => {
    if (offers === undefined) return [];
    const at = `/commands/${name}`;
    const timed = (start ?? []).some((clock) => definition.clocks[clock]?.returnsOffer === offers);
    const answered =
      rules.some(({ acceptsOffer }) => acceptsOffer === offers) &&
      rules.some(({ endsOffer }) => endsOffer?.offer === offers);
    return [
      ...(timed ? [] : [finding('offer-without-deadline', at, `starts no clock that gives the ${offers} back`)]),
      ...(answered ? [] : [finding('offer-nobody-answers', at, `no commands accept and end the ${offers}`)]),
    ];
  });
}
