import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import type { IssuerCode } from '../shared/issuers.ts';
import { LAW } from './complaint.law.ts';

type Evidence = z.input<typeof CaseDefinitionSchema>['evidence'];
const one = (document: string, issuers: IssuerCode[]) => ({ document, issuers, substitute: false });

/** Papers of a complaint. Only the power of attorney and the minutes are ever asked for: a family is heard without papers. */
export const COMPLAINT_EVIDENCE: Evidence = {
  identity: {
    label: { id: 'Identitas pelapor atau PMI', en: 'Identity of the reporter or the worker' },
    legalBasis: [LAW.own],
    anyOf: [one('KTP', ['DUKCAPIL']), one('KK', ['DUKCAPIL']), one('PASPOR', ['IMIGRASI'])],
    claimTypes: [],
  },
  contract: {
    label: { id: 'Perjanjian kerja atau penempatan', en: 'Contract of work or placement' },
    legalBasis: [LAW.own],
    anyOf: [one('PERJANJIAN_KERJA', ['PEMBERI_KERJA', 'P3MI']), one('PERJANJIAN_PENEMPATAN', ['P3MI'])],
    claimTypes: [],
  },
  proof: {
    label: { id: 'Bukti pendukung', en: 'Supporting proof' },
    legalBasis: [LAW.own],
    anyOf: [one('BUKTI_PENDUKUNG', ['PELAPOR']), one('BUKTI_BAYAR', ['P3MI', 'PELAPOR'])],
    claimTypes: [],
  },
  powerOfAttorney: {
    label: { id: 'Surat kuasa', en: 'Power of attorney' },
    legalBasis: [LAW.proxy],
    anyOf: [one('SURAT_KUASA', ['PMI', 'KELUARGA'])],
    claimTypes: [],
    when: 'filedByProxy@1',
  },
  mediationMinutes: {
    label: { id: 'Berita acara mediasi', en: 'Minutes of the mediation' },
    legalBasis: [LAW.mediation],
    anyOf: [one('BERITA_ACARA_MEDIASI', ['MEDIATOR']), one('PERJANJIAN_BERSAMA', ['MEDIATOR'])],
    claimTypes: [],
    when: 'mediated@1',
  },
};
