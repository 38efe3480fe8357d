import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { localDay, plainDay, type JsonObject } from '@titian/domain';
import { ApiProblems, invalidRequest } from '@titian/http';
import { factsFromJson, precheck, precheckToJson, PrecheckFactsSchema } from '@titian/rulebook';
import { IdentityGuard } from '../desk/caller.ts';

const Facts = z.record(z.string(), z.json());
const { $schema: _dialect, ...described } = z.toJSONSchema(PrecheckFactsSchema, {
  io: 'input',
  unrepresentable: 'any',
});
/** `askedOn` is filled in, so that only the event has to be sent. */
const BODY = { schema: { ...described, required: ['event'] } } as unknown as Parameters<typeof ApiBody>[0];

/** The question before any case exists: what is due by law, how much, with which papers, until when. Nothing is stored. */
@ApiTags('Pre-checks')
@UseGuards(IdentityGuard)
@Controller('v1/prechecks')
export class PrechecksController {
  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'precheck',
    summary: 'What may be claimed: amounts with formula, papers, who may report, last day, articles',
    description:
      'Stateless: nothing is kept, no name or number is asked. `askedOn` may be left out: today. Sums are digits. Lines whose ' +
      '`verified` is false rest on a rule that nobody has read in the law itself: show them as "belum diverifikasi".',
  })
  @ApiBody(BODY)
  @ApiOkResponse({ description: 'The answer for each benefit, with the rows that it rests on' })
  @ApiProblems(400, 401)
  precheck(@Body({ schema: Facts }) body: JsonObject): JsonObject {
    const today = plainDay(localDay(new Date().toISOString(), 'WIB'));
    const read = factsFromJson({ askedOn: today, ...body });
    if ('findings' in read) {
      throw invalidRequest(
        read.findings.map(({ field, message, remedy }) => ({ field, rule: message.en, remedy: remedy.en })),
      );
    }
    return precheckToJson(precheck(read.facts));
  }
}
