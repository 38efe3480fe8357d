import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSimulator, type Simulator } from '@titian/simulator-bpjs';
import { parse } from 'yaml';
import { aClaimFile, anInsurer, fileOf, orderOf } from './testing/claim-file.fixture.ts';
import { KEY_ID, openDoor, SECRET, type Door } from './testing/gateway.fixture.ts';

const CONTRACT = new URL('../../../test/simulators/bpjs/openapi.yaml', import.meta.url);

let door: Door;
let simulator: Simulator;
let dataDir: string;
beforeAll(async () => {
  door = await openDoor();
  dataDir = await mkdtemp(join(tmpdir(), 'bpjs-contract-'));
  simulator = await startSimulator({ port: 0, callbackUrl: door.url, callbackKey: `${KEY_ID}:${SECRET}`, dataDir });
});
afterAll(async () => {
  await simulator.stop();
  await door.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function heard(type: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (door.taken.some((callback) => callback.type === type)) return;
    await pause(10);
  }
  throw new Error(`no ${type} within 5 s`);
}

test('every kind of callback in the contract arrives from the insurer, is believed and understood', async () => {
  const { components } = parse(await readFile(CONTRACT, 'utf8')) as {
    components: { schemas: { CallbackType: { enum: string[] } } };
  };
  const { insurer } = anInsurer(simulator.url);
  const file = aClaimFile();
  const { about } = file;
  const claimRef = about.caseId;
  await fetch(`${simulator.url}/admin/plans/${claimRef}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      steps: [
        { do: 'request-information', documents: ['INVOICE'], reasonCode: 'PAPER_MISSING', article: 'Pasal 3' },
        { do: 'approve' },
        { do: 'fail-payment', reasonCode: 'ACCOUNT_CLOSED' },
        { do: 'pay' },
        { do: 'return-payment', reasonCode: 'NAME_DIFFERS' },
      ],
    }),
  });
  const submitted = await insurer.submit(`${claimRef}/submission/1`, about, fileOf(file));
  if (submitted.kind !== 'received') throw new Error(submitted.kind);
  const { reference } = submitted;
  await heard('claim.information-requested');
  const paper = { code: 'INVOICE', documentId: randomUUID(), sha256: 'a'.repeat(64) };
  await insurer.sendInformation(`${claimRef}/information/1`, about, reference, [paper]);
  await heard('claim.decided');
  await insurer.requestPayment(`${claimRef}/payment/1`, about, reference, orderOf(file));
  await heard('payment.failed');
  await insurer.requestPayment(`${claimRef}/payment/2`, about, reference, orderOf(file, 2));
  await heard('payment.paid');
  await heard('payment.returned');

  expect(door.taken.map(({ type }) => type).sort()).toEqual([...components.schemas.CallbackType.enum].sort());
  expect(new Set(door.taken.map((callback) => callback.claimRef))).toEqual(new Set([claimRef]));
  expect(new Set(door.taken.map(({ callbackId }) => callbackId)).size).toBe(door.taken.length);
});

test('every operation that the gateway calls stands in the contract', async () => {
  const { paths } = parse(await readFile(CONTRACT, 'utf8')) as { paths: Record<string, Record<string, unknown>> };
  const called: string[] = [];
  const listening = createServer((request, response) => {
    called.push(`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`);
    response.writeHead(503).end('{}');
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { insurer } = anInsurer(`http://127.0.0.1:${(listening.address() as AddressInfo).port}`);
  const file = aClaimFile();
  const { about } = file;
  const calls = [
    insurer.reportAccident('k', about, { riskDay: file.riskDay, riskCountry: file.riskCountry }),
    insurer.submit('k', about, fileOf(file)),
    insurer.sendInformation('k', about, 'R', []),
    insurer.fileObjection('k', about, 'R', 'FACTS_DIFFER'),
    insurer.requestPayment('k', about, 'R', orderOf(file)),
    insurer.withdraw('k', about, 'R', 'OWN_WISH'),
    insurer.claimsOf('2026-03-02'),
    insurer.findClaim(about, 'R'),
  ];
  await Promise.allSettled(calls);
  await new Promise((resolve) => listening.close(resolve));
  const known = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace('{reference}', 'R')}`),
  );
  expect(called).toHaveLength(calls.length);
  expect(called.filter((operation) => !known.includes(operation))).toEqual([]);
});
