import { claimCode, claimDefinition } from '../claim/index.ts';
import type { Calendar } from '../kernel/clock/calendar.ts';
import type { Command, Decision } from '../kernel/command.ts';
import { decide } from '../kernel/decide.ts';
import type { StoredEvent } from '../kernel/event.ts';
import { evolveAll } from '../kernel/evolve.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { CaseModel, OfficeDirectory, PassedPost } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Actor, Role } from '../kernel/vocabulary.ts';
import type { BenefitRules } from '../shared/benefit-rules.ts';
import type { JsonObject } from '../shared/text.ts';
import { newWitness, witnessed, witnessReasons, type Witness } from './witness.ts';

/** A small world for tests: one claim, its people and papers, and a clock that the test turns. */
/** What the tests of this file have seen of the claim definition. */
export const claimWitness = newWitness();
export const model: CaseModel = witnessed({ definition: claimDefinition, hash: 'test', code: claimCode }, claimWitness);
export const CASE = '3f6a1c52-0000-4000-8000-000000000001';
export const calendar: Calendar = {
  version: 'test',
  restDays: new Set(['2026-01-01', '2026-01-16']),
  knownUntilYear: 2026,
};

export const actor = (role: Role, id: string = role, area = '35.05', office = `${role}-office`): Actor => ({
  id,
  role,
  area,
  office,
});
export const FAMILY = actor('family', 'family', '35.05.08.2003', 'family');
export const VILLAGE = actor('village_officer', 'kades', '35.05.08.2003', 'village_officer:35.05');
export const MAKER = actor('district_officer', 'maker');
export const CHECKER = actor('district_officer', 'checker');
export const INSURER = actor('insurer', 'bpjs-gateway', '');
export const SYSTEM = actor('system', 'system', '');

/** Offices by regency; `people` work in theirs and are all there. */
export function offices(
  vacant: readonly Role[] = [],
  people: Readonly<Record<string, readonly string[]>> = {},
): OfficeDirectory {
  const climb: readonly Role[] = ['village_officer', 'district_officer', 'bp3mi_officer', 'ministry_officer'];
  const office = (area: string, role: Role): string => `${role}:${area.slice(0, 5)}`;
  return {
    rungFor: (area, role, isFit = () => true) => {
      if (vacant.includes(role)) return { office: null, because: 'vacant' };
      return isFit(office(area, role)) ? { office: office(area, role) } : { office: null, because: 'conflict' };
    },
    holderFor: (area, role, isFit = () => true) => {
      const passed: PassedPost[] = [];
      for (const post of [role, ...climb.slice(climb.indexOf(role) + 1)]) {
        const isVacant = vacant.includes(post);
        if (!isVacant && isFit(office(area, post))) return { role: post, office: office(area, post), passed };
        passed.push({ role: post, office: office(area, post), because: isVacant ? 'vacant' : 'conflict' });
      }
      return { role: 'ministry_officer', office: office(area, 'ministry_officer'), passed };
    },
    zoneOf: () => 'WIB',
    present: (id) => people[id] ?? [],
    staff: (id) => people[id] ?? [],
    isAbsent: () => false,
  };
}

/** Who works where, how much they have to do, and who is not there. */
export interface Workforce {
  readonly people?: Readonly<Record<string, readonly string[]>>;
  readonly loads?: Readonly<Record<string, number>>;
  readonly away?: readonly string[];
}

/** Decides on a state at a moment. */
export function decideAt(
  state: CaseState | null,
  command: Command,
  now: string,
  vacant: readonly Role[] = [],
  under: CaseModel = model,
  benefits?: BenefitRules,
  { people = {}, loads = {}, away = [] }: Workforce = {},
): Decision {
  const there = Object.fromEntries(
    Object.entries(people).map(([office, staff]) => [office, staff.filter((id) => !away.includes(id))]),
  );
  const all = offices(vacant, people);
  return decide(under, CASE, state, command, {
    now,
    calendar,
    offices: {
      ...all,
      rungFor: (area, role, isFit) => {
        const found = all.rungFor(area, role, isFit);
        const isAway = found.office !== null && people[found.office] !== undefined && there[found.office]?.length === 0;
        return isAway ? { office: null, because: 'absent' } : found;
      },
      present: (office) => there[office] ?? [],
      isAbsent: (id) => away.includes(id),
    },
    loadOf: (id) => loads[id] ?? 0,
    caseNumber: 'KLM-2026-000001',
    benefits,
  });
}

/** A case that tests move along by commands; a refusal throws, naming it. */
export class TestCase {
  state: CaseState | null = null;
  now = '2026-01-05T02:00:00.000Z';
  readonly kinds: string[] = [];
  readonly events: StoredEvent[] = [];
  workforce: Workforce = {};
  private readonly vacant: readonly Role[];
  private readonly under: CaseModel;
  private readonly witness: Witness;
  private readonly benefits: BenefitRules | undefined;

  constructor(
    vacant: readonly Role[] = [],
    under: CaseModel = model,
    witness: Witness = claimWitness,
    benefits?: BenefitRules,
  ) {
    this.vacant = vacant;
    this.under = under;
    this.witness = witness;
    this.benefits = benefits;
  }

  /** @param attempt number of the attempt that reports it; without one, people or a callback do */
  do(name: string, by: Actor, input: JsonObject = {}, attempt?: number): this {
    const decide = (command: Command) =>
      decideAt(this.state, command, this.now, this.vacant, this.under, this.benefits, this.workforce);
    const command = { name, actor: by, input, ...(attempt === undefined ? {} : { attempt }) };
    const decision = decide(command);
    if (!decision.ok) throw new Error(`${name}: ${decision.refusal.code} ${decision.refusal.message.en}`);
    witnessReasons(this.witness, this.under.definition, command, (other) => decide(other).ok);
    const before = this.state?.revision ?? 0;
    const stored = decision.events.map((event, index) => ({
      caseId: CASE,
      revision: before + index + 1,
      at: this.now,
      event,
    }));
    this.state = evolveAll(this.state, stored);
    this.events.push(...stored);
    this.kinds.push(...decision.events.map((event) => (event.kind === 'acted' ? event.name : event.kind)));
    return this;
  }

  staffed(workforce: Workforce): this {
    this.workforce = workforce;
    return this;
  }

  at(now: string): this {
    this.now = now;
    return this;
  }

  /** Why a command would be refused; null if it would be done. */
  refused(name: string, by: Actor, input: JsonObject = {}, expectedRevision?: number): Refusal | null {
    const command = { name, actor: by, input, ...(expectedRevision === undefined ? {} : { expectedRevision }) };
    const { now, vacant, under, benefits, workforce } = this;
    const decision = decideAt(this.state, command, now, vacant, under, benefits, workforce);
    return decision.ok ? null : decision.refusal;
  }

  refusal(name: string, by: Actor, input: JsonObject = {}, expectedRevision?: number): string {
    return this.refused(name, by, input, expectedRevision)?.code ?? 'done';
  }

  get open(): CaseState {
    if (this.state === null) throw new Error('no case yet');
    return this.state;
  }
}

/** The worker has said yes. */
export const CONSENT: JsonObject = { by: 'SUBJECT', how: 'SPOKEN', day: '2026-01-05' };
export const STATEMENT = { statementId: '0a6f9a3e-0000-4000-8000-000000000002', digest: 'a'.repeat(64) };
export const OPENING: JsonObject = {
  claimType: 'JKK_RAWAT_LN',
  areaCode: '35.05.08.2003',
  riskDay: '2025-12-20',
  riskCountry: 'TW',
  reporter: { relation: 'FAMILY' },
  subject: STATEMENT,
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '42500000' }],
};

export const paper = (requirement: string, document: string): JsonObject => ({
  requirement,
  document,
  documentId: '0a6f9a3e-0000-4000-8000-000000000003',
  sha256: 'b'.repeat(64),
});

/** Papers of the main story, besides the letter on the accident. */
export const PAPERS: readonly (readonly [string, string])[] = [
  ['form', 'FORMULIR_KLAIM'],
  ['memberCard', 'KPJ'],
  ['passport', 'PASPOR'],
  ['medicalResume', 'RESUME_MEDIS'],
  ['paymentProof', 'BUKTI_BAYAR'],
  ['account', 'REKENING_PESERTA'],
];
const LINES = [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }];

/** Steps of the main story, each from the state before it. */
export const steps = {
  reported: (): TestCase => new TestCase().do('reportAccident', VILLAGE, OPENING),
  evidence: (): TestCase =>
    steps.reported().do('recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: '2026-01-02' }),
  complete: (): TestCase => {
    const claim = steps.evidence();
    for (const [requirement, document] of PAPERS) claim.do('attach', VILLAGE, paper(requirement, document));
    return claim
      .do('useSubstitute', VILLAGE, { ...paper('accidentLetter', 'SK_KDEI'), reasonCode: 'ISSUER_REFUSED' })
      .do('recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: STATEMENT });
  },
  verification: (): TestCase => steps.complete().do('markComplete', VILLAGE),
  verified: (): TestCase => {
    const claim = steps.verification();
    for (const requirement of Object.keys(claim.open.evidence))
      claim.do('verifyItem', MAKER, { requirement, against: 'ORIGINAL' });
    return claim.do('recordMembership', MAKER, {
      from: '2025-01-01',
      until: '2027-01-01',
      active: true,
      source: 'SISKOP2MI',
    });
  },
  ready: (): TestCase => steps.verified().do('approveFile', MAKER, { lines: LINES }).do('checkFile', CHECKER),
  review: (): TestCase =>
    steps
      .ready()
      .do('submit', MAKER)
      .do('insurerReceived', INSURER, { reference: 'BPJS-1', receivedAt: '2026-01-05T03:00:00.000Z' }),
  decided: (): TestCase => steps.review().do('approve', INSURER, approval('42500000')),
  payment: (): TestCase => steps.decided().do('acceptDecision', VILLAGE),
  confirm: (): TestCase => steps.payment().do('paid', INSURER, payment('42500000')),
  schooling: (): TestCase =>
    schoolYear(new TestCase().do('openClaim', VILLAGE, SCHOLARSHIP), 'BEASISWA_SMA', '3000000').do(
      'confirmSchoolYear',
      VILLAGE,
      { channel: 'VISIT' },
    ),
  closed: (): TestCase => steps.confirm().do('confirmReceipt', VILLAGE, { channel: 'VISIT' }),
};

export const approval = (approvedIdr: string): JsonObject => ({
  reference: 'BPJS-1',
  lines: [{ code: 'JKK_RAWAT_LN', decision: 'approved', approvedIdr }],
});
export const rejection = (
  reason: JsonObject = { reasonCode: 'OUTSIDE_COVERAGE', article: 'Pasal 34' },
): JsonObject => ({
  reference: 'BPJS-1',
  lines: [{ code: 'JKK_RAWAT_LN', decision: 'rejected', approvedIdr: '0', ...reason }],
});
export const ORDER = 'JKK_RAWAT_LN.main.1';
export const payment = (amountIdr: string, order = ORDER): JsonObject => ({
  order,
  paymentReference: 'PAY-1',
  paidDay: '2026-01-06',
  amountIdr,
});
export const failure = (reasonCode = 'ACCOUNT_CLOSED', order = ORDER): JsonObject => ({
  order,
  paymentReference: 'PAY-1',
  reasonCode,
});

/** The scholarship of a child at senior high school. */
export const SCHOLARSHIP: JsonObject = {
  ...OPENING,
  claimType: 'BEASISWA',
  lines: [{ code: 'BEASISWA_SMA', askedIdr: '3000000' }],
};

/** A year of a scholarship from the letter of the school to the money; each year is a claim of its own at the insurer. */
export function schoolYear(claim: TestCase, code: string, idr: string): TestCase {
  const reference = `BPJS-${Object.keys(claim.open.lines).length}`;
  claim.do('attach', VILLAGE, paper('schoolLetter', 'SK_SEKOLAH'));
  if (claim.open.evidence['form'] === undefined) {
    claim.do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM'));
    claim.do('attach', VILLAGE, paper('heirAccount', 'REKENING_AHLI_WARIS'));
  }
  claim.do('recordPayee', VILLAGE, { kind: 'HEIR', account: STATEMENT }).do('markComplete', VILLAGE);
  for (const { requirement, status } of Object.values(claim.open.evidence))
    if (status === 'attached') claim.do('verifyItem', MAKER, { requirement, against: 'ORIGINAL' });
  claim.do('recordMembership', MAKER, { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' });
  return claim
    .do('approveFile', MAKER, { lines: [{ code, verifiedIdr: idr }] })
    .do('checkFile', CHECKER)
    .do('submit', MAKER)
    .do('insurerReceived', INSURER, { reference, receivedAt: '2026-01-05T03:00:00.000Z' })
    .do('approve', INSURER, { reference, lines: [{ code, decision: 'approved', approvedIdr: idr }] })
    .do('acceptDecision', VILLAGE)
    .do('paid', INSURER, payment(idr, `${code}.main.1`));
}
