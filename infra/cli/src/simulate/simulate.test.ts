import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { main } from '../main.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-simulate-'));
const file = (content: unknown, name = 'case.json'): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
async function simulate(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
  return { code: await main(['simulate', 'claim', ...args], terminal, {}), said: lines.join('\n') };
}

/** The fire of Hong Kong, as the real case of Sutojayan: an active member, a husband and a child at school. */
const FIRE = {
  askedOn: '2026-01-05',
  event: { kind: 'DEATH', day: '2025-11-26', country: 'HK', byAccident: true },
  coverage: [
    {
      ref: 'contract-1',
      placement: 'PLACED',
      paidBeforeOn: '2024-10-01',
      paidDuringOn: '2024-12-20',
      paidMonths: 24,
      embarkedOn: '2025-01-05',
      debarkedOn: null,
      contractStartsOn: '2025-01-05',
      contractEndsOn: '2027-01-04',
    },
  ],
  heirs: [
    { ref: 'husband', relation: 'SPOUSE' },
    { ref: 'child', relation: 'CHILD', school: { level: 'SD', yearsLeft: 3 } },
  ],
};

describe('titian simulate claim', () => {
  test('says what is due, the formula, papers and substitutes, who may report, the last day and the articles', async () => {
    const { code, said } = await simulate('--file', file(FIRE));
    expect(code).toBe(0);
    for (const words of [
      'BERHAK',
      'JKK_MENINGGAL',
      'Rp85.000.000',
      'SD 3 x Rp1.500.000',
      'Surat keterangan ahli waris',
      'atau pengganti: Surat keterangan KDEI',
      'keluarga',
      '25 November 2030',
      'Permenaker 4/2023 Pasal 57 ayat (4)',
      '[belum diverifikasi]',
    ]) {
      expect(said).toContain(words);
    }
    expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(101);
  });

  test('the same fire without cover is a finding, and aid outside insurance is named', async () => {
    const { code, said } = await simulate('--file', file({ ...FIRE, coverage: [] }));
    expect(code).toBe(1);
    expect(said).toContain('TIDAK BERHAK');
    expect(said).toContain('Di luar jaminan sosial');
  });

  test('what nobody has said is asked, not guessed', async () => {
    const { code, said } = await simulate('--file', file({ event: FIRE.event }));
    expect(code).toBe(1);
    expect(said).toContain('BELUM DAPAT DITENTUKAN');
    expect(said).toMatch(/^\s*\? \S/m);
  });

  test('as JSON, sums are digits', async () => {
    const { code, said } = await simulate('--file', file(FIRE), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({
      verdict: 'ELIGIBLE',
      lines: expect.arrayContaining([
        expect.objectContaining({ code: 'JKK_MENINGGAL', amount: expect.objectContaining({ idr: '85000000' }) }),
      ]),
    });
  });

  test.each<[string, string, RegExp]>([
    ['a file that is not there', join(folder, 'none.json'), /cannot be read/],
    ['a file that is no JSON', file('{', 'broken.json'), /not a JSON object/],
    ['a list', file([], 'list.json'), /not a JSON object/],
    ['a field that does not exist', file({ ...FIRE, name: 'Siti' }, 'name.json'), /\/name/],
    ['a day that does not exist', file({ event: { ...FIRE.event, day: '2025-02-30' } }, 'day.json'), /\/event\/day/],
  ])('misuse: %s', async (_what, path, sentence) => {
    const { code, said } = await simulate('--file', path);
    expect(said).toMatch(sentence);
    expect(code).toBe(2);
  });
});
