import { readFile } from 'node:fs/promises';
import { localDay, plainDay, type Json } from '@titian/domain';
import { factsFromJson, precheck, precheckToJson } from '@titian/rulebook';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';
import { inWords } from './in-words.ts';

/**
 * What may be claimed by the facts of a file: the question of a kitchen table, before any case exists. Nothing is stored and
 * no server is asked.
 *
 * @returns 0 if something is due, 1 if nothing is, or if a fact is missing or wrong
 * @throws Misuse if the file cannot be read or is not what it should be
 */
export async function simulateClaim(path: string, terminal: Terminal, json: boolean): Promise<ExitCode> {
  const given = await factsIn(path);
  const today = plainDay(localDay(new Date().toISOString(), 'WIB'));
  const read = factsFromJson({ askedOn: today, ...given });
  if ('findings' in read) {
    for (const { field, message } of read.findings) terminal.err(`${field}: ${message.id} ${message.en}`);
    throw new Misuse(`${path} does not hold the facts of a claim: ${read.findings.length} faults`);
  }
  const result = precheck(read.facts);
  if (json) terminal.out(JSON.stringify(precheckToJson(result)));
  else for (const line of inWords(result)) terminal.out(line);
  const isSound = result.findings.every(({ severity }) => severity !== 'error');
  return result.verdict === 'ELIGIBLE' && isSound ? EXIT.good : EXIT.finding;
}

async function factsIn(path: string): Promise<Readonly<Record<string, Json>>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Misuse(`${path} cannot be read`);
  });
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Misuse(`${path} is not a JSON object; see docs/how-to/pre-check-a-claim.md`);
  }
  return value as Readonly<Record<string, Json>>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
