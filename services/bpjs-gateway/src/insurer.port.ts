import type { Delivered, OrderResult, Reported, SubmissionResult, WithdrawalResult } from '@titian/workflow-contracts';

export interface InsurerLine {
  readonly code: string;
  readonly amountIdr: string;
}

export interface InsurerDocument {
  readonly code: string;
  readonly documentId: string;
  readonly sha256: string;
}

/** The claim that a call is about, and the branch that serves it. */
export interface About {
  readonly caseId: string;
  readonly branch: string;
}

/** An accident before anybody knows how it ends: stage I. */
export interface AccidentReport {
  readonly riskDay: string;
  readonly riskCountry: string;
}

/** A claim as the insurer needs it. The account is the insurer's own need and goes nowhere else. */
export interface ClaimFile {
  readonly attempt: number;
  readonly accidentReference?: string;
  readonly claimType: string;
  readonly programme: 'JKK' | 'JKM' | 'JHT';
  readonly riskDay: string;
  readonly riskCountry: string;
  readonly documents: readonly InsurerDocument[];
  readonly lines: readonly InsurerLine[];
  readonly payee: { readonly kind: string; readonly accountToken: string };
}

/** One payee's share of one line. */
export interface PaymentRequest {
  readonly order: string;
  readonly line: InsurerLine;
  readonly accountToken: string;
}

/**
 * What Titian wants of an insurer, whichever way it is reached. Every call carries an idempotency key: repeated, it has
 * one effect. Faults that pass are ordinary errors (`InsurerAway`) and may be tried again. Where the branch works on paper
 * every answer is `manual`: an officer does it and records what the insurer said.
 */
export interface Insurer {
  reportAccident(key: string, about: About, report: AccidentReport): Promise<Reported>;
  submit(key: string, about: About, file: ClaimFile): Promise<SubmissionResult>;
  sendInformation(
    key: string,
    about: About,
    reference: string,
    documents: readonly InsurerDocument[],
  ): Promise<Delivered>;
  fileObjection(key: string, about: About, reference: string, reasonCode: string): Promise<Delivered>;
  requestPayment(
    key: string,
    about: About,
    reference: string,
    payment: PaymentRequest,
  ): Promise<OrderResult | { readonly kind: 'manual' }>;
  withdraw(key: string, about: About, reference: string, reasonCode: string): Promise<WithdrawalResult>;
  isReachable(): Promise<boolean>;
}
