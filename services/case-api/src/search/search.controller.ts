import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { denial, rolesFor, type Identity } from '@titian/auth';
import type { JsonObject } from '@titian/domain';
import { ApiProblems, problem, ProblemError } from '@titian/http';
import { asActor, SearchReader, StatementStore, type FoundCase } from '@titian/persistence';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { Places } from '../places/places.ts';
import { mustBeWithin } from '../worklist/area.ts';
import { Cursor, cut } from '../worklist/cursor.ts';
import { SearchAnswer, SearchBody, toCaseNumber } from './search.body.ts';

const Position = z.tuple([z.string().max(13), z.uuid()]);

/** Finds a case by what people know of it, within the caller's area. */
@ApiTags('Search')
@UseGuards(IdentityGuard)
@Controller('v1/search')
export class SearchController {
  private readonly reader = new SearchReader();

  constructor(
    private readonly places: Places,
    @Inject(StatementStore) private readonly statements: StatementStore,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'searchCases',
    summary: 'Cases by number, name and place, closed ones included; by place, then by id',
  })
  @ApiOkResponse({ standardSchema: SearchAnswer })
  @ApiProblems(400, 401, 403)
  async search(@Caller() identity: Identity, @Body({ schema: SearchBody }) body: SearchBody): Promise<object> {
    mustBeAllowed(identity, 'worklist:read');
    const { limit, after, ...asked } = body;
    const readsPersons = denial(identity, 'person:read') === null;
    if (asked.name !== undefined && !readsPersons) throw namesNotYours(identity);
    mustBeWithin(identity, asked.area, '/area');
    const cursor = new Cursor(Position, '/after', identity, asked);
    const position = cursor.read(after);
    const found = await asActor(this.db, identity, async (tx) => {
      const rows = await this.reader.page(tx, {
        number: asked.number === undefined ? undefined : toCaseNumber(asked.number),
        nameTokens: asked.name === undefined ? undefined : this.statements.nameTokens(asked.name),
        area: asked.area,
        limit: limit + 1,
        after: position === undefined ? undefined : { area: position[0], caseId: position[1] },
      });
      const people = readsPersons
        ? await this.statements.findAll(
            rows.flatMap(({ subjectId }) => subjectId ?? []),
            tx,
          )
        : undefined;
      return { rows, people };
    });
    const { page, next } = cut(found.rows, limit, cursor, ({ area, caseId }): z.infer<typeof Position> => [
      area,
      caseId,
    ]);
    return { asOf: new Date().toISOString(), items: page.map((row) => this.toItem(row, found.people)), next };
  }

  private toItem({ subjectId, subjectCode, ...row }: FoundCase, people?: ReadonlyMap<string, JsonObject>): object {
    return {
      ...row,
      claimType: row.type === 'claim' ? subjectCode : null,
      category: row.type === 'complaint' ? subjectCode : null,
      areaName: this.places.nameOf(row.area),
      ...(people === undefined
        ? {}
        : { workerName: (subjectId === null ? null : people.get(subjectId)?.['name']) ?? null }),
    };
  }
}

/** To be told which case a name belongs to is to read the name. */
const namesNotYours = ({ role }: Identity): ProblemError =>
  new ProblemError(
    problem(
      403,
      'access/role',
      { id: `Peran ${role} tidak boleh mencari nama orang.`, en: `Role ${role} may not search by a person’s name.` },
      {
        id: `Cari dengan nomor kasus atau wilayah. Yang boleh: ${rolesFor('person:read').join(', ')}.`,
        en: `Search by case number or area. Allowed: ${rolesFor('person:read').join(', ')}.`,
      },
      { field: '/name' },
    ),
  );
