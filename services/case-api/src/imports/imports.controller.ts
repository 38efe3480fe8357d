import { Controller, Get, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems, IdempotencyKey, problem, ProblemError } from '@titian/http';
import { asActor, ImportReader, ROW_STATUSES, type ImportedRow } from '@titian/persistence';
import type { Reply } from '../cases/command-answer.ts';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { ImportDesk, importIdFor } from './import-desk.ts';
import { LIST_TYPES } from './list-body.ts';
import { ImportBody, ImportRowsBody } from './import.answers.ts';
import { reportCsv } from './report.ts';
import { unreadable } from './unreadable.ts';

const SendQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).optional() });
const RowsQuery = z.strictObject({
  status: z.enum(ROW_STATUSES).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
type RowsQuery = z.infer<typeof RowsQuery>;
const ImportId = { schema: z.uuid() };

/** Lists of placements that a village keeps: sent as a file, answered row by row. */
@ApiTags('Placement lists')
@UseGuards(IdentityGuard)
@Controller('v1/placements/imports')
export class ImportsController {
  private readonly reader = new ImportReader();

  constructor(
    private readonly lists: ImportDesk,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'importPlacements',
    summary: 'Send a list of placements: good rows are registered, bad rows come back with column, rule and remedy',
    description:
      'CSV (UTF-8 or Windows-1252; `,` or `;`) or XLSX (first sheet), at most 32 MiB and 100,000 rows. The answer comes once ' +
      'the list is read; good rows are registered after it. Sent again, in whatever file, a row opens nothing twice. ' +
      'A file that cannot be read as a whole leaves nothing behind. Columns: docs/how-to/import-a-list.md.',
  })
  @ApiConsumes(...LIST_TYPES)
  @ApiBody({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'], description: 'Only judge the rows' })
  @ApiCreatedResponse({ standardSchema: ImportBody })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async send(
    @Caller() identity: Identity,
    @IdempotencyKey() key: string,
    @Query({ schema: SendQuery }) { dryRun }: z.infer<typeof SendQuery>,
    @Req() { body }: { readonly body: unknown },
    @Res() reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'case:open');
    if (!isStream(body)) throw notAFile();
    const importId = importIdFor(identity, key);
    const replayed = await this.lists.receive(identity, { importId, bytes: body, dryRun: dryRun === 'true' });
    reply.status(201).header('location', `/v1/placements/imports/${importId}`);
    if (replayed) reply.header('idempotent-replayed', 'true');
    reply.send(await this.read(identity, importId, (tx) => this.summary(tx, importId)));
  }

  @Get(':importId')
  @ApiOperation({ operationId: 'getImport', summary: 'How far a list is: rows by what came of them' })
  @ApiOkResponse({ standardSchema: ImportBody })
  @ApiProblems(400, 401, 403, 404)
  async get(@Caller() identity: Identity, @Param('importId', ImportId) importId: string): Promise<ImportBody> {
    return this.read(identity, importId, (tx) => this.summary(tx, importId));
  }

  @Get(':importId/rows')
  @ApiOperation({ operationId: 'getImportRows', summary: 'The rows of a list in order, each with its faults' })
  @ApiQuery({ name: 'status', required: false, enum: [...ROW_STATUSES] })
  @ApiQuery({ name: 'after', required: false, description: 'Number of the last row of the page before' })
  @ApiQuery({ name: 'limit', required: false, description: 'At most 1000; 100 if it is left out' })
  @ApiOkResponse({ standardSchema: ImportRowsBody })
  @ApiProblems(400, 401, 403, 404)
  async rows(
    @Caller() identity: Identity,
    @Param('importId', ImportId) importId: string,
    @Query({ schema: RowsQuery }) query: RowsQuery,
  ): Promise<object> {
    const rows = await this.read(identity, importId, (tx) => this.reader.rows(tx, importId, query));
    return { rows, next: rows.length < query.limit ? null : (rows.at(-1)?.row ?? null) };
  }

  @Get(':importId/report')
  @ApiOperation({ operationId: 'getImportReport', summary: 'The report of a list as CSV: one line for each fault' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The report', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(400, 401, 403, 404)
  async report(
    @Caller() identity: Identity,
    @Param('importId', ImportId) importId: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const pages = await this.read(identity, importId, () => Promise.resolve(this.pages(identity, importId)));
    reply
      .status(200)
      .header('content-type', 'text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="laporan-${importId}.csv"`)
      .send(reportCsv(pages));
  }

  private async *pages(identity: Identity, importId: string): AsyncGenerator<ImportedRow> {
    let after = 0;
    for (;;) {
      const page = await asActor(this.db, identity, (tx) => this.reader.rows(tx, importId, { after, limit: 1000 }));
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.row;
    }
  }

  private async summary(tx: EntityManager, importId: string): Promise<ImportBody> {
    const found = await this.reader.find(tx, importId);
    if (found === undefined) throw noSuchImport();
    const { fileDigest: _digest, isHeld: _held, ...seen } = found;
    const { withNotices, ...rows } = await this.reader.counts(tx, importId);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const at = `/v1/placements/imports/${importId}`;
    return ImportBody.parse({
      ...seen,
      rows: { total, ...rows, withNotices },
      links: { rows: `${at}/rows`, report: `${at}/report` },
    });
  }

  /** Reads as the identity. @throws ProblemError 404 if there is no such list in its area */
  private async read<T>(identity: Identity, importId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    mustBeAllowed(identity, 'case:open');
    return asActor(this.db, identity, async (tx) => {
      if ((await this.reader.find(tx, importId)) === undefined) throw noSuchImport();
      return work(tx);
    });
  }
}

const isStream = (body: unknown): body is AsyncIterable<Buffer> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

const noSuchImport = () =>
  new ProblemError(
    problem(
      404,
      'import/not-found',
      { id: 'Tidak ada daftar dengan nomor ini di wilayah Anda.', en: 'There is no list with this id in your area.' },
      { id: 'Periksa nomor daftar.', en: 'Check the id of the list.' },
      { field: '/importId' },
    ),
  );

const notAFile = () =>
  unreadable(
    'not-a-file',
    { id: 'Kiriman ini bukan berkas CSV atau XLSX.', en: 'What was sent is no CSV or XLSX file.' },
    {
      id: `Kirim berkasnya sebagai isi permintaan, dengan Content-Type ${LIST_TYPES.join(' atau ')}.`,
      en: `Send the file as the body, with Content-Type ${LIST_TYPES.join(' or ')}.`,
    },
    { status: 415 },
  );
