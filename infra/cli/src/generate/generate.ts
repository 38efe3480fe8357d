import { getVillages } from 'idn-area-data';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';
import { generateCases, type GeneratorWish } from './generate-cases.ts';
import { sendCases } from './send-cases.ts';

/** The wish as it is typed. */
export interface GenerateFlags extends Omit<GeneratorWish, 'villages'> {
  /** Area whose villages are used, e.g. 35.05. */
  readonly area: string;
  /** Address of a running local stack; without it the cases are written as lines of JSON. */
  readonly send?: string;
}

/** Writes or sends realistic cases. @returns 0 all good, 1 some refused @throws Misuse for an area without villages */
export async function generate({ area, send, ...wish }: GenerateFlags, terminal: Terminal): Promise<ExitCode> {
  const villages = (await getVillages()).map(({ code }) => code).filter((code) => code.startsWith(`${area}.`));
  if (villages.length === 0)
    throw new Misuse(`no village lies in ${area}: name a province, regency or subdistrict, e.g. 35.05.`);
  const cases = generateCases({ ...wish, villages: villages.sort() });
  if (send === undefined) {
    for (const each of cases) terminal.out(JSON.stringify(each));
    return EXIT.good;
  }
  const { accepted, refused } = await sendCases(cases, send, wish.seed, (sent) => {
    terminal.err(`${sent} accepted`);
  });
  const refusals = Object.entries(refused).map(([code, count]) => `${count} × ${code}`);
  terminal.out(`${accepted} accepted, ${refusals.length === 0 ? 'none refused' : `refused: ${refusals.join(', ')}`}`);
  return refusals.length === 0 ? EXIT.good : EXIT.finding;
}
