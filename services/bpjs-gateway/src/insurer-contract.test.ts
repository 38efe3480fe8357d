import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSimulator, type Simulator } from '@titian/simulator-bpjs';
import { parse } from 'yaml';
import { HttpInsurer } from './http-insurer.ts';
import { aClaimFile } from './testing/claim-file.fixture.ts';
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
  const insurer = new HttpInsurer(simulator.url);
  const file = aClaimFile();
  const { claimRef } = file;
  await fetch(`${simulator.url}/admin/plans/${claimRef}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      steps: [
        { do: 'request-information', documents: ['INVOICE'], reasonCode: 'PAPER_MISSING', article: 'Pasal 3' },
        { do: 'approve' },
        { do: 'fail-payment', reasonCode: 'ACCOUNT_CLOSED' },
        { do: 'pay' },
      ],
    }),
  });
  const submitted = await insurer.submit(`${claimRef}/submission/1`, file);
  if (submitted.kind === 'refused') throw new Error(submitted.reasonCode);
  const { reference } = submitted;
  await heard('claim.information-requested');
  const paper = { code: 'INVOICE', documentId: randomUUID(), sha256: 'a'.repeat(64) };
  await insurer.sendInformation(`${claimRef}/information/1`, reference, [paper]);
  await heard('claim.decided');
  const order = { lines: file.lines, accountToken: file.payee.accountToken };
  await insurer.requestPayment(`${claimRef}/payment/1`, reference, order);
  await heard('payment.failed');
  await insurer.requestPayment(`${claimRef}/payment/2`, reference, order);
  await heard('payment.paid');

  expect(door.taken.map(({ type }) => type).sort()).toEqual([...components.schemas.CallbackType.enum].sort());
  expect(new Set(door.taken.map((callback) => callback.claimRef))).toEqual(new Set([claimRef]));
  expect(new Set(door.taken.map(({ callbackId }) => callbackId)).size).toBe(door.taken.length);
});
