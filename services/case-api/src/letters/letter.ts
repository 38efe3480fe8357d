import { SENSITIVE_PAPERS, type IssuerCode, type LegalBasis, type PlainDay, type Text } from '@titian/domain';
import { countryName } from '@titian/rulebook';

/** The worker, as far as a letter has to name them so that they are found. */
export interface LetterSubject {
  readonly name: string;
  readonly passport: string | null;
}

/** What a letter is written from. */
export interface LetterFacts {
  readonly caseNumber: string;
  readonly subject: LetterSubject;
  readonly requirement: string;
  readonly paper: Text;
  readonly addressee: IssuerCode;
  readonly addresseeName: Text;
  readonly country: string | null;
  readonly riskDay: PlainDay;
  readonly isDeath: boolean;
  readonly legalBasis: readonly LegalBasis[];
  /** Lines of the letterhead, the most general first; none for a family. */
  readonly letterhead: readonly string[];
  readonly place: string;
  readonly today: PlainDay;
  readonly answerBy: PlainDay;
}

/** A letter in the parts that a page shows, from top to bottom. */
export interface Letter {
  readonly letterhead: readonly string[];
  readonly dateline: string;
  readonly references: readonly (readonly [name: string, value: string])[];
  readonly to: readonly string[];
  readonly paragraphs: readonly string[];
  readonly particulars: readonly (readonly [name: string, value: string])[];
  readonly closing: readonly string[];
  readonly signature: readonly string[];
  /** The same in English, for whoever reads no Indonesian. */
  readonly english: readonly string[];
  readonly foot: string;
}

/** A line to fill in by hand. */
export const BLANK = '.'.repeat(46);

/** Those who are written to in a foreign language, too. */
const FOREIGN: readonly IssuerCode[] = ['PEMBERI_KERJA', 'AGENSI', 'RUMAH_SAKIT', 'ASURANSI'];
const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** `2026-01-05` as a letter writes it: 5 Januari 2026, 5 January 2026. */
export function dayInWords(day: PlainDay, language: keyof typeof MONTHS): string {
  const [year = '', month = '1', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[language][Number(month) - 1] ?? ''} ${year}`;
}

const cited = (legalBasis: readonly LegalBasis[], mark: string): string =>
  legalBasis
    .map(({ instrument, article, verified }) => `${instrument} ${article}${verified ? '' : ` ${mark}`}`)
    .join('; ');

/** The letter that asks a third party for a paper. Pure; it names the worker, so it goes into the page and nowhere else. */
export function letterOf(facts: LetterFacts): Letter {
  const { caseNumber, subject, paper, addressee, addresseeName, country, riskDay, legalBasis, today, answerBy } = facts;
  const where = country === null ? null : countryName(country);
  const sealed = SENSITIVE_PAPERS.includes(facts.requirement);
  const event = facts.isDeath ? 'meninggal dunia' : 'mengalami kejadian';
  return {
    letterhead: facts.letterhead,
    dateline: `${facts.place}, ${dayInWords(today, 'id')}`,
    references: [
      ['Nomor', BLANK],
      ['Nomor kasus', caseNumber],
      ['Perihal', `Permintaan ${lowerFirst(paper.id)}`],
    ],
    to: ['Kepada Yth.', ...headOf(addressee, addresseeName), ...(where === null ? [] : [where.id])],
    paragraphs: [
      'Dengan hormat,',
      `Kami sedang membantu ${facts.isDeath ? 'keluarga pekerja migran Indonesia' : 'pekerja migran Indonesia'} di bawah ini mengajukan klaim jaminan sosial kepada BPJS Ketenagakerjaan.`,
    ],
    particulars: [
      ['Nama PMI', subject.name],
      ...(subject.passport === null ? [] : ([['Nomor paspor', subject.passport]] as const)),
      ['Kejadian', `${event} pada ${dayInWords(riskDay, 'id')}${where === null ? '' : ` di ${where.id}`}`],
      ['Dokumen yang diminta', paper.id],
      ['Dasar hukum', cited(legalBasis, '(belum diverifikasi)')],
    ],
    closing: [
      `Mohon dokumen tersebut diterbitkan dan kami terima paling lambat ${dayInWords(answerBy, 'id')}.` +
        (sealed
          ? ' Karena berisi keterangan kesehatan, mohon dikirim dalam sampul tertutup kepada Dinas Ketenagakerjaan.'
          : ''),
      'Jika dokumen tidak dapat diberikan, mohon penolakan beserta alasannya disampaikan secara tertulis: penolakan itu menjadi bukti dalam klaim ini, dan dokumen dari pihak lain akan kami mintakan sebagai pengganti.',
      'Atas bantuan Saudara kami ucapkan terima kasih.',
    ],
    signature: [
      facts.letterhead.at(-1) ?? 'Keluarga peserta',
      '',
      '',
      '',
      `(${BLANK})`,
      'Nama, jabatan, tanda tangan, cap',
    ],
    english: FOREIGN.includes(addressee) ? inEnglish(facts, sealed) : [],
    foot: `Surat ini dicetak dari kasus ${caseNumber}. Kasus dapat ditanyakan dengan nomor itu; surat ini tidak disimpan.`,
  };
}

function inEnglish(facts: LetterFacts, sealed: boolean): readonly string[] {
  const { caseNumber, subject, paper, addresseeName, country, riskDay, legalBasis, answerBy } = facts;
  const where = country === null ? '' : ` in ${countryName(country).en}`;
  const passport = subject.passport === null ? '' : `, passport ${subject.passport}`;
  const event = facts.isDeath ? 'who died' : 'concerning the event';
  return [
    `To ${addresseeName.en}. Re: request for a document, case ${caseNumber}.`,
    `We are helping to file a claim with the Indonesian social-security agency for ${subject.name}${passport}, ${event} on ${dayInWords(riskDay, 'en')}${where}. ` +
      `Indonesian law (${cited(legalBasis, '(not verified)')}) asks for: ${lowerFirst(paper.en)}. ` +
      `Please issue it so that it reaches us by ${dayInWords(answerBy, 'en')}.${sealed ? ' As it contains medical information, please send it in a sealed cover to the district labour office.' : ''} ` +
      'If it cannot be given, please tell us so in writing with your reason: the refusal itself serves as evidence in the claim.',
  ];
}

/** A mission is known by name; of anybody else the name is filled in by hand, since the case does not hold it. */
const headOf = (addressee: IssuerCode, { id }: Text): readonly string[] =>
  addressee === 'PERWAKILAN_RI' || addressee === 'KDEI' ? [`Kepala ${id}`] : [`Pimpinan ${BLANK}`, upperFirst(id)];
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A name of a paper inside a sentence; an acronym keeps its capitals. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
