import { Controller, Get, Inject, Param, Query, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import {
  dueInstant,
  isRunning,
  localDay,
  paperRequestsOf,
  plainDay,
  requestItem,
  requirementsOf,
  THIRD_PARTIES,
  type CaseState,
  type IssuerCode,
  type JsonObject,
} from '@titian/domain';
import { ApiProblems, problem, ProblemError } from '@titian/http';
import { asActor, CaseReader, models, StatementStore } from '@titian/persistence';
import { currentCalendar } from '@titian/rulebook';
import type { Reply } from '../cases/command-answer.ts';
import { isFileHidden } from '../cases/paper-sight.ts';
import { mustBeAllowed, noSuchCase } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { issuersHere } from '../guidance/issuers.ts';
import { Places } from '../places/places.ts';
import { BLANK, letterOf, type LetterFacts, type LetterSubject } from './letter.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterheadOf, placeOf } from './letterhead.ts';

const LetterQuery = z.strictObject({
  addressee: z
    .enum(THIRD_PARTIES, { error: `one of ${THIRD_PARTIES.join(', ')}` })
    .describe('Who is asked; must be able to issue the paper'),
  document: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,59}$/)
    .optional()
    .describe('Which paper, if the addressee issues several that settle the requirement'),
});
type LetterQuery = z.infer<typeof LetterQuery>;

/** Days that an addressee has if no request was recorded yet: as many as its clock gives, counted in calendar days. */
const ANSWER_WITHIN_DAYS = 14;

/** Letters that ask third parties for papers, ready to print. They name the worker, so they are made anew and never kept. */
@ApiTags('Cases')
@UseGuards(IdentityGuard)
@Controller('v1/cases')
export class LettersController {
  private readonly reader = new CaseReader();

  constructor(
    private readonly places: Places,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(StatementStore) private readonly statements: StatementStore,
  ) {}

  @Get(':caseId/letters/:requirement')
  @ApiOperation({
    operationId: 'getLetter',
    summary: 'A letter that asks a third party for a paper: PDF, one page A4, Indonesian, English for those abroad',
    description: 'Names the worker, so only for those who may see the person; never cached, never stored.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The page', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(400, 401, 403, 404, 422)
  async letter(
    @Caller() identity: Identity,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Param('requirement', { schema: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/) }) requirement: string,
    @Query({ schema: LetterQuery }) query: LetterQuery,
    @Res() reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'person:read', { caseId });
    const { state, subject } = await asActor(this.db, identity, async (tx) => {
      const found = await this.reader.findCase(tx, caseId);
      if (found === undefined || isFileHidden(found, identity.role)) throw noSuchCase();
      const { statementId } = found.facts['subject'] as unknown as { statementId: string };
      return { state: found, subject: subjectOf(await this.statements.find(statementId, tx)) };
    });
    const facts = this.factsOf(state, identity, requirement, query, subject);
    const pdf = await letterPdf(letterOf(facts), state.number);
    reply
      .status(200)
      .header('content-type', 'application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="surat-${state.number}-${requirement}.pdf"`)
      .send(pdf);
  }

  private factsOf(
    state: CaseState,
    identity: Identity,
    requirement: string,
    query: LetterQuery,
    subject: LetterSubject,
  ): LetterFacts {
    const { definition, code } = models.ofHash(state.definition.hash);
    const row = requirementsOf(definition, code.conditions, state).find((each) => each.requirement === requirement);
    const paper = row?.rule.anyOf.find(
      ({ document, issuers }) =>
        issuers.includes(query.addressee) && (query.document === undefined || query.document === document),
    );
    const addressee = paper === undefined ? undefined : this.addresseeIn(state, query.addressee);
    if (row === undefined || paper === undefined || addressee === undefined) throw nobodyIssues(requirement, query);
    const { riskDay, riskCountry, claimType, accidentOutcome } = state.facts;
    const today = localDay(new Date().toISOString(), state.zone);
    return {
      caseNumber: state.number,
      subject,
      requirement,
      paper: row.rule.label,
      addressee: query.addressee,
      addresseeName: addressee,
      country: typeof riskCountry === 'string' && riskCountry !== 'ID' ? riskCountry : null,
      riskDay: String(riskDay),
      isDeath: accidentOutcome === 'DIED' || /^JKM_|MENINGGAL$/.test(String(claimType)),
      legalBasis: row.legalBasis,
      letterhead: letterheadOf(identity, this.places),
      place: placeOf(identity, state.area, this.places),
      today: plainDay(today),
      answerBy: answerDay(state, { requirement, document: paper.document, addressee: query.addressee }, today),
    };
  }

  private addresseeIn(state: CaseState, addressee: IssuerCode) {
    return issuersHere([addressee], state, this.places)[0]?.label;
  }
}

/** The day by which the clock of the request wants it; without a request, two weeks. */
function answerDay(state: CaseState, key: Parameters<typeof requestItem>[0], today: number): string {
  const isAwaited = paperRequestsOf(state).some(
    (each) => requestItem(each) === requestItem(key) && each.status === 'awaited',
  );
  const clock = Object.values(state.clocks).findLast(({ item }) => item === requestItem(key));
  const due = isAwaited && clock !== undefined && isRunning(clock) ? dueInstant(clock, currentCalendar) : null;
  return plainDay(due === null ? today + ANSWER_WITHIN_DAYS : localDay(due, state.zone) - 1);
}

/** A person whose words were erased, or are not known, is a line to fill in by hand. */
function subjectOf(content: JsonObject | undefined): LetterSubject {
  const { name, passport } = content ?? {};
  return {
    name: typeof name === 'string' ? name : BLANK,
    passport: typeof passport === 'string' ? passport : null,
  };
}

const nobodyIssues = (requirement: string, { addressee, document }: LetterQuery): ProblemError =>
  new ProblemError(
    problem(
      422,
      'letter/not-issued',
      {
        id: `${addressee} tidak menerbitkan ${document ?? requirement} untuk kasus ini.`,
        en: `${addressee} does not issue ${document ?? requirement} for this case.`,
      },
      {
        id: 'Pilih dokumen dan penerbit dari /guidance.',
        en: 'Choose paper and issuer from /guidance.',
      },
      { field: '/query/addressee' },
    ),
  );
