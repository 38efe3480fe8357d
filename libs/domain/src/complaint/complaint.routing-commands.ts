import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './complaint.law.ts';
import { custodyCommands } from '../custody/custody-commands.ts';
import { CHIEFS, OFFICERS, OPEN } from './complaint.people.ts';

type Commands = z.input<typeof CaseDefinitionSchema>['commands'];

const CUSTODY = custodyCommands({
  coordination: LAW.coordination,
  officers: OFFICERS,
  offering: ['disposition', 'handling'],
  open: OPEN.filter((stage) => stage !== 'intake' && stage !== 'verification'),
  transferGuards: ['noVoidProposed@1', 'bodyCompetent@1', 'severityKnown@1'],
});

/** Who has to act: disposition, help of another body, transfer. Custody moves when the receiver accepts, never before. */
export const ROUTING_COMMANDS: Commands = {
  dispose: {
    label: { id: 'Disposisi', en: 'Give it to the competent body' },
    legalBasis: [LAW.coordination, LAW.severity],
    event: 'disposed',
    from: ['disposition'],
    roles: [...CHIEFS],
    input: 'disposition@1',
    guards: ['noVoidProposed@1', 'noTransferOpen@1', 'categoryKnown@1', 'bodyActsHere@1', 'bodyCompetent@1'],
    effect: 'recordDisposition@1',
    to: 'handling',
    start: ['legal'],
    countsFrom: 'file_complete',
    milestone: 'disposed',
  },
  ...CUSTODY,
  /** Whoever takes a complaint over handles it from the start: the body, the severity and the legal time come with it. */
  acceptTransfer: {
    ...CUSTODY.acceptTransfer,
    effect: 'takeOver@1',
    to: 'handling',
    start: ['legal'],
    countsFrom: 'file_complete',
    milestone: 'disposed',
  },
  notCompetent: {
    label: { id: 'Bukan kewenangan', en: 'Not competent' },
    legalBasis: [LAW.handOver],
    event: 'found-not-competent',
    from: ['disposition', 'handling'],
    roles: [...OFFICERS],
    input: 'transfer@1',
    guards: [
      'holdsCase@1',
      'noVoidProposed@1',
      'noTransferOpen@1',
      'anotherBody@1',
      'severityKnown@1',
      'consentRecorded@1',
    ],
    offers: 'transfer',
    start: ['transferAnswer'],
    milestone: 'found_not_competent',
    reasons: ['OTHER_AREA', 'OTHER_LEVEL', 'OTHER_SUBJECT'],
  },
  recordHandover: {
    label: { id: 'Catat penyerahan ke instansi luar', en: 'Record the handover to a body outside' },
    legalBasis: [LAW.handOver, LAW.monitoring],
    event: 'handed-over',
    from: ['disposition', 'handling'],
    roles: [...CHIEFS],
    input: 'handover@1',
    guards: ['transferOpen@1', 'transferOutside@1'],
    effect: 'handOver@1',
    endsOffer: { offer: 'transfer', as: 'handed_over' },
    to: 'closed',
    start: ['monitoring'],
    raises: ['monitored'],
    outcome: 'transferred_out',
  },
  recordOutsideResult: {
    label: { id: 'Catat hasil instansi luar', en: 'Record what the body outside did' },
    legalBasis: [LAW.monitoring],
    event: 'outside-result-recorded',
    from: ['closed'],
    roles: [...CHIEFS],
    input: 'statement@1',
    guards: ['isMonitored@1'],
    stop: ['monitoring'],
    clears: ['monitored'],
  },
};
