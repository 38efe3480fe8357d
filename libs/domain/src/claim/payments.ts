import type { BenefitLine, CaseState, Payment, PaymentStatus } from '../kernel/state.ts';
import type { Json } from '../shared/text.ts';

/** Who gets money of a claim, with which share of which lines, and whether the account may be paid to now. */
export interface Payee {
  readonly kind: 'PARTICIPANT' | 'HEIR' | 'PAYER';
  readonly account: { readonly statementId: string; readonly digest: string };
  /** Share of each line, e.g. `1/3`. */
  readonly share: string;
  /** Lines that are theirs; null for every line that names nobody. */
  readonly lines: readonly string[] | null;
  /** A payment came back, or the account was changed while money was due: another officer has to verify it. */
  readonly mustVerify: boolean;
  /** Turned out to be the wrong person, or the family disputes it: nothing is ordered for them. */
  readonly blocked: boolean;
}

/** The payee of a claim that pays one person. */
export const MAIN_PAYEE = 'main';

/** Money that is on its way or has arrived: the share is not ordered again while an order stands. */
const STANDING: ReadonlySet<PaymentStatus> = new Set(['requested', 'ordered', 'paid', 'confirmed', 'disputed']);
const ARRIVED: ReadonlySet<PaymentStatus> = new Set(['paid', 'confirmed', 'disputed']);
/** Orders that a report of the insurer may still turn into money; a cancelled one may have been on its way. */
export const PAYABLE: ReadonlySet<PaymentStatus> = new Set(['requested', 'ordered', 'cancelled', 'disputed']);

export const isStanding = ({ status }: Payment): boolean => STANDING.has(status);
/** Ordered, and nobody has said yet what became of it. */
export const isOnItsWay = ({ status }: Payment): boolean => status === 'requested' || status === 'ordered';

/** The payees by key, in the order of their keys. */
export function payeesOf({ facts }: CaseState): ReadonlyMap<string, Payee> {
  const payees = (facts['payees'] ?? []) as unknown as readonly (Payee & { readonly payee: string })[];
  return new Map(payees.map(({ payee, ...rest }) => [payee, rest]));
}

/** The lines of the matter that is being claimed now: of a scholarship the year's, else all. */
export function linesInPlay(state: CaseState): readonly BenefitLine[] {
  const year = (state.facts['schoolYear'] as { line?: string } | undefined)?.line;
  return Object.values(state.lines).filter(({ code }) => year === undefined || code === year);
}

export const paymentsOf = ({ payments }: Pick<CaseState, 'payments'>, line: string): readonly Payment[] =>
  Object.values(payments).filter((payment) => payment.line === line);

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const decided = ({ decidedIdr }: BenefitLine): bigint => BigInt(decidedIdr ?? '0');

/** The payees that a line is paid to. */
function payeesOfLine(state: CaseState, line: string): readonly (readonly [string, Payee])[] {
  const all = [...payeesOf(state)];
  const named = all.filter(([, { lines }]) => lines?.includes(line));
  return named.length > 0 ? named : all.filter(([, { lines }]) => lines === null);
}

const fraction = (share: string): readonly [bigint, bigint] => {
  const [part = '1', whole = '1'] = share.split('/');
  return [BigInt(part), BigInt(whole)];
};

/** The lines whose shares do not add up to the whole, or that nobody is to be paid for. */
export function linesWithOpenShares(state: CaseState): readonly string[] {
  return linesInPlay(state)
    .map(({ code }) => code)
    .filter((line) => {
      const shares = payeesOfLine(state, line).map(([, { share }]) => fraction(share));
      const common = shares.reduce((product, [, whole]) => product * whole, 1n);
      return sumOf(shares.map(([part, whole]) => (part * common) / whole)) !== common;
    });
}

/** Whole rupiah for each payee of a line: shares are rounded down, and what is left over goes to the first. */
export function sharesOf(state: CaseState, line: BenefitLine): ReadonlyMap<string, bigint> {
  const whole = decided(line);
  const shares = payeesOfLine(state, line.code).map(([payee, { share }]) => {
    const [part, of] = fraction(share);
    return [payee, (whole * part) / of] as const;
  });
  const rest = whole - sumOf(shares.map(([, amount]) => amount));
  return new Map(shares.map(([payee, amount], at) => [payee, at === 0 ? amount + rest : amount]));
}

/** What a payee is still to be paid for a line. */
export interface Due {
  readonly line: string;
  readonly payee: string;
  readonly amountIdr: bigint;
}

/**
 * What was decided and no order stands for. After an objection that was won it is the difference only, and never more for a
 * line than was decided, whatever happened to the shares meanwhile.
 */
export function duesOf(state: CaseState): readonly Due[] {
  return linesInPlay(state).flatMap((line) => {
    const standing = paymentsOf(state, line.code).filter(isStanding);
    let left = decided(line) - sumOf(standing.map(({ amountIdr }) => BigInt(amountIdr)));
    const dues: Due[] = [];
    for (const [payee, share] of sharesOf(state, line)) {
      const had = sumOf(standing.filter((each) => each.payee === payee).map(({ amountIdr }) => BigInt(amountIdr)));
      const wanted = share - had;
      const amountIdr = wanted < left ? wanted : left;
      if (amountIdr <= 0n) continue;
      left -= amountIdr;
      dues.push({ line: line.code, payee, amountIdr });
    }
    return dues;
  });
}

/** Orders for everything that is due, with the ids that follow from what was ordered before. */
export function newOrders(state: CaseState): readonly Payment[] {
  return duesOf(state).map(({ line, payee, amountIdr }) => {
    const before = paymentsOf(state, line).filter((each) => each.payee === payee).length;
    return {
      id: `${line}.${payee}.${before + 1}`,
      line,
      payee,
      amountIdr: amountIdr.toString(),
      paidIdr: null,
      status: 'requested',
      reference: null,
      paidDay: null,
      reasonCode: null,
    };
  });
}

/** What arrived for a line, null before anything did and after all of it came back. */
export function paidIdrOf(payments: readonly Payment[]): string | null {
  const arrived = payments.filter(({ status }) => ARRIVED.has(status));
  if (arrived.length === 0) return null;
  return sumOf(arrived.map(({ paidIdr }) => BigInt(paidIdr ?? '0'))).toString();
}

/** One line where the amounts of the stages do not add up, and whether somebody has said why. */
export interface AmountFinding {
  readonly line: string;
  readonly between: 'asked-decided' | 'decided-paid';
  readonly differenceIdr: string;
  /** Reason code of the decision or of the payment; null = nobody has explained it. */
  readonly explainedBy: string | null;
}

const explanationOf = ({ facts }: CaseState, line: string): string | undefined =>
  ((facts['amountsExplained'] ?? []) as unknown as readonly { line: string; reasonCode: string }[]).findLast(
    (each) => each.line === line,
  )?.reasonCode;

/**
 * Compares what was asked, decided and paid, line by line. Paid less while money is on its way or due is no finding;
 * paid more than decided is one until the insurer has it back.
 */
export function amountFindings(state: CaseState): readonly AmountFinding[] {
  return Object.values(state.lines).flatMap((line): AmountFinding[] => {
    if (line.decidedIdr === null) return [];
    const payments = paymentsOf(state, line.code);
    const found: AmountFinding[] = [];
    const refused = BigInt(line.askedIdr ?? '0') - decided(line);
    if (refused > 0n) {
      const difference = refused.toString();
      found.push({
        line: line.code,
        between: 'asked-decided',
        differenceIdr: difference,
        explainedBy: line.reasonCode,
      });
    }
    const paid = BigInt(paidIdrOf(payments) ?? '0');
    const unsettled = payments.some(isOnItsWay) || duesOf(state).some((due) => due.line === line.code);
    if (paid === decided(line) || (paid < decided(line) && unsettled)) return found;
    const reason =
      explanationOf(state, line.code) ??
      payments.find(({ status, reasonCode }) => ARRIVED.has(status) && reasonCode !== null)?.reasonCode;
    const differenceIdr = (decided(line) - paid).toString();
    found.push({ line: line.code, between: 'decided-paid', differenceIdr, explainedBy: reason ?? null });
    return found;
  });
}

/** The payees with a change to one of them, as facts are recorded: in the order of their keys. */
export function withPayee(payees: ReadonlyMap<string, Payee>, key: string, change: Payee): Json {
  const all = [...new Map(payees).set(key, change)].sort(([one], [other]) => (one < other ? -1 : 1));
  return all.map(([payee, rest]) => ({ payee, ...rest }));
}
