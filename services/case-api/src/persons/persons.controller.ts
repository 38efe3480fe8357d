import { Body, Controller, Get, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems, problem, ProblemError } from '@titian/http';
import { asActor, PersonReader, StatementStore } from '@titian/persistence';
import { mustBeAllowed, mustBeOfficer } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { Places } from '../places/places.ts';
import { PersonSearchAnswer, PersonSearchBody, PersonView } from './persons.body.ts';

/** One worker, many placements and cases: within the caller's area, and never a number or a name in an address. */
@ApiTags('Persons')
@UseGuards(IdentityGuard)
@Controller('v1/persons')
export class PersonsController {
  private readonly reader = new PersonReader();

  constructor(
    private readonly places: Places,
    @Inject(StatementStore) private readonly statements: StatementStore,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Post('search')
  @HttpCode(200)
  @ApiOperation({ operationId: 'searchPersons', summary: 'Workers by NIK, or by name, day of birth and village' })
  @ApiOkResponse({ standardSchema: PersonSearchAnswer })
  @ApiProblems(400, 401, 403)
  async search(
    @Caller() identity: Identity,
    @Body({ schema: PersonSearchBody }) { areaCode = '', ...asked }: PersonSearchBody,
  ): Promise<object> {
    mustBeOfficer(identity, NOT_FOR_FAMILIES, { id: 'Buka kasus Anda sendiri.', en: 'Open your own case.' });
    mustBeAllowed(identity, 'person:read');
    const { lookup, likeness } = this.statements.personKeys(asked, areaCode);
    const persons = await asActor(this.db, identity, async (tx) => {
      const found =
        lookup === null ? await this.reader.alike(tx, likeness ?? '') : await this.reader.ofNumber(tx, lookup);
      const views = [];
      for (const { personId, statementId } of found) views.push(await this.view(tx, personId, statementId));
      return views;
    });
    return { asOf: new Date().toISOString(), persons };
  }

  @Get(':personId')
  @ApiOperation({
    operationId: 'getPerson',
    summary: 'One worker with every placement and case that the caller may see',
  })
  @ApiOkResponse({ standardSchema: PersonView })
  @ApiProblems(400, 401, 403, 404)
  async get(@Caller() identity: Identity, @Param('personId', { schema: z.uuid() }) personId: string): Promise<object> {
    // Of a family, row-level security shows its own case and nobody else's.
    mustBeAllowed(identity, 'person:read', identity.onlyCase === undefined ? {} : { caseId: identity.onlyCase });
    return asActor(this.db, identity, async (tx) => {
      const statementId = await this.reader.statementOf(tx, personId);
      if (statementId === undefined) throw noSuchPerson();
      return this.view(tx, personId, statementId);
    });
  }

  private async view(tx: EntityManager, personId: string, statementId: string): Promise<z.infer<typeof PersonView>> {
    const same = await this.reader.sameAs(tx, personId);
    const { name, bornOn, nik } = (await this.statements.find(statementId, tx)) ?? {};
    return {
      personId,
      name: typeof name === 'string' ? name : null,
      bornOn: typeof bornOn === 'string' ? bornOn : null,
      hasNik: typeof nik === 'string',
      sameAs: same.filter((id) => id !== personId),
      cases: (await this.reader.casesOf(tx, same)).map((each) => ({
        ...each,
        areaName: this.places.nameOf(each.area),
      })),
    };
  }
}

const NOT_FOR_FAMILIES = {
  id: 'Keluarga tidak mencari orang lain: yang terbuka baginya hanya kasusnya sendiri.',
  en: 'A family looks for nobody else: only its own case is open to it.',
};

const noSuchPerson = (): ProblemError =>
  new ProblemError(
    problem(
      404,
      'person/not-found',
      { id: 'Orang dengan nomor ini tidak ada di wilayah Anda.', en: 'There is no person with this id in your area.' },
      { id: 'Cari dengan NIK di /v1/persons/search.', en: 'Search by NIK at /v1/persons/search.' },
      { field: '/personId' },
    ),
  );
