import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { ReplayHistoriesIterable } from '@temporalio/worker';

const { History } = temporal.api.history.v1;

/** Set to the release that records, e.g. `0.1.0`; unset, nothing is written. Older releases' histories are never touched. */
const RECORDS = process.env['TITIAN_RECORD_HISTORIES'];

/** Keeps the history of a run as `<folder>/<release>/<name>.pb` (protobuf, as Temporal stores it), when histories are being recorded. */
export async function keepHistory(handle: WorkflowHandle, folder: URL, name: string): Promise<void> {
  if (RECORDS === undefined) return;
  const release = new URL(`${RECORDS}/`, folder);
  await mkdir(release, { recursive: true });
  await writeFile(new URL(`${name}.pb`, release), History.encode(await handle.fetchHistory()).finish());
}

/** Every kept history of a folder, named `<release>/<name>`. @throws Error if there is none: a gate that checks nothing is open */
export async function keptHistories(folder: URL): Promise<ReplayHistoriesIterable> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.pb')).sort();
  if (files.length === 0) throw new Error(`no history is kept under ${folder.pathname}`);
  return read(folder, files);
}

async function* read(folder: URL, files: readonly string[]): ReplayHistoriesIterable {
  for (const file of files) {
    yield { workflowId: file.replace(/\.pb$/, ''), history: History.decode(await readFile(new URL(file, folder))) };
  }
}
