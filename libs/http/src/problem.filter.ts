import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problem, ProblemError, type Problem } from './problem.ts';

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  type(contentType: string): Reply;
  send(body: unknown): unknown;
}

const brokenJson = problem(
  400,
  'request/broken-json',
  { id: 'Kiriman bukan JSON yang sah.', en: 'The body is not valid JSON.' },
  { id: 'Periksa tanda kurung dan kutip, lalu kirim lagi.', en: 'Check brackets and quotes, then send again.' },
  { field: '' },
);

/** Faults that Fastify finds before a controller is asked, by their code. */
const PLAIN: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem(
    413,
    'request/too-large',
    { id: 'Kiriman lebih besar dari 256 KiB.', en: 'The body is larger than 256 KiB.' },
    { id: 'Kirim data saja; dokumen diunggah terpisah.', en: 'Send data only; documents are uploaded apart.' },
    { field: '' },
  ),
  FST_ERR_CTP_INVALID_JSON_BODY: brokenJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: brokenJson,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(
    415,
    'request/not-json',
    { id: 'Kiriman harus application/json.', en: 'The body must be application/json.' },
    { id: 'Kirim dengan Content-Type: application/json.', en: 'Send Content-Type: application/json.' },
    { field: '' },
  ),
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Pure, so that the table of errors can be tested without HTTP. Anything unknown is a 500 that tells nothing. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const plain = PLAIN[codeOf(error)];
  if (plain !== undefined) return plain;
  if (error instanceof SyntaxError) return brokenJson;
  if (error instanceof HttpException) {
    const cause = error.cause === undefined ? undefined : PLAIN[codeOf(error.cause)];
    return cause ?? { type: 'about:blank', title: error.message, status: error.getStatus() };
  }
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return { type: 'about:blank', title: 'Bad Request', status };
  return unknownFault;
}

const unknownFault: Problem = { type: 'about:blank', title: 'Internal Server Error', status: 500 };

/** Answers every error as `application/problem+json`; logs what nobody foresaw, once. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const found = toProblem(error);
    if (found.status >= 500 && !(error instanceof ProblemError)) this.logger.error(error);
    const reply = host.switchToHttp().getResponse<Reply>();
    if (error instanceof ProblemError) {
      for (const [name, value] of Object.entries(error.headers)) reply.header(name, value);
    }
    reply.status(found.status).type('application/problem+json').send(found);
  }
}
