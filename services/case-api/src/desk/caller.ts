import { createParamDecorator, Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { IdentityRefused, type Identity, type IdentitySource } from '@titian/auth';
import { problem, ProblemError } from '@titian/http';
import { IDENTITY_SOURCE } from '../tokens.ts';

interface IdentifiedRequest {
  readonly headers: Record<string, string | undefined>;
  identity?: Identity;
}

/** Finds out who asks, before anything else; a request that proves nobody goes no further. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(@Inject(IDENTITY_SOURCE) private readonly source: IdentitySource) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const identity = await this.source.identify(request.headers).catch((error: unknown) => {
      if (error instanceof IdentityRefused) throw unidentified(error.message);
      throw error;
    });
    if (identity === undefined) throw unidentified('the request names no identity');
    request.identity = identity;
    return true;
  }
}

const unidentified = (detail: string): ProblemError =>
  new ProblemError(
    problem(
      401,
      'identity/unknown',
      { id: 'Identitas tidak dikenal.', en: 'The request does not say who is asking.' },
      {
        id: 'Kirim X-Titian-Identity dengan pengguna contoh.',
        en: 'Send X-Titian-Identity with the id of a demo user.',
      },
      { detail, field: '/headers/x-titian-identity' },
    ),
  );

/** The identity that {@link IdentityGuard} found. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (identity === undefined) throw unidentified('no identity guard ran');
  return identity;
});
