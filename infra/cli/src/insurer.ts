import { z } from 'zod';
import type { GatewayAddress } from './addresses.ts';
import { EXIT, Misuse, type ExitCode, type Terminal } from './terminal.ts';

const Reconciled = z.object({
  days: z.array(z.string()),
  compared: z.number(),
  repaired: z.number(),
  asked: z.number(),
  pending: z.number(),
});
const Parked = z.object({
  items: z.array(
    z.object({
      callbackId: z.string(),
      type: z.string(),
      claimRef: z.string(),
      reference: z.string(),
      reason: z.string(),
      parkedAt: z.string(),
      times: z.number(),
    }),
  ),
});
const Released = z.object({ outcome: z.string(), released: z.boolean() });

/** @throws Misuse if the gateway refuses or cannot be reached; the token is never part of the sentence */
async function ask(gateway: GatewayAddress, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${gateway.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${gateway.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => undefined);
  if (response === undefined) throw new Misuse(`the gateway at ${gateway.url} cannot be reached.`);
  if (!response.ok) throw new Misuse(`the gateway answered ${response.status} to ${method} ${path}.`);
  return response.json();
}

/** Compares our claims with the insurer's list and repairs what a missed callback explains. */
export async function reconcile(
  gateway: GatewayAddress,
  range: { readonly day?: string; readonly days?: number },
  terminal: Terminal,
  json: boolean,
): Promise<ExitCode> {
  const query = range.day === undefined ? `days=${range.days ?? 2}` : `day=${range.day}`;
  const found = Reconciled.parse(await ask(gateway, 'POST', `/v1/bpjs/reconcile?${query}`));
  const { days, compared, repaired, asked, pending } = found;
  terminal.out(
    json
      ? JSON.stringify(found)
      : `${days.join(', ')}: ${compared} compared, ${repaired} repaired, ${asked} put to a person, ${pending} to be looked at again`,
  );
  return asked + pending > 0 ? EXIT.finding : EXIT.good;
}

/** Lists the callbacks that wait for a person. */
export async function listParked(gateway: GatewayAddress, terminal: Terminal, json: boolean): Promise<ExitCode> {
  const { items } = Parked.parse(await ask(gateway, 'GET', '/v1/bpjs/parked'));
  if (json) terminal.out(JSON.stringify({ items }));
  else
    for (const { callbackId, type, claimRef, reference, reason, parkedAt, times } of items)
      terminal.out(`${parkedAt} ${callbackId} ${type} ${reason} case ${claimRef} ${reference} (${times}x)`);
  if (!json && items.length === 0) terminal.out('no callback waits');
  return items.length > 0 ? EXIT.finding : EXIT.good;
}

/** Takes a parked callback once more, or dismisses it. */
export async function releaseParked(
  gateway: GatewayAddress,
  callbackId: string,
  how: { readonly by: string; readonly dismiss: boolean },
  terminal: Terminal,
  json: boolean,
): Promise<ExitCode> {
  const path = `/v1/bpjs/parked/${encodeURIComponent(callbackId)}/release`;
  const said = Released.parse(await ask(gateway, 'POST', path, how));
  terminal.out(json ? JSON.stringify(said) : `${said.released ? 'released' : 'still parked'}: ${said.outcome}`);
  return said.released ? EXIT.good : EXIT.finding;
}
