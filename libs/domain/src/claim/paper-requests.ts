import type { JsonObject } from '../shared/text.ts';
import type { CaseEvent } from '../kernel/event.ts';
import type { Effect, Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Instant } from '../kernel/vocabulary.ts';

/** A paper asked of a third party, and what came of it. Requirement, document and addressee name it together. */
export interface PaperRequest {
  readonly requirement: string;
  readonly document: string;
  readonly addressee: string;
  readonly status: 'awaited' | 'arrived' | 'refused' | 'cancelled';
  readonly askedAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly reasonCode: string | null;
  /** The refusal as a paper, if it came in writing. */
  readonly refusal: { readonly documentId: string; readonly sha256: string } | null;
}
type RequestKey = Pick<PaperRequest, 'requirement' | 'document' | 'addressee'>;

/** The flag that says that somebody outside still owes a paper. */
const AWAITED = 'third_party_awaited';
/** The minutes on who was asked and refused: what the insurer gets to see instead of a paper that nobody issues. */
export const REFUSALS_DOCUMENT = 'BERITA_ACARA_PENOLAKAN';

/** Requests of a claim, oldest first. */
export const paperRequestsOf = ({ facts }: CaseState): readonly PaperRequest[] =>
  (facts['paperRequests'] ?? []) as unknown as readonly PaperRequest[];

/** Name of the clock's item for a request. */
export const requestItem = ({ requirement, document, addressee }: RequestKey): string =>
  `${requirement}.${document}.${addressee}`;

/** A country has a mission or, as Taiwan, a trade office: whichever was asked has answered for both. */
const MISSIONS: readonly string[] = ['PERWAKILAN_RI', 'KDEI'];
const isSame = (a: RequestKey, b: RequestKey): boolean => requestItem(a) === requestItem(b);
const keyIn = ({ input }: Situation): RequestKey => ({
  requirement: String(input['requirement']),
  document: String(input['document']),
  addressee: String(input['addressee']),
});
const before = ({ state }: Situation): readonly PaperRequest[] => (state === null ? [] : paperRequestsOf(state));

function recorded({ state }: Situation, requests: readonly PaperRequest[]): CaseEvent[] {
  const isOver = state?.flags.includes(AWAITED) === true && requests.every(({ status }) => status !== 'awaited');
  return [
    { kind: 'facts.recorded', facts: { paperRequests: requests as unknown as JsonObject[] } },
    ...(isOver ? [{ kind: 'flag.cleared', flag: AWAITED } as const] : []),
  ];
}

/** The request of the input with a change; one that was never recorded (asked by word of mouth) is recorded now. */
function settled(situation: Situation, change: Partial<PaperRequest>): CaseEvent[] {
  const key = keyIn(situation);
  const requests = before(situation);
  const known = requests.find((each) => isSame(each, key));
  const fresh: PaperRequest = {
    ...key,
    status: 'awaited',
    askedAt: null,
    settledAt: null,
    reasonCode: null,
    refusal: null,
  };
  const next = { ...(known ?? fresh), settledAt: situation.now, ...change };
  return recorded(
    situation,
    known === undefined ? [...requests, next] : requests.map((each) => (each === known ? next : each)),
  );
}

/** What a paper that comes in settles: the request for it has arrived, others for the same requirement are not needed. */
export function settleRequests(situation: Situation): CaseEvent[] {
  const { input, now } = situation;
  const requests = before(situation);
  const wanted = (each: PaperRequest): boolean =>
    each.status === 'awaited' && each.requirement === input['requirement'];
  if (!requests.some(wanted)) return [];
  return recorded(
    situation,
    requests.map((each) =>
      wanted(each)
        ? { ...each, status: each.document === input['document'] ? 'arrived' : 'cancelled', settledAt: now }
        : each,
    ),
  );
}

/** Nobody waits for a paper of a case that was closed: what was still awaited is not needed. */
export function dropRequests(situation: Situation): CaseEvent[] {
  const requests = before(situation);
  if (!requests.some(({ status }) => status === 'awaited')) return [];
  return recorded(
    situation,
    requests.map((each) =>
      each.status === 'awaited' ? { ...each, status: 'cancelled', settledAt: situation.now } : each,
    ),
  );
}

/** The minutes of the refusals put in place of a paper that nobody issues; a person judges them, and then the insurer. */
const relyOnRefusals: Effect = (situation) => {
  const { input, actor } = situation;
  return [
    {
      kind: 'evidence.attached',
      item: {
        requirement: String(input['requirement']),
        document: REFUSALS_DOCUMENT,
        documentId: String(input['documentId']),
        sha256: String(input['sha256']),
        status: 'attached',
        substitute: true,
        reasonCode: 'ISSUER_REFUSED',
        attachedBy: actor.id,
        verifiedBy: null,
      },
    },
    ...settleRequests(situation),
  ];
};

/** Effects of the commands on papers of third parties, by versioned name. */
export const requestEffects = {
  'requestPaper@1': (situation) => {
    const key = keyIn(situation);
    const others = before(situation).filter((each) => !isSame(each, key));
    const asked: PaperRequest = {
      ...key,
      status: 'awaited',
      askedAt: situation.now,
      settledAt: null,
      reasonCode: null,
      refusal: null,
    };
    return recorded(situation, [...others, asked]);
  },
  'paperArrived@1': (situation) => settled(situation, { status: 'arrived' }),
  'paperRefused@1': (situation) => {
    const { reasonCode = null, documentId, sha256 } = situation.input;
    return settled(situation, {
      status: 'refused',
      reasonCode: reasonCode as string | null,
      refusal: documentId === undefined ? null : { documentId: String(documentId), sha256: String(sha256) },
    });
  },
  'cancelPaperRequest@1': (situation) =>
    settled(situation, { status: 'cancelled', reasonCode: String(situation.input['reasonCode']) }),
  'relyOnRefusals@1': relyOnRefusals,
} as const satisfies Record<string, Effect>;

const unmet = (id: string, en: string, remedyId: string, remedyEn: string, field: string): GuardRefusal => ({
  message: { id, en },
  remedy: { id: remedyId, en: remedyEn },
  field,
});

/** Pairs of paper and issuer that could settle a requirement. */
const issuedBy = ({ definition, input }: Situation): readonly { document: string; issuer: string }[] =>
  (definition.evidence[String(input['requirement'])]?.anyOf ?? []).flatMap(({ document, issuers }) =>
    issuers.map((issuer) => ({ document, issuer })),
  );
const statusOf = (situation: Situation): PaperRequest['status'] | undefined =>
  before(situation).find((each) => isSame(each, keyIn(situation)))?.status;

/** Guards of the commands on papers of third parties, by versioned name. */
export const requestGuards = {
  'addresseeIssues@1': {
    readsInput: true,
    check: (situation) => {
      const { document, addressee } = keyIn(situation);
      const issuers = issuedBy(situation).filter((each) => each.document === document);
      if (issuers.some(({ issuer }) => issuer === addressee)) return null;
      const names = issuers.map(({ issuer }) => issuer).join(', ');
      return unmet(
        `${addressee} tidak menerbitkan ${document}.`,
        `${addressee} does not issue ${document}.`,
        `Penerbitnya: ${names}.`,
        `It is issued by ${names}.`,
        '/addressee',
      );
    },
  },
  'notAskedYet@1': {
    readsInput: true,
    check: (situation) =>
      statusOf(situation) === 'awaited'
        ? unmet(
            'Dokumen ini sudah diminta dan masih ditunggu.',
            'The paper is asked for already, and awaited.',
            'Tunggu, ingatkan penerbit, atau catat penolakannya dengan paperRefused.',
            'Wait, remind the issuer, or record the refusal with paperRefused.',
            '/document',
          )
        : null,
  },
  'askedNow@1': {
    readsInput: true,
    check: (situation) =>
      statusOf(situation) === 'awaited'
        ? null
        : unmet(
            'Tidak ada permintaan dokumen itu yang masih ditunggu.',
            'No request of that paper is awaited.',
            'Lihat daftar permintaan pada kasus ini.',
            'Look at the requests of the case.',
            '/document',
          ),
  },
  'refusalWhole@1': {
    readsInput: true,
    check: ({ input }) =>
      (input['documentId'] === undefined) === (input['sha256'] === undefined)
        ? null
        : unmet(
            'Surat penolakan memerlukan documentId dan sha256 bersama-sama.',
            'A written refusal needs documentId and sha256 together.',
            'Kirim keduanya, atau tidak satu pun.',
            'Send both, or neither.',
            '/documentId',
          ),
  },
  'everyIssuerRefused@1': {
    readsInput: true,
    check: (situation) => {
      const requirement = String(situation.input['requirement']);
      const refused = before(situation).filter((each) => each.requirement === requirement && each.status === 'refused');
      const open = issuedBy(situation).filter(
        ({ document, issuer }) =>
          !refused.some(
            (each) =>
              (each.document === document && each.addressee === issuer) ||
              (MISSIONS.includes(each.addressee) && MISSIONS.includes(issuer)),
          ),
      );
      if (open.length === 0) return null;
      const names = open.map(({ document, issuer }) => `${document} (${issuer})`).join(', ');
      return unmet(
        `Belum semua penerbit menolak: ${names}.`,
        `Not every issuer has refused: ${names}.`,
        'Minta dokumen itu kepada mereka, atau catat penolakannya.',
        'Ask them for it, or record that they refuse.',
        '/requirement',
      );
    },
  },
} as const satisfies Record<string, Guard>;
