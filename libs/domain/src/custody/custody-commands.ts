import type { z } from 'zod';
import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { Role } from '../kernel/vocabulary.ts';
import { OWN_RULE, type LegalBasis } from '../shared/legal-basis.ts';

type Parts = z.input<typeof CaseDefinitionSchema>;
type CustodyCommand =
  | 'refer'
  | 'acceptReferral'
  | 'declineReferral'
  | 'returnReferral'
  | 'transfer'
  | 'acceptTransfer'
  | 'declineTransfer'
  | 'recallTransfer';
/** The commands by name, so that a case type can add to one of them. */
export type CustodyCommands = Readonly<Record<CustodyCommand, Parts['commands'][string]>>;

/** Sharing a case with another office needs a ground; for a child a parent agrees. Reported of the law, its text not read. */
const CONSENT: LegalBasis = { instrument: 'UU 27/2022', article: 'Pasal 20 dan 25', verified: false, source: 'S91' };

export interface CustodyWish {
  /** The duty of the offices to work together. */
  readonly coordination: LegalBasis;
  readonly officers: readonly Role[];
  /** Stages in which help or the case may be offered. */
  readonly offering: readonly string[];
  /** Stages in which help may still be going on. */
  readonly open: readonly string[];
  readonly transferGuards: readonly string[];
}

/**
 * Referral and transfer between offices, one rule for every case type: an offer carries the worker's consent, is answered in
 * time or goes back with a rung climbed, and custody moves when a transfer is accepted, never before.
 */
export function custodyCommands({
  coordination,
  officers,
  offering,
  open,
  transferGuards,
}: CustodyWish): CustodyCommands {
  const roles = [...officers];
  const shared = { legalBasis: [coordination], roles };
  return {
    refer: {
      ...shared,
      label: { id: 'Rujuk', en: 'Ask another body for help' },
      legalBasis: [coordination, CONSENT],
      event: 'referred',
      from: [...offering],
      input: 'referral@1',
      guards: ['holdsCase@1', 'noReferralOpen@1', 'anotherBody@1', 'consentRecorded@1'],
      offers: 'referral',
      start: ['referralAnswer'],
      reasons: ['NEEDS_HELP'],
    },
    acceptReferral: {
      ...shared,
      label: { id: 'Terima rujukan', en: 'Accept the referral' },
      event: 'referral-accepted',
      from: [...open],
      input: 'accepted@1',
      guards: ['referralOffered@1', 'answersReferral@1'],
      acceptsOffer: 'referral',
      start: ['referralWork'],
      stop: ['referralAnswer'],
      whileSuspended: true,
    },
    declineReferral: {
      ...shared,
      label: { id: 'Tolak rujukan', en: 'Decline the referral' },
      event: 'referral-declined',
      from: [...open],
      input: 'offerAnswer@1',
      guards: ['referralOffered@1', 'answersReferral@1'],
      endsOffer: { offer: 'referral', as: 'declined' },
      stop: ['referralAnswer'],
      whileSuspended: true,
      escalates: true,
      reasons: ['NOT_OURS', 'CANNOT_HELP'],
    },
    returnReferral: {
      ...shared,
      label: { id: 'Kembalikan rujukan', en: 'Return the referral' },
      event: 'referral-returned',
      from: [...open],
      input: 'offerAnswer@1',
      guards: ['referralAccepted@1', 'answersReferral@1'],
      endsOffer: { offer: 'referral', as: 'returned' },
      stop: ['referralWork'],
      whileSuspended: true,
      reasons: ['HELP_GIVEN', 'CANNOT_HELP', 'NOT_OURS'],
    },
    transfer: {
      ...shared,
      label: { id: 'Limpahkan', en: 'Transfer to another body' },
      legalBasis: [coordination, CONSENT],
      event: 'transfer-offered',
      from: [...offering],
      input: 'transfer@1',
      guards: ['holdsCase@1', 'noTransferOpen@1', 'anotherBody@1', ...transferGuards, 'consentRecorded@1'],
      offers: 'transfer',
      start: ['transferAnswer'],
      reasons: ['OTHER_AREA', 'OTHER_LEVEL', 'OTHER_SUBJECT'],
    },
    acceptTransfer: {
      ...shared,
      label: { id: 'Terima pelimpahan', en: 'Accept the transfer' },
      event: 'transfer-accepted',
      from: [...offering],
      input: 'accepted@1',
      guards: ['transferOpen@1', 'transferToMe@1'],
      acceptsOffer: 'transfer',
      stop: ['transferAnswer'],
    },
    declineTransfer: {
      ...shared,
      label: { id: 'Tolak pelimpahan', en: 'Decline the transfer' },
      event: 'transfer-declined',
      from: [...offering],
      input: 'offerAnswer@1',
      guards: ['transferOpen@1', 'answersTransfer@1'],
      endsOffer: { offer: 'transfer', as: 'declined' },
      stop: ['transferAnswer'],
      whileSuspended: true,
      escalates: true,
      reasons: ['NOT_OURS', 'CANNOT_HELP'],
    },
    recallTransfer: {
      ...shared,
      label: { id: 'Tarik pelimpahan', en: 'Take the transfer back' },
      legalBasis: [OWN_RULE],
      event: 'transfer-recalled',
      from: [...offering],
      input: 'offerAnswer@1',
      guards: ['transferOpen@1', 'holdsCase@1'],
      endsOffer: { offer: 'transfer', as: 'recalled' },
      stop: ['transferAnswer'],
      whileSuspended: true,
      reasons: ['NO_ANSWER', 'OTHER_LEVEL'],
    },
  };
}

const answer = (id: string, en: string, returnsOffer: 'referral' | 'transfer'): Parts['clocks'][string] => ({
  label: { id, en },
  legalBasis: [OWN_RULE],
  unit: 'working_days',
  target: 2,
  warnAtShare: [0.5],
  pausedBy: [],
  onBreach: 'escalate',
  urgentHours: 12,
  returnsOffer,
});

/** How long an office may take to answer, and to help. Proposals of this system: no text that sets them was seen. */
export const CUSTODY_CLOCKS: Parts['clocks'] = {
  transferAnswer: answer('Jawaban atas pelimpahan', 'Answer to the transfer', 'transfer'),
  referralAnswer: answer('Jawaban atas rujukan', 'Answer to the referral', 'referral'),
  referralWork: {
    label: { id: 'Bantuan instansi rujukan', en: 'Help of the other body' },
    legalBasis: [OWN_RULE],
    unit: 'working_days',
    target: 14,
    warnAtShare: [0.5, 0.8, 0.95],
    pausedBy: [],
    onBreach: 'escalate',
  },
};

const because = (id: string, en: string): Parts['reasons'][string] => ({ label: { id, en }, legalBasis: [OWN_RULE] });

/** Reasons of referral and transfer; a case type may cite more law for its own. */
export const CUSTODY_REASONS: Parts['reasons'] = {
  OTHER_AREA: because('Wilayah lain', 'Another area is competent'),
  OTHER_LEVEL: because('Tingkat lain yang berwenang', 'Another level is competent'),
  OTHER_SUBJECT: because('Bidang instansi lain', 'A matter of another agency'),
  NEEDS_HELP: because('Perlu bantuan instansi lain', 'Another body has to help'),
  HELP_GIVEN: because('Bantuan sudah diberikan', 'The help was given'),
  CANNOT_HELP: because('Tidak dapat membantu', 'Cannot help'),
  NOT_OURS: because('Bukan kewenangan kami', 'Not our matter'),
  NO_ANSWER: because('Tidak ada jawaban', 'There was no answer'),
};

/** Flags that the kernel raises and clears with an offer. */
export const CUSTODY_FLAGS: Parts['flags'] = {
  referred: { label: { id: 'Dirujuk', en: 'Referred' } },
  transfer_offered: { label: { id: 'Pelimpahan menunggu jawaban', en: 'Transfer awaits an answer' } },
};
