import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './complaint.law.ts';

type Evidence = z.input<typeof CaseDefinitionSchema>['evidence'];
const one = (document: string, issuers: string[]) => ({ document, issuers, substitute: false });

/** Papers of a complaint. Only the power of attorney and the minutes are ever asked for: a family is heard without papers. */
export const COMPLAINT_EVIDENCE: Evidence = {
  identity: {
    label: { id: 'Identitas pelapor atau PMI', en: 'Identity of the reporter or the worker' },
    legalBasis: [LAW.own],
    anyOf: [one('KTP', ['dukcapil']), one('KK', ['dukcapil']), one('PASPOR', ['imigrasi'])],
    claimTypes: [],
  },
  contract: {
    label: { id: 'Perjanjian kerja atau penempatan', en: 'Contract of work or placement' },
    legalBasis: [LAW.own],
    anyOf: [one('PERJANJIAN_KERJA', ['pemberi kerja', 'P3MI']), one('PERJANJIAN_PENEMPATAN', ['P3MI'])],
    claimTypes: [],
  },
  proof: {
    label: { id: 'Bukti pendukung', en: 'Supporting proof' },
    legalBasis: [LAW.own],
    anyOf: [one('BUKTI_PENDUKUNG', ['pelapor']), one('BUKTI_BAYAR', ['P3MI', 'pelapor'])],
    claimTypes: [],
  },
  powerOfAttorney: {
    label: { id: 'Surat kuasa', en: 'Power of attorney' },
    legalBasis: [LAW.proxy],
    anyOf: [one('SURAT_KUASA', ['PMI', 'keluarga'])],
    claimTypes: [],
    when: 'filedByProxy@1',
  },
  mediationMinutes: {
    label: { id: 'Berita acara mediasi', en: 'Minutes of the mediation' },
    legalBasis: [LAW.mediation],
    anyOf: [one('BERITA_ACARA_MEDIASI', ['mediator']), one('PERJANJIAN_BERSAMA', ['mediator'])],
    claimTypes: [],
    when: 'mediated@1',
  },
};
