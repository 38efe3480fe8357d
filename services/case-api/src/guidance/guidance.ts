import type { Identity } from '@titian/auth';
import {
  BENEFITS,
  DIFFERENCES,
  dueInstant,
  isRunning,
  isStopped,
  localDay,
  paperRequestsOf,
  plainDay,
  requestItem,
  requirementsOf,
  type Calendar,
  type CaseModel,
  type CaseState,
  type Clock,
  type ComparedLine,
  type Expectation,
  type Instant,
  type PaperRequest,
  type RequirementStatus,
  type Text,
} from '@titian/domain';
import { currentCalendar, rupiahText } from '@titian/rulebook';
import { isFileHidden, isPaperHidden } from '../cases/paper-sight.ts';
import type { Places } from '../places/places.ts';
import { issuersHere, type IssuerPlace } from './issuers.ts';
import { nextSteps } from './next-steps.ts';

/**
 * What now: for one role, what to do next and by which article, which papers are missing, who issues each and where, what
 * takes its place, what third parties owe, which days count, and what the rules give. Names nobody.
 */
export function guidanceOf(
  model: CaseModel,
  state: CaseState,
  identity: Identity,
  places: Places,
  now: Instant,
  calendar: Calendar = currentCalendar,
): object {
  const steps = nextSteps(model, state, identity, now);
  const papers = requirementsOf(model.definition, model.code.conditions, state);
  const missing = papers.filter(({ status }) => status === 'missing');
  const stage = model.definition.stages[state.stage];
  const hidden = isFileHidden(state, identity.role);
  return {
    caseId: state.caseId,
    number: state.number,
    revision: state.revision,
    role: identity.role,
    stage: { name: state.stage, label: stage?.label, legalBasis: stage?.legalBasis },
    holder: { role: state.custody.role, office: state.custody.office, isYou: state.custody.office === identity.office },
    says: whatNow(state, steps[0]?.sentence, missing, hidden),
    next: steps,
    missing: hidden ? [] : missing.map((row) => missingPaper(row, state, identity, places)),
    requests: hidden
      ? []
      : paperRequestsOf(state).map((request) => requestView(model, state, request, places, calendar)),
    deadlines: Object.values(state.clocks)
      .filter((clock) => !isStopped(clock))
      .map((clock) => deadline(model, clock, calendar))
      .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')),
    expectation: expectationView(state),
    differences: comparisonView(model, state),
  };
}

const text = (id: string, en: string): Text => ({ id, en });

function whatNow(
  { status, suspension, custody }: CaseState,
  sentence: Text | undefined,
  missing: readonly RequirementStatus[],
  hidden: boolean,
): Text {
  if (hidden) {
    return text(
      'Berkas ini ditangani Dinas Ketenagakerjaan atau BP3MI. Dampingi korban; jangan meminta atau menyimpan dokumennya.',
      'The labour office or BP3MI handles this file. Stand by the person; do not ask for the papers, nor keep them.',
    );
  }
  if (status === 'closed') return text('Kasus ini sudah selesai.', 'The case is closed.');
  const binding = missing.filter(({ advised }) => !advised).length;
  const papers =
    binding === 0 ? text('', '') : text(` ${binding} dokumen belum ada.`, ` ${binding} papers are missing.`);
  if (sentence !== undefined) return text(`${sentence.id}${papers.id}`, `${sentence.en}${papers.en}`);
  const waits = suspension === null ? '' : ` (${suspension})`;
  return text(
    `Sekarang menunggu ${custody.office}${waits}; Anda tidak perlu berbuat apa-apa.${papers.id}`,
    `It waits for ${custody.office}${waits}; nothing is asked of you.${papers.en}`,
  );
}

function missingPaper(row: RequirementStatus, state: CaseState, { role }: Identity, places: Places): object {
  const { requirement, rule, legalBasis, advised } = row;
  const requests = paperRequestsOf(state).filter((request) => request.requirement === requirement);
  const ways = rule.anyOf
    .map(({ document, substitute, issuers }) => ({
      document,
      substitute,
      issuers: issuersHere(issuers, state, places).map((place) => ({
        ...place,
        request:
          requests.find(({ document: asked, addressee }) => asked === document && addressee === place.issuer)?.status ??
          null,
        letter: place.byLetter ? letterHref(state.caseId, requirement, document, place.issuer) : null,
      })),
    }))
    .filter(({ issuers }) => issuers.length > 0);
  const refusals = requests.filter(({ status }) => status === 'refused');
  return {
    requirement,
    label: rule.label,
    legalBasis,
    verified: legalBasis.every(({ verified }) => verified),
    advised,
    sensitive: isPaperHidden(state, role, requirement),
    returned: state.evidence[requirement]?.status === 'returned',
    ways,
    refusals: refusals.length,
    says: advised ? adviceOn(rule.label) : howToGet(rule.label, ways, refusals),
  };
}

/** Where the letter that asks for a paper is printed. Built only here. */
const letterHref = (caseId: string, requirement: string, document: string, addressee: string): string =>
  `/v1/cases/${caseId}/letters/${requirement}?document=${document}&addressee=${addressee}`;

const adviceOn = (label: Text): Text =>
  text(
    `${label.id}: sering diminta di loket, tetapi bukan syarat. Bawa jika ada.`,
    `${label.en}: counters often ask for it, but no rule does. Bring it if there is one.`,
  );

interface Way {
  readonly substitute: boolean;
  readonly issuers: readonly IssuerPlace[];
}

function howToGet(label: Text, ways: readonly Way[], refusals: readonly PaperRequest[]): Text {
  const [main, ...others] = ways;
  const substitutes = others.flatMap(({ issuers }) => issuers);
  const from = named(main?.issuers ?? []);
  const instead = named(substitutes);
  const refused =
    refusals.length === 0
      ? text('', '')
      : text(
          ` Penolakan sudah dicatat (${refusals.length}) dan disimpan sebagai bukti.`,
          ` A refusal is on record (${refusals.length}) and kept as evidence.`,
        );
  const replaced =
    substitutes.length === 0
      ? text('', '')
      : text(` Jika tidak dapat: dari ${instead.id}.`, ` If it cannot be had: from ${instead.en}.`);
  return text(
    `${label.id}: minta kepada ${from.id}.${replaced.id}${refused.id}`,
    `${label.en}: ask ${from.en}.${replaced.en}${refused.en}`,
  );
}

function named(issuers: readonly IssuerPlace[]): Text {
  const each = (language: keyof Text): string[] =>
    issuers.map(({ label, where }) => (where === null ? label[language] : `${label[language]} (${where[language]})`));
  return text([...new Set(each('id'))].join(' atau '), [...new Set(each('en'))].join(' or '));
}

function requestView(
  { definition }: CaseModel,
  state: CaseState,
  request: PaperRequest,
  places: Places,
  calendar: Calendar,
): object {
  const [place] = issuersHere([request.addressee], state, places);
  const clock = Object.values(state.clocks).findLast(
    ({ item, name }) => name === 'paperRequest' && item === requestItem(request),
  );
  const dueAt = clock !== undefined && isRunning(clock) ? dueInstant(clock, calendar) : null;
  const reason = request.reasonCode === null ? undefined : definition.reasons[request.reasonCode];
  return {
    ...request,
    label: definition.evidence[request.requirement]?.label,
    addresseeLabel: place?.label,
    dueAt,
    reason: reason === undefined ? null : reason,
    says: requestSays(request, place?.label ?? text(request.addressee, request.addressee), dueAt, state),
  };
}

function requestSays({ status }: PaperRequest, { id, en }: Text, dueAt: Instant | null, { zone }: CaseState): Text {
  switch (status) {
    case 'awaited': {
      const day = dueAt === null ? '' : plainDay(localDay(dueAt, zone) - 1);
      return text(
        `Ditunggu dari ${id}. Jika belum datang sampai ${day}, BP3MI diminta menindaklanjuti.`,
        `Awaited from ${en}. If it has not come by ${day}, BP3MI is asked to chase it.`,
      );
    }
    case 'arrived':
      return text(`Sudah datang dari ${id}: lampirkan.`, `It has come from ${en}: attach it.`);
    case 'refused':
      return text(
        `${id} menolak atau tidak dapat dihubungi. Penolakan ini bukti: gunakan dokumen pengganti.`,
        `${en} refused or is out of reach. The refusal is evidence: use a substitute.`,
      );
    case 'cancelled':
      return text('Tidak diperlukan lagi.', 'No longer needed.');
  }
}

function deadline({ definition }: CaseModel, clock: Clock, calendar: Calendar) {
  const rule = definition.clocks[clock.name];
  const dueAt = dueInstant(clock, calendar);
  const isExpiry = clock.name === 'expiry';
  return {
    clock: clock.name,
    label: rule?.label ?? text('Tingkat eskalasi berikutnya', 'Next rung of the ladder'),
    legalBasis: rule?.legalBasis ?? [],
    dueAt,
    /** The last day on which it can still be done; an expiry leaves off one day earlier (Pasal 43 ayat (3)). */
    lastDay: dueAt === null ? null : plainDay(localDay(dueAt, clock.zone) - (isExpiry ? 2 : 1)),
    item: clock.item ?? null,
  };
}

const sum = (idr: string | null): string => (idr === null ? '–' : rupiahText(BigInt(idr)));
const labelOf = (code: string): Text =>
  (BENEFITS as Readonly<Record<string, Text | undefined>>)[code] ?? text(code, code);

function expectationView({ facts }: CaseState): object | null {
  const last = (facts['recheck'] ?? facts['precheck']) as Expectation | undefined;
  if (last === undefined) return null;
  return { ...last, lines: last.lines.map((line) => ({ ...line, label: labelOf(line.code) })) };
}

/** Each difference between the decision and the rules, in words. */
export function comparisonView({ definition }: CaseModel, { facts }: CaseState): readonly object[] {
  const compared = (facts['decisionComparison'] ?? []) as unknown as readonly ComparedLine[];
  return compared.map((line) => {
    const reason = line.reasonCode === null ? undefined : definition.reasons[line.reasonCode];
    const { id, en } = DIFFERENCES[line.difference];
    const unread = line.verified ? text('', '') : text(' Aturannya belum diverifikasi.', ' The rule is not verified.');
    const because =
      reason === undefined
        ? text('', '')
        : text(
            ` Alasan: ${reason.label.id}${line.article === null ? '' : ` (${line.article})`}.`,
            ` Reason: ${reason.label.en}${line.article === null ? '' : ` (${line.article})`}.`,
          );
    return {
      ...line,
      label: labelOf(line.code),
      says: text(
        `${labelOf(line.code).id}: dihitung ${sum(line.expectedIdr)}, diputuskan ${sum(line.foundIdr)}. ${id}${because.id}${unread.id}`,
        `${labelOf(line.code).en}: calculated ${sum(line.expectedIdr)}, decided ${sum(line.foundIdr)}. ${en}${because.en}${unread.en}`,
      ),
    };
  });
}
