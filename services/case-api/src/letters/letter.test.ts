import { describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { letterOf, type LetterFacts } from './letter.ts';
import { letterPdf } from './letter-pdf.ts';

const FACTS: LetterFacts = {
  caseNumber: 'KLM-2026-000123',
  subject: { name: 'Siti Contoh Rahayu', passport: 'C1234567' },
  requirement: 'accidentLetter',
  paper: { id: 'Surat keterangan kecelakaan', en: 'Letter on the accident' },
  addressee: 'PEMBERI_KERJA',
  addresseeName: { id: 'pemberi kerja', en: 'the employer' },
  country: 'TW',
  riskDay: '2025-12-20',
  isDeath: false,
  legalBasis: [{ instrument: 'Permenaker 4/2023', article: 'Pasal 50 ayat (1)', verified: true }],
  letterhead: ['Pemerintah Kabupaten Blitar', 'Kecamatan Wonotirto', 'Pemerintah Desa Tambakrejo'],
  place: 'Tambakrejo',
  today: '2026-01-05',
  answerBy: '2026-01-20',
};

/** What a reader, or a program for the blind, finds on the page. */
async function read(facts: LetterFacts) {
  const data = new Uint8Array(await letterPdf(letterOf(facts), facts.caseNumber));
  const pdf = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Author?: string } };
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  return { pages: pdf.numPages, text: text.replace(/\s+/g, ' '), size: page.view.slice(2), info };
}

describe('a letter to an employer', () => {
  test('says who writes, to whom, about whom, which paper, by which article and by when', async () => {
    const { text } = await read(FACTS);
    for (const words of [
      'PEMERINTAH DESA TAMBAKREJO',
      'Tambakrejo, 5 Januari 2026',
      'KLM-2026-000123',
      'Permintaan surat keterangan kecelakaan',
      'Pemberi kerja',
      'Taiwan',
      'Siti Contoh Rahayu',
      'C1234567',
      'Permenaker 4/2023 Pasal 50 ayat (1)',
      'paling lambat 20 Januari 2026',
      'penolakan itu menjadi bukti',
      'Nama, jabatan, tanda tangan, cap',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('says the same in English', async () => {
    const { text } = await read(FACTS);
    expect(text).toContain('reaches us by 20 January 2026');
    expect(text).toContain('letter on the accident');
  });

  test('is one page A4 whose title and author name nobody', async () => {
    const { pages, size, info } = await read(FACTS);
    expect(pages).toBe(1);
    expect(size.map(Math.round)).toEqual([595, 842]);
    expect(JSON.stringify(info)).not.toMatch(/Siti|C1234567/);
  });
});

test('stays one page with the longest names, papers and citations', async () => {
  const { pages, text } = await read({
    ...FACTS,
    subject: { name: 'Raden Ajeng Sri Wahyuningsih Kusumaningrum Prawirodiningrat-Łukasiewicz', passport: 'C1234567' },
    requirement: 'medicalResume',
    paper: { id: 'Resume medis rumah sakit di luar negeri', en: 'Medical résumé of the hospital abroad' },
    addressee: 'RUMAH_SAKIT',
    addresseeName: { id: 'rumah sakit di negara penempatan', en: 'the hospital abroad' },
    country: 'VC',
    isDeath: true,
    legalBasis: [
      { instrument: 'Permenaker 4/2023', article: 'Bab VII, pasal belum ditemukan', verified: false },
      { instrument: 'Permenaker 4/2023', article: 'Pasal 57 ayat (1)', verified: true },
    ],
  });
  expect(pages).toBe(1);
  expect(text).toContain('Łukasiewicz');
});

describe('what a letter says and does not say', () => {
  const letter = (change: Partial<LetterFacts>) => JSON.stringify(letterOf({ ...FACTS, ...change }));

  test('a mission is addressed by name, and not in English', () => {
    const { to, english } = letterOf({
      ...FACTS,
      addressee: 'KDEI',
      addresseeName: { id: 'KDEI Taipei', en: 'KDEI in Taipei' },
    });
    expect(to).toEqual(['Kepada Yth.', 'Kepala KDEI Taipei', 'Taiwan']);
    expect(english).toEqual([]);
  });

  test('papers about a body come sealed to the district, not to the village', () => {
    expect(letter({ requirement: 'medicalResume' })).toContain('sampul tertutup kepada Dinas Ketenagakerjaan');
    expect(letter({})).not.toContain('sampul tertutup');
  });

  test('an article that nobody has read is marked', () => {
    const [basis] = FACTS.legalBasis;
    const unread = basis === undefined ? [] : [{ ...basis, verified: false }];
    expect(letter({ legalBasis: unread })).toContain('(belum diverifikasi)');
    expect(letter({})).not.toContain('belum diverifikasi');
  });

  test('a family writes without letterhead, and signs as the family', () => {
    const { letterhead, signature } = letterOf({ ...FACTS, letterhead: [] });
    expect(letterhead).toEqual([]);
    expect(signature[0]).toBe('Keluarga peserta');
  });
});
