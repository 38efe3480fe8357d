import { z } from 'zod';
import { isAreaCode, type Text, ZONES, type Zone } from '@titian/domain';
import { POST_ROLES, zoneOf } from './posts.ts';
import type { Absence, PostHolder, StoredOffice } from './stored-office.ts';

/** What is wrong with one row of the directory: where, by which rule, and what to do about it. */
export interface OfficeFault {
  /** JSON pointer into the row, e.g. `/posts/0/holders/1/until`. */
  readonly field: string;
  readonly rule: OfficeRule;
  readonly message: Text;
  readonly remedy: Text;
}
export type OfficeRule =
  | 'shape'
  | 'zone-of-area'
  | 'post-named-twice'
  | 'days-in-order'
  | 'held-twice'
  | 'area-served-twice'
  | 'works-elsewhere'
  | 'no-such-officer'
  | 'absent-already';

const officerId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,59}$/, 'a directory id such as disnaker-blitar-1')
  .refine((id) => !/\d{6}/.test(id), 'a directory id, not a number of a person');
const day = z.iso.date('a day such as 2026-03-02');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00');
const label = z.string().min(1).max(120);

/** An office as an operator writes it down. Ids and days only: the names of people stay in the directory they come from. */
export const OfficeForm = z.strictObject({
  office: z.string().regex(/^[a-z][a-z0-9-]{1,39}(:[0-9.]{2,13})?$/, 'an office id such as disnaker:35.05'),
  role: z.enum(POST_ROLES as [string, ...string[]]),
  name: z.strictObject({ id: label, en: label }),
  areas: z
    .array(z.string().refine(isAreaCode, 'an area code such as 35.05; "" is the whole country'))
    .min(1)
    .max(2_000),
  zone: z.enum(Object.keys(ZONES) as [Zone, ...Zone[]]),
  hours: z
    .strictObject({
      days: z.array(z.int().min(1).max(7)).min(1).max(7).describe('1 is Monday'),
      opens: clock,
      closes: clock,
    })
    .refine(({ opens, closes }) => opens < closes, { path: ['closes'], error: 'after it opens, on the same day' }),
  posts: z
    .array(
      z.strictObject({
        post: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'a post such as kepala-dinas'),
        holders: z
          .array(
            z.strictObject({
              officerId,
              as: z.enum(['holder', 'deputy']),
              from: day,
              until: day.nullable().default(null),
            }),
          )
          .max(200)
          .default([]),
      }),
    )
    .max(200)
    .default([]),
});

/** Days on which somebody is not there, as an operator writes them down. */
export const AbsenceForm = z.strictObject({
  officerId,
  from: day,
  until: day,
  reasonCode: z.string().regex(/^[A-Z][A-Z_]{1,29}$/, 'a code such as LEAVE; never a word about health'),
});

const text = (id: string, en: string): Text => ({ id, en });

/** A row that is as it should be, else what is wrong with it. */
export type Checked<Row> =
  { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly faults: readonly OfficeFault[] };

const checked = <Row>(row: Row, faults: readonly OfficeFault[]): Checked<Row> =>
  faults.length === 0 ? { ok: true, row } : { ok: false, faults };

/** Checks one office by itself; what it has to do with other offices is the record's to say. */
export function checkOffice(given: unknown): Checked<StoredOffice> {
  const parsed = OfficeForm.safeParse(given);
  if (!parsed.success) return { ok: false, faults: shapeFaults(parsed.error) };
  const office = parsed.data as StoredOffice;
  return checked(office, [...zoneFaults(office), ...postFaults(office)]);
}

export function checkAbsence(given: unknown): Checked<Absence> {
  const parsed = AbsenceForm.safeParse(given);
  if (!parsed.success) return { ok: false, faults: shapeFaults(parsed.error) };
  return checked(parsed.data, parsed.data.from <= parsed.data.until ? [] : [daysOutOfOrder('/until')]);
}

const shapeFaults = ({ issues }: z.ZodError): readonly OfficeFault[] =>
  issues.map(({ path, message }) => ({
    field: `/${path.map(String).join('/')}`,
    rule: 'shape',
    message: text(`Isian ini tidak sesuai: ${message}.`, `This does not fit: ${message}.`),
    remedy: text('Isi seperti yang diminta.', 'Write it as asked for.'),
  }));

/** Days and hours are those of the office's own clock: a wrong zone would shift every absence by a day. */
function zoneFaults({ areas, zone }: StoredOffice): readonly OfficeFault[] {
  const zones = [...new Set(areas.map(zoneOf))];
  if (areas.includes('') || zones.includes(zone)) return [];
  return [
    {
      field: '/zone',
      rule: 'zone-of-area',
      message: text(`Wilayahnya berada di ${zones.join(', ')}.`, `Its areas lie in ${zones.join(', ')}.`),
      remedy: text(
        `Isi ${zones.join(' atau ')}, atau perbaiki wilayahnya.`,
        `Write ${zones.join(' or ')}, or correct the areas.`,
      ),
    },
  ];
}

function postFaults({ posts }: StoredOffice): readonly OfficeFault[] {
  return posts.flatMap(({ post, holders }, p) => [
    ...(posts.findIndex((other) => other.post === post) === p ? [] : [namedTwice(`/posts/${p}/post`, post)]),
    ...holders.flatMap((holder, h) => {
      const at = `/posts/${p}/holders/${h}`;
      const earlier = holders
        .slice(0, h)
        .find((other) => other.officerId === holder.officerId && overlaps(other, holder));
      return [
        ...(holder.until === null || holder.from <= holder.until ? [] : [daysOutOfOrder(`${at}/until`)]),
        ...(earlier === undefined ? [] : [heldTwice(`${at}/officerId`, holder.officerId)]),
      ];
    }),
  ]);
}

const overlaps = (one: PostHolder, other: PostHolder): boolean =>
  (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);

const daysOutOfOrder = (field: string): OfficeFault => ({
  field,
  rule: 'days-in-order',
  message: text('Hari terakhir mendahului hari pertama.', 'The last day lies before the first.'),
  remedy: text('Isi hari terakhir yang sama atau sesudahnya.', 'Write the same day or a later one.'),
});

const namedTwice = (field: string, post: string): OfficeFault => ({
  field,
  rule: 'post-named-twice',
  message: text(`Jabatan ${post} disebut dua kali.`, `The post ${post} is named twice.`),
  remedy: text(
    'Satukan pemegangnya dalam satu jabatan, atau beri nama lain.',
    'Put the holders into one post, or give it another name.',
  ),
});

const heldTwice = (field: string, id: string): OfficeFault => ({
  field,
  rule: 'held-twice',
  message: text(
    `${id} memegang jabatan ini dua kali pada hari yang sama.`,
    `${id} has this post twice on the same day.`,
  ),
  remedy: text('Akhiri masa yang pertama sehari sebelumnya.', 'End the first time on the day before.'),
});
