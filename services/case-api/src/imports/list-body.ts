import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Media types under which a list may be sent; what it is, its first bytes say. */
export const LIST_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const;

const LISTS = '/v1/placements/imports';

/** Hands the body of a list to its endpoint as it arrives; anywhere else such a body is refused unread. */
export function takeLists(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser([...LIST_TYPES], (request, payload, done) => {
      if (request.routeOptions.url === LISTS) done(null, payload);
      else done(Object.assign(new Error('not a list'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }));
    });
}
