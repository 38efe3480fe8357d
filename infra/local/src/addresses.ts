import { type Ports } from './ports.ts';
import { type Secrets } from './secrets.ts';
import { toRoleUrl, type ServerAddresses } from './service-launch.ts';
import { databaseRoles, type DatabaseRole } from './stack.ts';

/** Where everything of a stack can be reached. The database URLs hold passwords, so never print them. */
export interface StackAddresses extends ServerAddresses {
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  readonly simulatorUrl: string;
  readonly reportingUrl: string;
  /** Opens the operator's pages of the gateway: a secret, never print it. */
  readonly operatorToken: string;
  /** The record as each service sees it. */
  readonly roleUrls: Readonly<Record<DatabaseRole, string>>;
}

/** Addresses for clients of a stack. */
export const toAddresses = (ports: Ports, servers: ServerAddresses, secrets: Secrets): StackAddresses => ({
  ...servers,
  apiUrl: `http://127.0.0.1:${ports['case-api']}`,
  gatewayUrl: `http://127.0.0.1:${ports['bpjs-gateway']}`,
  reportingUrl: `http://127.0.0.1:${ports['reporting']}`,
  operatorToken: secrets.operatorToken,
  simulatorUrl: `http://127.0.0.1:${ports['bpjs-simulator']}`,
  roleUrls: Object.fromEntries(
    databaseRoles.map((role) => [role, toRoleUrl(servers.databaseUrl, role, secrets)]),
  ) as Record<DatabaseRole, string>,
});
