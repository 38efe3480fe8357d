import { Controller, Get, Header, Param, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiProblems } from '@titian/http';
import { models } from '@titian/persistence';
import { IdentityGuard } from '../desk/caller.ts';
import { DOCUMENTED_TYPES, formsOf } from '../openapi/command-forms.ts';

const CaseTypeName = z.enum(DOCUMENTED_TYPES);

/** The lifecycles of this release, as data. */
@ApiTags('Definitions')
@UseGuards(IdentityGuard)
@Controller('v1/definitions')
export class DefinitionsController {
  @Get(':type')
  @Header('cache-control', 'public, max-age=300')
  @ApiOperation({
    operationId: 'getDefinition',
    summary: 'The lifecycle of a case type, with the input schema of each command',
    description:
      '`inputs`: what enters the case. `forms`: what is sent to do a command, words included, with an example.',
  })
  @ApiProblems(400, 401)
  definition(@Param('type', { schema: CaseTypeName }) type: z.infer<typeof CaseTypeName>): object {
    const model = models.newestOf(type);
    const { definition, hash, code } = model;
    const inputs = Object.fromEntries(
      Object.entries(code.inputs).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
    );
    return { hash, definition, inputs, forms: formsOf(model) };
  }
}
