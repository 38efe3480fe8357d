import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { z } from 'zod';
import { denial, IdentityRefused, type Action, type Identity, type IdentitySource } from '@titian/auth';
import { problem, ProblemError } from '@titian/http/problem';
import type { Logger, Metrics, PartHealth } from '@titian/observability';
import { toCsv } from './export/csv.ts';
import { toTable } from './export/table.ts';
import { toXlsx } from './export/xlsx.ts';
import { readGeneration } from './generation.ts';
import { findInconsistencies } from './reports/consistency.ts';
import { FigureCache } from './reports/figure-cache.ts';
import { TooManyFigures, type Line } from './reports/figures.ts';
import { REPORTS, type Report } from './reports/measures.ts';
import { notesOf } from './reports/notes.ts';
import { toPage, type ShownLine } from './reports/report-page.ts';
import {
  MOST_LINES,
  NO_SUCH_PAGE,
  NOT_A_READ,
  notYours,
  outside,
  tooMuch,
  TOO_MANY_FIGURES,
  tooWide,
  UNIDENTIFIED,
  UNKNOWN,
} from './reports/report-problems.ts';
import { LEVELS, ReportQuery } from './reports/report-query.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ReportsOptions {
  readonly pool: pg.Pool;
  readonly identities: IdentitySource;
  /** Counts below this are not shown. */
  readonly least: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly parts: () => Readonly<Record<string, PartHealth>>;
}

/** The reports over HTTP, each reader within the own area, and the pages that tell how the service is. */
export class ReportsServer {
  private readonly server: Server;
  private readonly figures: FigureCache;

  constructor(private readonly options: ReportsOptions) {
    this.figures = new FigureCache(options.pool, options.least);
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => this.server.once('error', reject).listen(port, host, resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.route(request, response);
    } catch (error) {
      const known = error instanceof ProblemError ? error.problem : UNKNOWN;
      if (known === UNKNOWN) {
        const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
        this.options.logger.error({ reason }, 'report failed');
      }
      if (response.headersSent) response.destroy();
      else sendJson(response, known.status, known, 'application/problem+json');
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://reporting');
    if (request.method !== 'GET') throw new ProblemError(NOT_A_READ);
    switch (url.pathname) {
      case '/healthz':
        sendJson(response, 200, { ok: true });
        return;
      case '/readyz': {
        const parts = await this.parts();
        const ok = Object.values(parts).every((part) => part.ok);
        sendJson(response, ok ? 200 : 503, { ok, parts });
        return;
      }
      case '/metrics':
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(this.options.metrics.render());
        return;
      case '/v1/reports':
        await this.identify(request, 'report:read');
        sendJson(response, 200, { reports: [...REPORTS.values()].map(({ name, title }) => ({ name, title })) });
        return;
      case '/v1/reports/consistency':
        await this.identify(request, 'consistency:read');
        sendJson(response, 200, {
          ...(await this.state()),
          findings: await findInconsistencies(this.options.pool, this.options.least),
        });
        return;
      default:
        await this.report(url, request, response);
    }
  }

  private async report(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const report = REPORTS.get(url.pathname.replace('/v1/reports/', ''));
    if (report === undefined) throw new ProblemError(NO_SUCH_PAGE);
    const identity = await this.identify(request, 'report:read');
    const query = readQuery(ReportQuery, url.searchParams);
    const area = query.area ?? identity.area.split('.').slice(0, 2).join('.');
    if (denial(identity, 'report:read', { area }) !== null) throw new ProblemError(outside(identity));
    const level = query.level ?? (area === '' ? 'country' : area.length === 2 ? 'province' : 'regency');
    if (LEVELS[level] < area.split('.').filter((code) => code !== '').length)
      throw new ProblemError(tooWide(level, area));
    const state = await this.state();
    const lines = toPage(await this.figuresOf(report), { ...query, level, area }, report.part !== null);
    if (query.format === 'json') {
      sendJson(response, 200, { report: report.name, title: report.title, ...state, least: this.options.least, lines });
      return;
    }
    await this.export(report, lines, query.format, state, response);
  }

  private async figuresOf(report: Report): Promise<readonly Line[]> {
    return this.figures.of(report).catch((error: unknown) => {
      if (error instanceof TooManyFigures) throw new ProblemError(TOO_MANY_FIGURES);
      throw error;
    });
  }

  private async export(
    report: Report,
    lines: readonly ShownLine[],
    format: 'csv' | 'xlsx',
    state: State,
    response: ServerResponse,
  ): Promise<void> {
    if (lines.length > MOST_LINES) throw new ProblemError(tooMuch(lines.length));
    const table = toTable(report, lines);
    const type = format === 'csv' ? 'text/csv; charset=utf-8; header=present' : XLSX;
    const name = `titian-${report.name}-${state.asOf.slice(0, 10)}.${format}`;
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
    if (format === 'csv') {
      response.writeHead(200, headers);
      await pipeline(toCsv(table), response);
      return;
    }
    const sheet = await toXlsx(table, notesOf(report, { ...state, least: this.options.least }));
    response.writeHead(200, headers).end(sheet);
  }

  private async parts(): Promise<Readonly<Record<string, PartHealth>>> {
    const record = await this.options.pool.query('select 1').then(
      () => ({ ok: true }),
      () => ({ ok: false }),
    );
    return { record, ...this.options.parts() };
  }

  private async state(): Promise<State> {
    const { completeAt } = await readGeneration(this.options.pool);
    return { asOf: new Date().toISOString(), complete: completeAt !== null };
  }

  private async identify({ headers }: IncomingMessage, action: Action): Promise<Identity> {
    const identity = await this.options.identities.identify(headers).catch((error: unknown) => {
      if (error instanceof IdentityRefused) throw new ProblemError({ ...UNIDENTIFIED, detail: error.message });
      throw error;
    });
    if (identity === undefined) throw new ProblemError(UNIDENTIFIED);
    if (denial(identity, action) !== null) throw new ProblemError(notYours(identity, action));
    return identity;
  }
}

interface State {
  readonly asOf: string;
  /** Whether everything published before the figures were begun anew has been read. */
  readonly complete: boolean;
}

function readQuery<Schema extends z.ZodType>(schema: Schema, given: URLSearchParams): z.infer<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message, ...issue }) => ({
    field: `/query/${'keys' in issue ? issue.keys.join(',') : path.join('/')}`,
    rule: message,
    remedy: 'See docs/how-to/read-reports.md for what may stand here.',
  }));
  const [first] = errors;
  throw new ProblemError(
    problem(
      400,
      'request/invalid',
      { id: `Permintaan salah: ${first?.rule ?? ''}.`, en: `The query is wrong: ${first?.rule ?? ''}.` },
      { id: 'Perbaiki dan kirim lagi.', en: 'Correct it and ask again.' },
      { errors, ...(first === undefined ? {} : { field: first.field }) },
    ),
  );
}

function sendJson(response: ServerResponse, status: number, body: object, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}
