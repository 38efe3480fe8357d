import { Body, Controller, Post, Res, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { v5 as uuidv5 } from 'uuid';
import type { Identity } from '@titian/auth';
import { openingCommandOf } from '@titian/domain';
import { ApiProblems, IdempotencyKey, problem, ProblemError } from '@titian/http';
import { CommandAnswerBody, sendAnswer, type Reply } from '../cases/command-answer.ts';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { Places } from '../places/places.ts';
import { OpenClaimBody, toOpening } from './open-claim.body.ts';

/** The same key from the same person always means the same case, so that a repeated intake never opens a second one. */
const CASE_NAMESPACE = '3c9f5f52-61c7-5a8e-9b0a-0d5c6b1f7e21';

/** Intake of claims. Thin on purpose: check the shape, hand over, shape the answer. */
@ApiTags('Claims')
@UseGuards(IdentityGuard)
@Controller('v1/claims')
export class ClaimsController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly places: Places,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'openClaim',
    summary: 'Open a claim: report an accident (stage I) or a one-stage claim',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiCreatedResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 409, 413, 422, 503)
  async open(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: OpenClaimBody }) body: OpenClaimBody,
    @Res() reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'case:open', { area: body.areaCode });
    if (!this.places.isKnown(body.areaCode)) throw unknownArea(body.areaCode);
    const caseId = uuidv5(`${identity.id}/${commandId}`, CASE_NAMESPACE);
    const outcome = await this.desk.send(identity, {
      caseType: 'claim',
      caseId,
      commandId,
      name: openingCommandOf(body.claimType),
      opensIn: body.areaCode,
      ...toOpening(body),
    });
    sendAnswer(reply, 201, caseId, commandId, outcome);
  }
}

const unknownArea = (area: string): ProblemError =>
  new ProblemError(
    problem(
      422,
      'place/unknown',
      { id: `Tidak ada desa atau kelurahan dengan kode ${area}.`, en: `There is no village with the code ${area}.` },
      {
        id: 'Gunakan kode wilayah Kemendagri, misalnya 35.05.08.2003 (Tambakrejo).',
        en: 'Use the code of the interior ministry, e.g. 35.05.08.2003 (Tambakrejo).',
      },
      { field: '/areaCode' },
    ),
  );
