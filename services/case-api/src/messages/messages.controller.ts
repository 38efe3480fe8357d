import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems } from '@titian/http';
import { asActor, CaseReader, StatementStore } from '@titian/persistence';
import { mustBeAllowed, mustBeOfficer, noSuchCase } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { saidPage, SaidPage, SaidQuery } from './said.ts';

const CaseId = z.uuid();
type Page = z.infer<typeof SaidPage>;
type PageQuery = z.infer<typeof SaidQuery>;
const NOT_FOR_FAMILIES = {
  id: 'Catatan petugas tidak dibuka untuk keluarga.',
  en: 'Notes of officers are not open to the family.',
};
const SEE_MESSAGES = {
  id: 'Baca pesan untuk keluarga di /messages.',
  en: 'Read the messages to the family at /messages.',
};

/** Notes are officers' own; messages are to the family, and both sides read them. */
@ApiTags('Cases')
@UseGuards(IdentityGuard)
@Controller('v1/cases')
export class MessagesController {
  private readonly reader = new CaseReader();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(StatementStore) private readonly statements: StatementStore,
  ) {}

  @Get(':caseId/notes')
  @ApiOperation({
    operationId: 'listNotes',
    summary: 'Notes of officers on a case, newest first; never for the family',
  })
  @ApiOkResponse({ standardSchema: SaidPage })
  @ApiProblems(400, 401, 403, 404)
  notes(
    @Caller() identity: Identity,
    @Param('caseId', { schema: CaseId }) caseId: string,
    @Query({ schema: SaidQuery }) query: PageQuery,
  ): Promise<Page> {
    mustBeOfficer(identity, NOT_FOR_FAMILIES, SEE_MESSAGES);
    return this.list(identity, caseId, 'addNote', query);
  }

  @Get(':caseId/messages')
  @ApiOperation({ operationId: 'listMessages', summary: 'Messages to the family, newest first' })
  @ApiOkResponse({ standardSchema: SaidPage })
  @ApiProblems(400, 401, 403, 404)
  messages(
    @Caller() identity: Identity,
    @Param('caseId', { schema: CaseId }) caseId: string,
    @Query({ schema: SaidQuery }) query: PageQuery,
  ): Promise<Page> {
    return this.list(identity, caseId, 'messageFamily', query);
  }

  private list(identity: Identity, caseId: string, command: string, query: PageQuery): Promise<Page> {
    mustBeAllowed(identity, 'case:read', { caseId });
    return asActor(this.db, identity, async (tx) => {
      const state = await this.reader.findCase(tx, caseId);
      if (state === undefined) throw noSuchCase();
      return saidPage(tx, this.statements, state, command, query, identity.role !== 'family');
    });
  }
}
