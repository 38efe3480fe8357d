import { randomUUID } from 'node:crypto';
import {
  amountFindings,
  duesOf,
  payeesOf,
  requirementsOf,
  type Actor,
  type CaseState,
  type JsonObject,
} from '@titian/domain';
import { models } from '@titian/persistence';
import { LINE, type Matter } from './matters.ts';
import type { World } from './world.ts';

const officer = (id: string): Actor => ({ id, role: 'district_officer', area: '35', office: 'district_officer:35.05' });
const MAKER = officer('maker');
const CHECKER = officer('checker');
const VILLAGE: Actor = { id: 'kades', role: 'village_officer', area: '35', office: 'village_officer:35.05' };
const FAMILY: Actor = { id: 'family', role: 'family', area: '35', office: 'family' };
const PAPER = { documentId: '0a6f9a3e-0000-4000-8000-000000000003', sha256: 'b'.repeat(64) };

/** Somebody does something. */
type Act = readonly [name: string, actor: Actor, input?: JsonObject];

/** The people around one claim: they look where it stands and do the next thing, and never more than their part. */
export class People {
  private hasObjected = false;
  private hasDisputed = false;
  private resubmitted = false;

  constructor(
    private readonly world: World,
    private readonly matter: Matter,
  ) {}

  /** Tells the insurer how it will behave, and opens the claim. */
  async begin(): Promise<void> {
    const { caseId, steps, delayMs, area, askedIdr } = this.matter;
    await this.world.admin('PUT', `plans/${caseId}`, { steps, delayMs });
    await this.act([
      'openClaim',
      VILLAGE,
      {
        claimType: LINE,
        areaCode: area,
        riskDay: '2026-01-05',
        riskCountry: 'TW',
        reporter: { relation: 'FAMILY' },
        subject: { ...this.world.account },
        lines: [{ code: LINE, askedIdr }],
      },
    ]);
  }

  /** Does what is theirs to do now. @returns whether anything was done */
  async goOn(state: CaseState): Promise<boolean> {
    if (state.stage === 'evidence' && state.attempts['submission'] !== undefined) await this.mendPlan();
    const acts = this.nextOf(state);
    for (const act of acts) if ((await this.act(act)) === 'refused') break; // it has moved on: look again
    return acts.length > 0;
  }

  private act([name, actor, input = {}]: Act): Promise<'done' | 'refused'> {
    return this.world.send(this.matter.caseId, randomUUID(), { name, actor, input });
  }

  /** The insurer turned the file away; it is handed in again, and is taken. */
  private async mendPlan(): Promise<void> {
    if (this.resubmitted) return;
    const steps = [{ do: 'approve' }, { do: 'pay' }];
    await this.world.admin('PUT', `plans/${this.matter.caseId}`, { steps, delayMs: this.matter.delayMs });
    this.resubmitted = true;
  }

  private nextOf(state: CaseState): readonly Act[] {
    if (state.flags.includes('insurer_differs')) return [['settleFinding', MAKER, { reasonCode: 'RECORDED_BY_HAND' }]];
    switch (state.stage) {
      case 'evidence':
        return this.file(state);
      case 'verification':
        return check(state, this.matter.askedIdr);
      case 'ready':
        return [['submit', MAKER]];
      case 'insurer_review':
        return state.status === 'suspended' ? [['answerInsurer', VILLAGE]] : [];
      case 'decided':
        return this.answer(state);
      case 'payment':
        return this.chase(state);
      case 'confirm':
        return this.confirm(state);
      default:
        return [];
    }
  }

  private file(state: CaseState): readonly Act[] {
    const { definition, code } = models.ofHash(state.definition.hash);
    const missing = requirementsOf(definition, code.conditions, state).filter(({ status }) => status === 'missing');
    const papers = missing.flatMap(({ requirement, rule }): Act[] => {
      const main = rule.anyOf.find(({ substitute }) => !substitute);
      return main === undefined ? [] : [['attach', VILLAGE, { requirement, document: main.document, ...PAPER }]];
    });
    return [...papers, ...this.payees(state), ['markComplete', VILLAGE]];
  }

  private payees(state: CaseState): readonly Act[] {
    if (payeesOf(state).size > 0) return [];
    const account = { ...this.world.account };
    if (this.matter.heirs === 0) return [['recordPayee', VILLAGE, { kind: 'PARTICIPANT', account }]];
    return ['heir-1', 'heir-2'].map((payee): Act => [
      'recordPayee',
      VILLAGE,
      { kind: 'HEIR', account, payee, share: payee === 'heir-1' ? '1/3' : '2/3' },
    ]);
  }

  private answer(state: CaseState): readonly Act[] {
    const { wish } = this.matter;
    const approved = Object.values(state.lines).some(({ decidedIdr }) => BigInt(decidedIdr ?? '0') > 0n);
    const refused = Object.values(state.lines).some(
      ({ decidedIdr, askedIdr }) => BigInt(decidedIdr ?? '0') < BigInt(askedIdr ?? '0'),
    );
    if (wish === 'withdraws' && !state.flags.includes('withdrawal_sent'))
      return [['withdrawSubmitted', FAMILY, { reasonCode: 'OWN_WISH' }]];
    if (wish === 'withdraws') return [];
    if (wish === 'objects' && refused && !this.hasObjected) {
      this.hasObjected = true;
      return [['fileObjection', FAMILY, { reasonCode: 'FACTS_DIFFER' }]];
    }
    if (duesOf(state).length > 0) return [['acceptDecision', VILLAGE]];
    if (approved || Object.values(state.payments).length > 0) return [['acceptSettled', VILLAGE]];
    return [['acceptRejection', VILLAGE]];
  }

  /** A payment failed: the account is looked at by another officer, and the order is made again. */
  private chase(state: CaseState): readonly Act[] {
    if (state.flags.includes('payment_disputed'))
      return [['insurerSettlesDispute', MAKER, { paymentReference: 'PAY-CHECKED' }]];
    if (duesOf(state).length === 0) return onlySettled(state) ? [['acceptSettled', VILLAGE]] : [];
    const waiting = [...payeesOf(state)].filter(([, { mustVerify }]) => mustVerify).map(([payee]) => payee);
    const verified = waiting.map((payee): Act => ['verifyAccount', CHECKER, { payee, against: 'PASSBOOK' }]);
    return [...verified, ['reorderPayment', MAKER]];
  }

  private confirm(state: CaseState): readonly Act[] {
    if (duesOf(state).length > 0) return this.chase(state);
    if (this.matter.comesBack && !Object.values(state.payments).some(({ status }) => status === 'returned')) return [];
    if (this.matter.wish === 'disputes' && !this.hasDisputed) {
      this.hasDisputed = true;
      return [['disputeReceipt', FAMILY]];
    }
    const open = amountFindings(state).filter(
      ({ between, explainedBy }) => between === 'decided-paid' && explainedBy === null,
    );
    const explained = open.map(({ line }): Act => [
      'explainAmounts',
      MAKER,
      { line, reasonCode: 'REVERSED_AFTER_PAYMENT', paper: PAPER },
    ]);
    return [...explained, ['confirmReceipt', FAMILY, { channel: 'PHONE' }]];
  }
}

const onlySettled = ({ payments }: CaseState): boolean =>
  Object.values(payments).every(
    ({ status }) => status !== 'requested' && status !== 'ordered' && status !== 'disputed',
  );

function check(state: CaseState, verifiedIdr: string): readonly Act[] {
  const open = Object.values(state.evidence).filter(({ status }) => status === 'attached');
  const membership = { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' };
  return [
    ...open.map(({ requirement }): Act => ['verifyItem', MAKER, { requirement, against: 'ORIGINAL' }]),
    ['recordMembership', MAKER, membership],
    ['approveFile', MAKER, { lines: [{ code: LINE, verifiedIdr }] }],
    ['checkFile', CHECKER],
  ];
}
