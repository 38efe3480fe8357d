import {
  rupiahText,
  type PaperRequirement,
  type PrecheckAmount,
  type PrecheckLine,
  type PrecheckResult,
  type Reporter,
  type RowRef,
} from '@titian/rulebook';

const WIDTH = 100;
const UNREAD = '[belum diverifikasi]';
const VERDICTS: Readonly<Record<PrecheckResult['verdict'], string>> = {
  ELIGIBLE: 'BERHAK',
  NOT_YET: 'BELUM BERHAK',
  NOT_ELIGIBLE: 'TIDAK BERHAK',
  UNDETERMINED: 'BELUM DAPAT DITENTUKAN',
};
const ANSWERS: Readonly<Record<PrecheckLine['answer'], string>> = {
  eligible: 'berhak',
  not_yet: 'belum',
  no: 'tidak',
  undetermined: 'belum dapat ditentukan',
};
const REPORTERS: Readonly<Record<Reporter, string>> = {
  PARTICIPANT: 'PMI sendiri',
  FAMILY: 'keluarga',
  PLACEMENT_AGENCY: 'pelaksana penempatan (P3MI atau BP2MI)',
  HEALTH_FACILITY: 'fasilitas kesehatan yang merawat',
  DIRECTOR_GENERAL: 'Direktur Jenderal',
  BP2MI: 'BP2MI',
  PROVINCE_LABOUR_OFFICE: 'Dinas Ketenagakerjaan provinsi',
  DISTRICT_LABOUR_OFFICE: 'Dinas Ketenagakerjaan kabupaten/kota',
  MISSION: 'Perwakilan RI atau KDEI',
};

/** The answer in Indonesian for a terminal, one string a line. */
export function inWords(result: PrecheckResult): readonly string[] {
  const { verdict, lawDay, rulesVersion, cover, lines, findings, aids } = result;
  return [
    `PRA-CEK KLAIM JAMINAN SOSIAL PMI: ${VERDICTS[verdict]}`,
    `Hukum yang berlaku pada ${dayText(lawDay)} · aturan versi ${rulesVersion}`,
    ...wrapped(`Pelindungan: ${cover.because.id}`, ''),
    ...cover.settledBy.flatMap(({ question }) => wrapped(`? ${question.id}`, '  ')),
    ...findings.flatMap(({ severity, field, message, remedy }) =>
      wrapped(`${severity === 'error' ? 'SALAH' : 'PERIKSA'} ${field}: ${message.id} ${remedy.id}`, '! '),
    ),
    ...lines.flatMap(lineInWords),
    ...(aids.length === 0 ? [] : ['', 'Di luar jaminan sosial, bantuan ini dapat dimintakan:']),
    ...aids.flatMap(({ label, row }) => wrapped(`${label.id} · ${citation(row)}`, '  - ')),
    '',
    ...wrapped(
      `Tanda ${UNREAD}: pasalnya belum dibaca langsung pada naskah resmi. Angka itu bukan janji; mintalah kepastian kepada BPJS Ketenagakerjaan.`,
      '',
    ),
  ];
}

function lineInWords(line: PrecheckLine): readonly string[] {
  const { code, label, answer, because, settledBy, amount, papers, filing, reporters, payment, rows, verified } = line;
  const head = [
    '',
    `── ${label.id} (${code}): ${ANSWERS[answer]}${verified ? '' : ` ${UNREAD}`}`,
    ...wrapped(because.id, '   '),
  ];
  if (answer === 'no') return [...head, ...lawInWords(rows)];
  const last = filing.lastDay === null ? filing.explanation.id : `${dayText(filing.lastDay)}. ${filing.explanation.id}`;
  return [
    ...head,
    ...settledBy.flatMap(({ question }) => wrapped(`? ${question.id}`, '   ')),
    ...(amount === null ? [] : amountInWords(amount)),
    ...(papers.length === 0 ? [] : ['   Dokumen:']),
    ...papers.flatMap(paperInWords),
    ...wrapped(`Yang boleh melapor: ${reporters.map((who) => REPORTERS[who]).join(', ')}.`, '   '),
    ...wrapped(`Hari terakhir melapor: ${last}`, '   '),
    ...wrapped(`Dibayar kepada: ${payment.explanation.id}`, '   '),
    ...lawInWords(rows),
  ];
}

function amountInWords({ kind, idr, formula, parts, reported }: PrecheckAmount): readonly string[] {
  const sum = {
    EXACT: idr === null ? '–' : rupiahText(idr),
    AT_MOST: idr === null ? 'menurut biaya' : `paling banyak ${rupiahText(idr)}`,
    IN_KIND: 'pelayanan, bukan uang',
    BALANCE: 'saldo JHT',
    UNKNOWN: 'jumlah belum ditemukan dalam naskah hukum',
  }[kind];
  return [
    `   Jumlah: ${sum}`,
    ...wrapped(formula.id, '     = '),
    ...(parts.length < 2
      ? []
      : parts.map(({ name, amountIdr, times }) => {
          return `       ${name.id}: ${rupiahText(amountIdr)}${times > 1 ? ` × ${times}` : ''}`;
        })),
    ...reported.flatMap(({ amount, says }) => wrapped(`dikatakan ${rupiahText(amount)}: ${says}`, '       ')),
  ];
}

function paperInWords({ label, anyOf, byPractice, row }: PaperRequirement): readonly string[] {
  const marks = `${byPractice ? ' (anjuran, bukan syarat)' : ''}${row.verified ? '' : ` ${UNREAD}`}`;
  return [
    `   • ${label.id}${marks}`,
    ...anyOf.flatMap((paper, index) => {
      const issuers = paper.issuers
        .map(({ name, where }) => (where === undefined ? name.id : `${name.id} (${where.id})`))
        .join(' atau ');
      const which = index === 0 ? '' : paper.substitute ? 'atau pengganti: ' : 'atau: ';
      return wrapped(`${which}${paper.label.id}, dari ${issuers}`, '       ');
    }),
  ];
}

/** Each article once; papers name their own. */
function lawInWords(rows: readonly RowRef[]): readonly string[] {
  const cited = [...new Set(rows.filter(({ kind }) => kind !== 'paper' && kind !== 'document').map(citation))];
  return cited.length === 0 ? [] : wrapped(`Dasar: ${cited.join('; ')}.`, '   ');
}

const citation = ({ instrument, article, verified }: RowRef): string =>
  `${instrument} ${article}${verified ? '' : ` ${UNREAD}`}`;

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
/** `2026-01-05` as people say it: 5 Januari 2026. */
function dayText(day: string): string {
  const [year = '', month = '1', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** Words broken at blanks to the width of a terminal; further lines stand under the first. */
function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  const further = ' '.repeat(indent.length);
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = further;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
