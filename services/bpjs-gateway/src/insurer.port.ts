import type { SubmissionResult } from '@titian/workflow-contracts';

export interface InsurerLine {
  readonly code: string;
  readonly amountIdr: string;
}

export interface InsurerDocument {
  readonly code: string;
  readonly documentId: string;
  readonly sha256: string;
}

/** A claim as the insurer needs it. The account is the insurer's own need and goes nowhere else. */
export interface ClaimFile {
  readonly claimRef: string;
  readonly attempt: number;
  readonly claimType: string;
  readonly programme: 'JKK' | 'JKM' | 'JHT';
  readonly riskDay: string;
  readonly riskCountry: string;
  readonly documents: readonly InsurerDocument[];
  readonly lines: readonly InsurerLine[];
  readonly payee: { readonly kind: string; readonly accountToken: string };
}

/**
 * What Titian wants of an insurer, whichever way it is reached. Every call carries an idempotency key: repeated, it has
 * one effect. Transport faults are ordinary errors and may be tried again.
 */
export interface Insurer {
  submit(key: string, file: ClaimFile): Promise<SubmissionResult>;
  sendInformation(key: string, reference: string, documents: readonly InsurerDocument[]): Promise<void>;
  fileObjection(key: string, reference: string, reasonCode: string): Promise<void>;
  requestPayment(
    key: string,
    reference: string,
    payment: { readonly lines: readonly InsurerLine[]; readonly accountToken: string },
  ): Promise<{ readonly paymentReference: string }>;
  isReachable(): Promise<boolean>;
}
