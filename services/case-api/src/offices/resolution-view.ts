import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { isWithin, type AreaCode, type FilledRung, type Role, type Text, type VacantRung } from '@titian/domain';
import {
  isOpenAt,
  type DirectoryRows,
  type PostStanding,
  type Resolution,
  type ResolutionStep,
} from '@titian/rulebook';

const Words = z.object({ id: z.string(), en: z.string() });
const Place = z.object({ code: z.string(), name: z.string() });

export const ResolutionBody = z
  .object({
    area: Place,
    role: z.string(),
    at: z.iso.datetime(),
    office: z.object({
      office: z.string(),
      role: z.string(),
      name: Words.nullable().describe('Null where the office is known by its area code alone'),
      zone: z.string().nullable(),
      hours: z.object({ days: z.array(z.int()), opens: z.string(), closes: z.string() }).nullable(),
      isOpen: z.boolean().nullable(),
    }),
    people: z.array(z.string()).nullable().describe('Who is there, by directory id; null if not told to the reader'),
    ladder: z
      .object({ climbsOver: z.boolean(), because: z.enum(['vacant', 'absent', 'conflict']).nullable() })
      .describe('What a ladder would do with this rung at that moment'),
    path: z.array(
      z.object({
        role: z.string(),
        area: Place,
        office: z.string().nullable(),
        found: z.enum(['answers', 'vacant', 'absent', 'unfit', 'none', 'rule']),
        words: Words,
        posts: z.array(
          z.object({
            post: z.string(),
            found: z.enum(['held', 'deputised', 'absent', 'empty']),
            words: Words,
            awayUntil: z.iso.date().nullable(),
            holders: z.array(z.string()).nullable(),
            acting: z.array(z.string()).nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'OfficeResolution' });

/** Who works in an office is told to its own people and to officers who answer for every area that it serves. */
export function seesPeople({ role, area, office }: Identity, { offices }: DirectoryRows, asked: string): boolean {
  const areas = offices.find((stored) => stored.office === asked)?.areas ?? [];
  return office === asked || (role !== 'family' && areas.length > 0 && areas.every((served) => isWithin(served, area)));
}

interface Explained {
  readonly asked: { readonly area: AreaCode; readonly role: Role; readonly at: string };
  readonly found: Resolution;
  readonly rung: FilledRung | VacantRung;
  readonly rows: DirectoryRows;
  readonly nameOf: (area: AreaCode) => string;
  /** Whether the reader is told who works in an office. */
  readonly seesPeople: (office: string) => boolean;
}

/** How an office was found, in words: every place that was looked at, and how each post stands. */
export function resolutionView(explained: Explained): z.infer<typeof ResolutionBody> {
  const { asked, found, rung, rows, nameOf, seesPeople: sees } = explained;
  const stored = rows.offices.find(({ office }) => office === found.office);
  const toPlace = (code: AreaCode) => ({ code, name: nameOf(code) });
  return {
    area: toPlace(asked.area),
    role: asked.role,
    at: asked.at,
    office: {
      office: found.office,
      role: found.role,
      name: stored?.name ?? null,
      zone: stored?.zone ?? null,
      hours: stored === undefined ? null : { ...stored.hours, days: [...stored.hours.days] },
      isOpen: stored === undefined ? null : isOpenAt(stored, asked.at),
    },
    people: sees(found.office) ? [...found.officers] : null,
    ladder: { climbsOver: rung.office === null, because: rung.office === null ? rung.because : null },
    path: found.steps.map(({ role, area, office, found: how, posts }) => ({
      role,
      area: toPlace(area),
      office,
      found: how,
      words: wordsOf(how),
      posts: posts.map((post) => postView(post, office !== null && sees(office))),
    })),
  };
}

const text = (id: string, en: string): Text => ({ id, en });

const STEP_WORDS: Readonly<Record<ResolutionStep['found'], Text>> = {
  answers: text('Kantor ini yang menjawab.', 'This office answers.'),
  rule: text('Menurut kode wilayah: tidak ada yang dicatat.', 'By the area code: none is stored.'),
  none: text('Tidak ada kantor yang dicatat untuk wilayah ini.', 'No office is stored for this area.'),
  vacant: text('Semua jabatan kosong: dilewati.', 'Every post is empty: passed over.'),
  absent: text('Semua tidak masuk tanpa wakil: dilewati.', 'Everybody is away without a deputy: passed over.'),
  unfit: text('Semua berbenturan kepentingan: dilewati.', 'Everybody keeps out of the case: passed over.'),
};
const wordsOf = (found: ResolutionStep['found']): z.infer<typeof Words> => STEP_WORDS[found];

function postView({ post, found, holders, acting }: PostStanding, withPeople: boolean) {
  // Of several who are away, the first who comes back ends it.
  const [awayUntil = null] = found === 'held' ? [] : holders.map((each) => each.awayUntil).sort();
  return {
    post,
    found,
    words: postWords(found, awayUntil),
    awayUntil,
    holders: withPeople ? holders.map(({ officerId }) => officerId) : null,
    acting: withPeople ? [...acting] : null,
  };
}

function postWords(found: PostStanding['found'], until: string | null): Text {
  switch (found) {
    case 'held':
      return text('Dijabat.', 'Held.');
    case 'deputised':
      return until === null
        ? text('Kosong; wakil bertugas.', 'Empty; a deputy stands in.')
        : text(
            `Pemegang tidak masuk sampai ${until}; wakil bertugas.`,
            `Holder absent until ${until}; a deputy stands in.`,
          );
    case 'absent':
      return text(
        `Pemegang tidak masuk sampai ${until ?? ''}, tanpa wakil: eskalasi melewatinya.`,
        `Holder absent until ${until ?? ''}, no deputy: a ladder climbs over it.`,
      );
    case 'empty':
      return text('Kosong: anak tangga berikutnya.', 'Empty: the next rung.');
  }
}
