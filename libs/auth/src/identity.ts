import type { Actor } from '@titian/domain';

/** A person or service that has proved who they are: one role, in one office, for one area. */
export interface Identity extends Actor {
  /** A family sees its own case only. */
  readonly onlyCase?: string | undefined;
}

/** Where identities come from. OIDC takes this place behind the same port; the rest of the system does not notice. */
export interface IdentitySource {
  readonly name: string;
  /** Undefined if the request proves nobody. @throws IdentityRefused if it claims somebody it may not claim */
  identify(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Promise<Identity | undefined>;
}

/** The request claims an identity that this source does not give. */
export class IdentityRefused extends Error {
  override readonly name = 'IdentityRefused';
}
