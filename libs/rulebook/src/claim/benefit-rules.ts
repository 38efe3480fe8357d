import type { BenefitRules, ClaimToExpect, Expectation, ExpectedLine, JsonObject } from '@titian/domain';
import type { EventFacts, PrecheckFacts } from '../precheck/facts.ts';
import { precheck } from '../precheck/precheck.ts';
import type { PrecheckLine } from '../precheck/result.ts';
import { rulebook, type Rulebook } from '../rows/rulebook.ts';
import type { EventKind } from '../rows/vocabulary.ts';

/** What happened, as the type of a claim says it. */
const EVENT_OF: Readonly<Record<string, EventKind>> = {
  JKK_GAGAL_BERANGKAT: 'FAILED_DEPARTURE',
  JHT_GAGAL_BERANGKAT: 'FAILED_DEPARTURE',
  JKK_GAGAL_DITEMPATKAN: 'FAILED_PLACEMENT',
  JKK_TIDAK_SESUAI_PK: 'NOT_PER_CONTRACT',
  JKK_PHK_SEPIHAK: 'DISMISSAL',
  JKK_PHK_KECELAKAAN: 'DISMISSAL',
  JKK_PEMERKOSAAN: 'RAPE',
  JKK_KERUGIAN_PULANG: 'LOSS',
  JKK_PEMULANGAN: 'REPATRIATION',
  JHT_USIA_56: 'RETIREMENT_AGE',
  JKK_MENINGGAL: 'DEATH',
  JKM_SEBELUM: 'DEATH',
  JKM_SELAMA: 'DEATH',
  JKM_SETELAH: 'DEATH',
  JHT_MENINGGAL: 'DEATH',
  BEASISWA: 'DEATH',
};

/** A scholarship is one benefit; a claim names its level in the line. */
const SCHOLARSHIP = /^BEASISWA_(TK|SD|SMP|SMA|PT)(_\d+)?$/;
const benefitOf = (lineCode: string): string => (SCHOLARSHIP.test(lineCode) ? 'BEASISWA' : lineCode);

interface Said {
  readonly [name: string]: unknown;
}

function eventOf(facts: JsonObject): EventFacts {
  const claimType = String(facts['claimType']);
  const { journeyPaid: _paid, dismissal, ...said } = (facts['circumstances'] ?? {}) as Said;
  const died = EVENT_OF[claimType] === 'DEATH' || facts['accidentOutcome'] === 'DIED';
  const byAccident = claimType.startsWith('JKM_') ? false : claimType.startsWith('JKK_') ? true : said['byAccident'];
  const event = {
    ...said,
    kind: died ? 'DEATH' : (EVENT_OF[claimType] ?? 'ACCIDENT'),
    day: facts['riskDay'],
    ...(facts['riskCountry'] === undefined ? {} : { country: facts['riskCountry'] }),
    ...(died && byAccident !== undefined ? { byAccident } : {}),
    ...(claimType.startsWith('JKK_PHK_')
      ? { dismissal: { ...(dismissal as Said | undefined), afterAccident: claimType === 'JKK_PHK_KECELAKAAN' } }
      : {}),
  };
  return event as EventFacts;
}

/** Contracts as they were told; what an officer found in the insurer's register says whether cover was active that day. */
function coverageOf({ coverage, membership, riskDay }: JsonObject): PrecheckFacts['coverage'] {
  const told = (coverage as readonly Said[] | undefined)?.map((period, index) => ({
    ref: `period-${index + 1}`,
    ...period,
  }));
  if (membership === undefined) return told;
  const { from, until, active } = membership as unknown as { from: string; until: string; active: boolean };
  const day = String(riskDay);
  const found = { memberFrom: from, memberUntil: until, activeOnEventDay: active && from <= day && day <= until };
  const last = told?.at(-1) ?? { ref: 'membership' };
  return [...(told?.slice(0, -1) ?? []), { ...last, ...found }] as PrecheckFacts['coverage'];
}

function heirsOf({ facts, lines }: ClaimToExpect): PrecheckFacts['heirs'] {
  const level = lines.map(({ code }) => SCHOLARSHIP.exec(code)?.[1]).find((found) => found !== undefined);
  if (level !== undefined) return [{ ref: 'child', relation: 'CHILD', school: { level } }] as PrecheckFacts['heirs'];
  const heirs = facts['heirs'] as readonly { readonly relation: string }[] | undefined;
  return heirs?.map(({ relation }, index) => ({ ref: `heir-${index + 1}`, relation })) as PrecheckFacts['heirs'];
}

/** The facts of a claim in the words of the calculator. No name, number or account is among them. */
export function factsOfClaim(claim: ClaimToExpect, rules: Rulebook = rulebook): PrecheckFacts {
  const { facts, lines, askedOn } = claim;
  const event = eventOf(facts);
  const costs = rules.rulesOn(event.day).rows.benefit.filter(({ formula }) => formula.kind === 'COST_UP_TO');
  const coverage = coverageOf(facts);
  const heirs = heirsOf(claim);
  return {
    askedOn,
    event,
    wanted: lines.map(({ code }) => benefitOf(code)),
    costs: lines
      .filter(({ code }) => costs.some((benefit) => benefit.code === code))
      .map(({ code, askedIdr }) => ({ benefit: code, amountIdr: BigInt(askedIdr ?? '0') })),
    ...(coverage === undefined ? {} : { coverage }),
    ...(heirs === undefined ? {} : { heirs }),
  };
}

/** One line of the claim. A scholarship is asked for by the year, so its year is what is expected. */
function expectedLine(code: string, found: PrecheckLine): ExpectedLine {
  const { answer, amount, rows, verified } = found;
  const idr = SCHOLARSHIP.test(code) ? (amount?.parts[0]?.amountIdr ?? null) : (amount?.idr ?? null);
  return {
    code,
    answer,
    amount: amount?.kind ?? null,
    expectedIdr: idr === null ? null : String(idr),
    rows: rows.map(({ id }) => id),
    verified,
  };
}

/** The rulebook behind the port of the record: what law gives for a claim, with the rows that say so. Pure. */
export function benefitRules(rules: Rulebook = rulebook): BenefitRules {
  return {
    expect(claim): Expectation {
      const { verdict, rulesVersion, rulesDigest, lawDay, lines } = precheck(factsOfClaim(claim, rules), rules);
      const asked = claim.lines.flatMap(({ code }) => {
        const found = lines.find((line) => line.code === benefitOf(code));
        return found === undefined ? [] : [expectedLine(code, found)];
      });
      const spoken = new Set(claim.lines.map(({ code }) => benefitOf(code)));
      const others = lines
        .filter(({ code, answer }) => !spoken.has(code) && answer === 'eligible')
        .map((line) => expectedLine(line.code, line));
      return { verdict, rulesVersion, rulesDigest: `r${rulesDigest}`, lawDay, lines: [...asked, ...others] };
    },
    heirRanks(day) {
      return rules
        .rulesOn(day)
        .rows.heirOrder.map(({ rank, relations, instrument, article }) => ({ rank, relations, instrument, article }))
        .sort((one, other) => one.rank - other.rank);
    },
  };
}
