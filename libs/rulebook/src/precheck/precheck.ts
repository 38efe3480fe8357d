import { RULES_DIGEST } from '../rows/generated/index.ts';
import { refOf, rulebook as current, type Rulebook, type RulesOfDay } from '../rows/rulebook.ts';
import type { RowOf } from '../rows/schema.ts';
import { RULES_VERSION } from '../rows/version.ts';
import type { Programme } from '../rows/vocabulary.ts';
import { amountOf } from './amounts.ts';
import { coverOf } from './cover.ts';
import type { PrecheckFacts } from './facts.ts';
import { filingOf } from './filing.ts';
import { benefitCodeOf, findingsIn } from './findings.ts';
import { isShown, judge, possibleWindows, type Run } from './judge.ts';
import { papersOf } from './papers.ts';
import { paymentOf } from './payment.ts';
import type { CoverAnswer, OpenFact, PrecheckFinding, PrecheckLine, PrecheckResult, RowRef } from './result.ts';
import { usableFacts } from './usable.ts';

const uniqueRows = (rows: readonly (RowRef | null)[]): readonly RowRef[] => [
  ...new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row] as const]))).values(),
];
const uniqueFacts = (facts: readonly OpenFact[]): readonly OpenFact[] => [
  ...new Map(facts.map((fact) => [fact.field, fact])).values(),
];

function lineOf(benefit: RowOf<'benefit'>, run: Run): PrecheckLine | null {
  const { facts, law, procedure, covers, wanted } = run;
  const { answer, because, open, silent } = judge(benefit, run);
  if (silent && !wanted.has(benefit.code)) return null;
  const cover = covers[benefit.programme];
  const atHome = facts.event.country === 'ID' ? benefit.claimTypeInIndonesia : undefined;
  const claimType = procedure.claimTypes.get(atHome ?? benefit.claimType);
  if (claimType === undefined) return null; // the linter refuses a benefit without a claim type
  const found = answer === 'no' ? null : amountOf(benefit, facts, law);
  const { payment, open: payeesWanted } = paymentOf(claimType, facts, law);
  const filing = filingOf(benefit.programme, facts, law);
  const windows = possibleWindows(cover, facts);
  const reporters = procedure.rows.reporter.filter(
    (row) => row.programmes.includes(benefit.programme) && row.windows.some((window) => windows.includes(window)),
  );
  const papers = answer === 'no' ? [] : papersOf(claimType.code, facts, procedure);
  const rows = uniqueRows([
    refOf('benefit', benefit),
    ...(benefit.programme === 'JHT' ? [] : cover.rows),
    ...(found?.rows ?? []),
    filing.row,
    ...reporters.map((row) => refOf('reporter', row)),
    refOf('claimType', claimType),
    ...payment.rows,
  ]);
  return {
    code: benefit.code,
    claimType: claimType.code,
    programme: benefit.programme,
    label: benefit.label,
    answer,
    because,
    // Who the heirs are and what a cost was changes no right, only payment and sum: it is asked all the same.
    settledBy: uniqueFacts([...open, ...(answer === 'no' ? [] : [...(found?.open ?? []), ...payeesWanted])]),
    amount: found?.amount ?? null,
    papers,
    filing,
    reporters: [...new Set(reporters.flatMap(({ who }) => who))],
    payment,
    rows,
    verified: rows.every(({ verified }) => verified) && papers.every(({ row }) => row.verified),
  };
}

const VERDICTS = [
  ['eligible', 'ELIGIBLE'],
  ['undetermined', 'UNDETERMINED'],
  ['not_yet', 'NOT_YET'],
  ['no', 'NOT_ELIGIBLE'],
] as const;

/** Papers and reporters are rules of the day of filing; the oldest list that was read stands in for what came before it. */
function procedureOn(
  facts: PrecheckFacts,
  book: Rulebook,
): { rules: RulesOfDay; findings: readonly PrecheckFinding[] } {
  const rules = book.rulesOn(facts.askedOn);
  if (rules.rows.paper.length > 0) return { rules, findings: [] };
  const first = book.firstPaperDay;
  return {
    rules: book.rulesOn(first),
    findings: [
      {
        code: 'PAPERS_OF_THAT_TIME_NOT_SEEN',
        severity: 'warning',
        field: '/askedOn',
        message: {
          id: `Daftar dokumen sebelum ${first} belum pernah terbaca; ditampilkan daftar yang berlaku sejak itu.`,
          en: `No list of papers from before ${first} was ever read; the list in force since then is shown.`,
        },
        remedy: { id: 'Tanyakan kepada BPJS.', en: 'Ask the insurer.' },
      },
    ],
  };
}

function aboutCover(cover: CoverAnswer): readonly PrecheckFinding[] {
  if (cover.answer !== 'not_covered') return [];
  return [
    {
      code: 'EVENT_OUTSIDE_COVER',
      severity: 'warning',
      field: '/event/day',
      message: cover.because,
      remedy: {
        id: 'Periksa pembayaran iuran dan kontrak; bila benar, lihat bantuan di luar asuransi.',
        en: 'Check premium payments and contracts; if they are right, look at aid outside insurance.',
      },
    },
  ];
}

function aidsFor({ covers, facts }: Run, today: RulesOfDay): PrecheckResult['aids'] {
  if (covers.JKM.answer !== 'not_covered' && covers.JKK.answer !== 'not_covered') return [];
  const kind = facts.coverage?.length === 0 ? 'UNINSURED' : null;
  return today.rows.aid
    .filter((aid) => aid.events.includes(facts.event.kind) && (kind === null || aid.for === kind))
    .map((aid) => ({ label: aid.label, row: refOf('aid', aid) }));
}

/**
 * What a family is entitled to, what is missing and until when. Pure: the same facts and rows give the same answer. Never
 * throws for facts that contradict each other; it names them and answers for the rest.
 */
export function precheck(given: PrecheckFacts, book: Rulebook = current): PrecheckResult {
  const wrong = findingsIn(given, book);
  const facts = usableFacts(given, wrong);
  const law = book.rulesOn(facts.event.day);
  const procedure = procedureOn(facts, book);
  const cover = (programme: Programme): CoverAnswer => coverOf(facts.coverage, facts.event, programme, law);
  const jkm = cover('JKM');
  const run: Run = {
    facts,
    law,
    procedure: procedure.rules,
    covers: { JKK: cover('JKK'), JKM: jkm, JHT: jkm },
    wanted: new Set((facts.wanted ?? []).map(benefitCodeOf)),
  };
  const judgeable = !wrong.some(({ code }) => code === 'EVENT_IN_FUTURE' || code === 'EVENT_BEFORE_FIRST_RULE');
  const lines = judgeable
    ? law.rows.benefit.filter((benefit) => isShown(benefit, run)).flatMap((benefit) => lineOf(benefit, run) ?? [])
    : [];
  const verdict = VERDICTS.find(([answer]) => lines.some((line) => line.answer === answer))?.[1];
  // Savings aside, JKM is covered wherever JKK is, so its answer stands for the case.
  return {
    rulesVersion: RULES_VERSION,
    rulesDigest: RULES_DIGEST,
    lawDay: facts.event.day,
    verdict: verdict ?? 'UNDETERMINED',
    cover: run.covers.JKM,
    lines,
    findings: [...wrong, ...procedure.findings, ...(judgeable ? aboutCover(run.covers.JKM) : [])],
    aids: judgeable ? aidsFor(run, book.rulesOn(facts.askedOn)) : [],
    verified: lines.every((line) => line.verified),
  };
}
