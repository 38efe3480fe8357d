import { describe, expect, test } from '@jest/globals';
import type { Actor, CaseState, JsonObject, Text } from '@titian/domain';
import {
  actor,
  calendar,
  CHECKER,
  INSURER,
  MAKER,
  model,
  OPENING,
  paper,
  rejection,
  steps,
  SYSTEM,
  TestCase,
  VILLAGE,
} from '@titian/domain/testing/claim-world';
import { benefitRules } from '@titian/rulebook';
import type { Places } from '../places/places.ts';
import { guidanceOf } from './guidance.ts';

interface Guidance {
  readonly says: Text;
  readonly next: readonly {
    readonly command: string;
    readonly legalBasis: readonly object[];
    readonly sentence: Text;
  }[];
  readonly missing: readonly {
    readonly requirement: string;
    readonly says: Text;
    readonly advised: boolean;
    readonly sensitive: boolean;
    readonly ways: readonly {
      readonly document: string;
      readonly issuers: readonly { readonly issuer: string; readonly letter: string | null }[];
    }[];
  }[];
  readonly requests: readonly {
    readonly status: string;
    readonly dueAt: string | null;
    readonly says: Text;
    readonly reason: object | null;
  }[];
  readonly deadlines: readonly { readonly clock: string; readonly lastDay: string | null }[];
  readonly expectation: { readonly lines: readonly { readonly expectedIdr: string | null }[] } | null;
  readonly differences: readonly { readonly says: Text }[];
}
const places = { nameOf: (area: string) => `nama ${area}` } as unknown as Places;
const FAMILY: Actor = actor('family', 'family', '35.05.08.2003', 'family');
const EMPLOYER = { requirement: 'accidentLetter', document: 'SK_MAJIKAN', addressee: 'PEMBERI_KERJA' };

const guide = (claim: TestCase, who: Actor): Guidance =>
  guidanceOf(model, claim.open, who, places, claim.now, calendar) as Guidance;
const commands = (claim: TestCase, who: Actor): string[] => guide(claim, who).next.map(({ command }) => command);

describe('what to do next', () => {
  test.each<[string, () => TestCase, Actor, string | undefined]>([
    ['after the report, the village records the outcome', steps.reported, VILLAGE, 'recordAccidentOutcome'],
    ['while papers are missing, they come first', steps.evidence, VILLAGE, 'attach'],
    ['the family can attach, too', steps.evidence, FAMILY, 'attach'],
    ['the district verifies', steps.verification, MAKER, 'verifyItem'],
    ['the district submits', steps.ready, MAKER, 'submit'],
    ['the family accepts the decision', steps.decided, FAMILY, 'acceptDecision'],
    ['the family confirms', steps.confirm, FAMILY, 'confirmReceipt'],
    [
      'the village waits while the district verifies',
      steps.verification,
      actor('village_officer', 'x', '35.05.08.2003'),
      undefined,
    ],
    ['another village sees nothing to do', steps.evidence, actor('village_officer', 'x', '35.07.01.2001'), undefined],
  ])('%s', (_what, claim, who, expected) => {
    const first = guide(claim(), who).next.find(({ command }) => command !== 'recordPayee');
    expect(first?.command).toBe(expected);
    if (first !== undefined) {
      expect(first.legalBasis.length).toBeGreaterThan(0);
      expect(first.sentence.id && first.sentence.en).toMatch(/\S/);
    }
  });

  test('what can be done at once comes before what still waits', () => {
    expect(commands(steps.evidence(), VILLAGE).at(-1)).toBe('markComplete');
  });

  test('who has nothing to do is told who holds the case', () => {
    expect(guide(steps.review(), VILLAGE).says.id).toContain('menunggu');
  });
});

describe('missing papers', () => {
  const missing = (claim: TestCase, who: Actor, requirement: string) => {
    const found = guide(claim, who).missing.find((each) => each.requirement === requirement);
    if (found === undefined) throw new RangeError(`${requirement} is not missing`);
    return found;
  };

  test('say who issues them, where, and what replaces them: in Taiwan the trade office, elsewhere the mission', () => {
    const taiwan = missing(steps.evidence(), VILLAGE, 'accidentLetter');
    expect(taiwan.says.id).toContain('minta kepada pemberi kerja (di Taiwan)');
    expect(taiwan.says.id).toContain('KDEI Taipei');
    expect(JSON.stringify(taiwan.ways)).not.toContain('PERWAKILAN_RI');
    const korea = new TestCase()
      .do('reportAccident', VILLAGE, { ...OPENING, riskCountry: 'KR' })
      .do('recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: '2026-01-02' });
    const letter = missing(korea, VILLAGE, 'accidentLetter');
    expect(letter.says.id).toContain('KBRI atau KJRI di Korea Selatan');
    expect(JSON.stringify(letter.ways)).not.toContain('KDEI');
  });

  test('of third parties come with a letter to print, of offices nearby without', () => {
    const { ways } = missing(steps.evidence(), VILLAGE, 'accidentLetter');
    expect(ways[0]?.issuers[0]?.letter).toMatch(
      /^\/v1\/cases\/.*\/letters\/accidentLetter\?document=SK_MAJIKAN&addressee=PEMBERI_KERJA$/,
    );
    expect(missing(steps.evidence(), VILLAGE, 'memberCard').ways[0]?.issuers[0]?.letter).toBeNull();
  });

  test('a refusal is said, and opens the way to the substitute', () => {
    const claim = steps.evidence().do('paperRefused', VILLAGE, { ...EMPLOYER, reasonCode: 'ISSUER_REFUSED' });
    expect(missing(claim, VILLAGE, 'accidentLetter').says.id).toMatch(
      /Jika tidak dapat.*Penolakan sudah dicatat \(1\)/,
    );
    expect(guide(claim, VILLAGE).requests).toMatchObject([
      { status: 'refused', reason: { label: { id: expect.any(String) } } },
    ]);
  });

  test('that a village need not know are marked', () => {
    expect(missing(steps.evidence(), VILLAGE, 'medicalResume').sensitive).toBe(true);
    expect(missing(steps.evidence(), MAKER, 'medicalResume').sensitive).toBe(false);
  });
});

describe('requests and days', () => {
  test('a request says by when, and who chases it then', () => {
    const claim = steps.evidence().do('requestPaper', VILLAGE, EMPLOYER);
    const [request] = guide(claim, VILLAGE).requests;
    expect(request?.dueAt).toBe('2026-01-20T17:00:00.000Z');
    expect(request?.says.id).toContain('2026-01-20, BP3MI diminta');
  });

  test('the last filing day is the day before the expiry', () => {
    const expiry = guide(steps.evidence(), VILLAGE).deadlines.find(({ clock }) => clock === 'expiry');
    expect(expiry?.lastDay).toBe('2030-12-19');
  });

  test('stay true after time has passed', () => {
    const claim = steps.evidence().do('requestPaper', VILLAGE, EMPLOYER);
    claim.at('2026-01-22T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(guide(claim, VILLAGE).requests).toMatchObject([
      { status: 'awaited', dueAt: expect.stringMatching(/^2026-02/) },
    ]);
  });
});

describe('what is kept from a village', () => {
  const rape = (): TestCase =>
    new TestCase().do('openClaim', MAKER, {
      ...OPENING,
      claimType: 'JKK_PEMERKOSAAN',
      lines: [{ code: 'JKK_PEMERKOSAAN', askedIdr: '50000000' }],
    });

  test('the file of a rape: no papers, no requests, and what to do instead', () => {
    const seen = guide(rape(), VILLAGE);
    expect([seen.missing, seen.requests]).toEqual([[], []]);
    expect(seen.says.id).toContain('jangan meminta');
    expect(guide(rape(), MAKER).missing.length).toBeGreaterThan(0);
  });
});

describe('a decision beside the rules', () => {
  test('is explained in words, with both sums and the reason', () => {
    const claim = new TestCase([], undefined, undefined, benefitRules()).do('reportAccident', VILLAGE, {
      ...OPENING,
      coverage: [
        {
          placement: 'PLACED',
          paidDuringOn: '2025-01-02',
          paidMonths: 24,
          embarkedOn: '2025-01-10',
          debarkedOn: null,
          contractStartsOn: '2025-01-10',
          contractEndsOn: '2027-01-09',
        },
      ],
    });
    claim.do('recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: '2026-01-02' });
    const papers: readonly (readonly [string, string])[] = [
      ['form', 'FORMULIR_KLAIM'],
      ['memberCard', 'KPJ'],
      ['passport', 'PASPOR'],
      ['accidentLetter', 'SK_MAJIKAN'],
      ['medicalResume', 'RESUME_MEDIS'],
      ['paymentProof', 'BUKTI_BAYAR'],
      ['account', 'REKENING_PESERTA'],
    ];
    for (const [requirement, document] of papers) claim.do('attach', VILLAGE, paper(requirement, document));
    claim
      .do('recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: OPENING['subject'] ?? null })
      .do('markComplete', VILLAGE);
    for (const [requirement] of papers) claim.do('verifyItem', MAKER, { requirement, against: 'ORIGINAL' });
    const verified: JsonObject = { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] };
    claim
      .do('recordMembership', MAKER, { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' })
      .do('approveFile', MAKER, verified)
      .do('checkFile', CHECKER)
      .do('submit', MAKER)
      .do('insurerReceived', INSURER, { reference: 'BPJS-1', receivedAt: '2026-01-05T03:00:00.000Z' })
      .do('reject', INSURER, rejection());
    const [difference] = guide(claim, FAMILY).differences;
    expect(difference?.says.id).toMatch(
      /dihitung Rp42\.500\.000, diputuskan Rp0\. Ditolak, padahal .* Alasan: Di luar masa pelindungan \(Pasal 34\)/,
    );
    expect(guide(claim, FAMILY).expectation?.lines[0]?.expectedIdr).toBe('42500000');
    expect((claim.open satisfies CaseState).flags).toContain('decision_differs');
  });
});
