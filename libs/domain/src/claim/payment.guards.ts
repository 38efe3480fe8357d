import type { Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState, Payment } from '../kernel/state.ts';
import { onInput, onState, unmet } from './guard.ts';
import {
  amountFindings,
  duesOf,
  isOnItsWay,
  isStanding,
  linesInPlay,
  linesWithOpenShares,
  MAIN_PAYEE,
  PAYABLE,
  payeesOf,
} from './payments.ts';

const paymentIn = ({ state, input }: Situation): Payment | undefined => state?.payments[String(input['order'])];
const inPlay = (state: CaseState): readonly Payment[] => {
  const codes = new Set(linesInPlay(state).map(({ code }) => code));
  return Object.values(state.payments).filter(({ line }) => codes.has(line));
};
/** Orders of which nobody knows yet, or disputes, that the money is there. */
const isOpen = (payment: Payment): boolean => isOnItsWay(payment) || payment.status === 'disputed';

/** After this order is paid, is everything that was decided with the family? */
function isLast({ state, input }: Situation): boolean {
  if (state === null) return false;
  const others = inPlay(state).filter(({ id }) => id !== input['order']);
  if (others.some(isOpen)) return false;
  const order = state.payments[String(input['order'])];
  // A cancelled order that was paid after all stands again, and may itself be what is still due.
  const after = order === undefined ? state : { ...state, payments: { ...state.payments, [order.id]: asPaid(order) } };
  return duesOf(after).length === 0;
}
const asPaid = (payment: Payment): Payment => ({ ...payment, status: 'paid', paidIdr: payment.amountIdr });

const notKnown = (): GuardRefusal =>
  unmet(
    'Perintah bayar ini tidak dikenal pada klaim ini.',
    'This claim has no such payment order.',
    'Periksa nomor perintah bayar pada bagian pembayaran.',
    'Look up the order among the payments of the claim.',
    '/order',
  );

const unexplained = (state: CaseState): readonly string[] =>
  amountFindings(state)
    .filter(({ between, explainedBy }) => between === 'decided-paid' && explainedBy === null)
    .map(({ line }) => line);

const unconfirmedPayees = (state: CaseState): ReadonlySet<string> =>
  new Set(
    inPlay(state)
      .filter(({ status }) => status === 'paid')
      .map(({ payee }) => payee),
  );

/** Guards of payment commands, by versioned name. */
export const paymentGuards = {
  'orderKnown@1': onInput((situation) => (paymentIn(situation) === undefined ? notKnown() : null)),
  'orderPayable@1': onInput((situation) => {
    const payment = paymentIn(situation);
    if (payment === undefined) return notKnown();
    return PAYABLE.has(payment.status)
      ? null
      : unmet(
          `Perintah bayar ini sudah ${payment.status}.`,
          `This order is ${payment.status} already.`,
          'Satu perintah dibayar satu kali; pembayaran lain memerlukan perintah baru.',
          'An order is paid once; another payment needs another order.',
          '/order',
        );
  }),
  'orderReturnable@1': onInput((situation) => {
    const payment = paymentIn(situation);
    if (payment === undefined) return notKnown();
    return isStanding(payment)
      ? null
      : unmet(
          `Perintah bayar ini sudah ${payment.status}.`,
          `This order is ${payment.status} already.`,
          'Tidak ada uang yang dapat kembali.',
          'There is no money that could come back.',
          '/order',
        );
  }),
  'paysWhatWasOrdered@1': onInput((situation) => {
    const payment = paymentIn(situation);
    return payment === undefined || payment.amountIdr === situation.input['amountIdr']
      ? null
      : unmet(
          `Yang diperintahkan ${payment.amountIdr}.`,
          `The order is for ${payment.amountIdr}.`,
          'Selisih diselesaikan BPJS, atau dijelaskan petugas dengan explainDifference.',
          'The insurer has to settle a difference, or an officer explains it with explainDifference.',
          '/amountIdr',
        );
  }),
  'paysOtherThanOrdered@1': onInput((situation) =>
    paymentIn(situation)?.amountIdr === situation.input['amountIdr']
      ? unmet('Jumlahnya sama.', 'The amounts are the same.', 'Gunakan paid.', 'Use paid.', '/amountIdr')
      : null,
  ),
  'lastPayment@1': onInput((situation) =>
    isLast(situation)
      ? null
      : unmet(
          'Masih ada pembayaran lain yang belum selesai.',
          'Other payments of the claim are still open.',
          'Gunakan paidPart.',
          'Use paidPart.',
        ),
  ),
  'morePayments@1': onInput((situation) =>
    situation.state?.stage === 'payment' && isLast(situation)
      ? unmet(
          'Ini pembayaran terakhir klaim ini.',
          'This is the last payment of the claim.',
          'Gunakan paid.',
          'Use paid.',
        )
      : null,
  ),
  'somethingDue@1': onState((state) =>
    duesOf(state).length > 0
      ? null
      : unmet(
          'Tidak ada lagi yang harus dibayar.',
          'Nothing is left to pay.',
          'Gunakan acceptSettled.',
          'Use acceptSettled.',
        ),
  ),
  'nothingOpen@1': onState((state) =>
    duesOf(state).length === 0 && !inPlay(state).some(isOpen)
      ? null
      : unmet(
          'Masih ada pembayaran yang belum selesai.',
          'Some payments are not settled yet.',
          'Tunggu hasilnya, atau perintahkan lagi yang gagal.',
          'Wait for their result, or order again what failed.',
        ),
  ),
  'somethingArrived@1': onState((state) =>
    inPlay(state).some(({ status }) => status === 'paid' || status === 'confirmed')
      ? null
      : unmet('Belum ada yang dibayar.', 'Nothing is paid yet.', 'Tunggu pembayaran.', 'Wait for the payment.'),
  ),
  'paymentHasFailed@1': onState(({ flags }) =>
    flags.includes('payment_failed') || flags.includes('payee_disputed')
      ? null
      : unmet(
          'Tidak ada pembayaran yang gagal.',
          'No payment has failed.',
          'Tunggu hasil pembayaran.',
          'Wait for the result of the payment.',
        ),
  ),
  'accountsVerified@1': onState((state) => {
    const payees = payeesOf(state);
    const open = [...new Set(duesOf(state).map(({ payee }) => payee))].filter((key) => payees.get(key)?.mustVerify);
    return open.length === 0
      ? null
      : unmet(
          `Rekening belum diperiksa ulang: ${open.join(', ')}.`,
          `Accounts have not been verified again: ${open.join(', ')}.`,
          'Petugas lain memeriksanya dengan verifyAccount.',
          'Another officer verifies them with verifyAccount.',
        );
  }),
  'noPayeeBlocked@1': onState((state) => {
    const blocked = [...payeesOf(state)].filter(([, payee]) => payee.blocked).map(([key]) => key);
    return blocked.length === 0
      ? null
      : unmet(
          `Penerima ditahan: ${blocked.join(', ')}.`,
          `Payees are held back: ${blocked.join(', ')}.`,
          'Catat penerima yang benar dengan recordPayee, lalu verifyAccount.',
          'Record the right payee with recordPayee, then verifyAccount.',
        );
  }),
  'lineDiffers@1': onInput(({ state, input }) => {
    const lines = state === null ? [] : unexplained(state);
    return lines.includes(String(input['line']))
      ? null
      : unmet(
          `Baris yang jumlahnya belum jelas: ${lines.join(', ') || '–'}.`,
          `Lines whose amounts are unexplained: ${lines.join(', ') || '–'}.`,
          'Pilih salah satu.',
          'Choose one of them.',
          '/line',
        );
  }),
  'amountsExplained@1': onState((state) => {
    const lines = unexplained(state);
    return lines.length === 0
      ? null
      : unmet(
          `Yang diputus dan yang dibayar tidak sama untuk: ${lines.join(', ')}.`,
          `What was decided and what was paid differ for: ${lines.join(', ')}.`,
          'Petugas menjelaskannya dengan explainAmounts, atau uangnya kembali ke BPJS.',
          'An officer explains it with explainAmounts, or the money goes back to the insurer.',
        );
  }),
  'payeeNamed@1': onInput(({ state, input }) => {
    const keys = state === null ? [] : [...payeesOf(state).keys()];
    return keys.includes(String(input['payee'] ?? MAIN_PAYEE))
      ? null
      : unmet(
          `Penerima pada klaim ini: ${keys.join(', ') || '–'}.`,
          `Payees of this claim: ${keys.join(', ') || '–'}.`,
          'Sebutkan salah satu.',
          'Name one of them.',
          '/payee',
        );
  }),
  'sharesAddUp@1': onState((state) => {
    const open = payeesOf(state).size === 0 ? [] : linesWithOpenShares(state);
    return open.length === 0
      ? null
      : unmet(
          `Bagian penerima tidak genap satu untuk: ${open.join(', ')}.`,
          `The shares of the payees do not make up the whole of: ${open.join(', ')}.`,
          'Perbaiki share dengan recordPayee; jumlahnya harus tepat satu.',
          'Correct the shares with recordPayee; they add up to one.',
        );
  }),
  'lastConfirmation@1': onInput(({ state, input }) => {
    const open = state === null ? new Set<string>() : unconfirmedPayees(state);
    const others = [...open].filter((key) => input['payee'] !== undefined && key !== input['payee']);
    return others.length === 0
      ? null
      : unmet(
          `Belum dikonfirmasi: ${others.join(', ')}.`,
          `Not confirmed yet: ${others.join(', ')}.`,
          'Gunakan confirmPart untuk satu penerima.',
          'Use confirmPart for one payee.',
          '/payee',
        );
  }),
  'othersUnconfirmed@1': onInput(({ state, input }) => {
    const open = state === null ? new Set<string>() : unconfirmedPayees(state);
    return open.size > 1 && open.has(String(input['payee']))
      ? null
      : unmet(
          'Tidak ada penerima lain yang belum dikonfirmasi.',
          'No other payee is unconfirmed.',
          'Gunakan confirmReceipt.',
          'Use confirmReceipt.',
          '/payee',
        );
  }),
} as const satisfies Record<string, Guard>;
