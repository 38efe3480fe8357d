import { z } from 'zod';
import {
  areaAtLevel,
  isRegisteredIn,
  NIK_FAULT_TEXT,
  nikBirthOf,
  nikFault,
  readNik,
  type AreaCode,
  type JsonObject,
  type Text,
} from '@titian/domain';
import type { Words } from './words.ts';

/** A national identity number. Its shape is checked; where it was registered is nobody's fault. */
export const Nik = z
  .string()
  .superRefine((nik, context) => {
    const fault = nikFault(nik);
    if (fault === null) return;
    const { id, en } = NIK_FAULT_TEXT[fault];
    context.addIssue({ code: 'custom', message: `${en} (${id})`, input: undefined });
  })
  .meta({ pattern: '^[0-9]{16}$' })
  .describe('NIK: 16 digits, the day of birth in digits 7 to 12 (day + 40 for women)');

/** A day of birth: of somebody who is born, and not before the oldest who live. */
export const BornOn = z.iso
  .date('a day such as 1990-01-25')
  .refine(
    (day) => day >= '1900-01-01' && day <= new Date().toISOString().slice(0, 10),
    'a day of birth lies in the past',
  )
  .describe('Day of birth, YYYY-MM-DD');

/** Something that is kept as it was said, and that the caller should look at again. Never says what was given. */
export interface Warning {
  readonly code: 'person/nik-of-another-district' | 'person/nik-of-another-day';
  readonly field: string;
  readonly message: Text;
  readonly remedy: Text;
}

/** What is odd about the persons among the words, compared with the village of the case. Nothing is refused for it. */
export function warningsAbout(words: readonly Words[], village: AreaCode): readonly Warning[] {
  return words
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ member, field = `/${member}`, content }) => [
      // A family lives where it lives: only the worker is compared with the village.
      ...(member === 'subject' ? ofAnotherDistrict(content, village, field) : []),
      ...ofAnotherDay(content, field),
    ]);
}

const nikOf = ({ nik }: JsonObject) => (typeof nik === 'string' ? readNik(nik) : undefined);

function ofAnotherDistrict(person: JsonObject, village: AreaCode, field: string): readonly Warning[] {
  const parts = nikOf(person);
  if (parts === undefined || village.split('.').length < 3 || isRegisteredIn(parts, village)) return [];
  const district = areaAtLevel(village, 3);
  return [
    {
      code: 'person/nik-of-another-district',
      field: `${field}/nik`,
      message: {
        id: `Enam angka pertama NIK bukan kecamatan ${district}.`,
        en: `The first six digits of the NIK are not those of district ${district}.`,
      },
      remedy: {
        id: 'Tidak apa-apa bila pindah alamat: angka itu tempat NIK pertama kali didaftarkan. Cocokkan dengan KTP.',
        en: 'All right for who has moved: the digits tell where it was first registered. Compare it with the card.',
      },
    },
  ];
}

function ofAnotherDay(person: JsonObject, field: string): readonly Warning[] {
  const parts = nikOf(person);
  const { bornOn } = person;
  if (parts === undefined || typeof bornOn !== 'string' || parts.birth === nikBirthOf(bornOn)) return [];
  return [
    {
      code: 'person/nik-of-another-day',
      field: `${field}/bornOn`,
      message: {
        id: 'Tanggal lahir berbeda dari yang ada di NIK.',
        en: 'The day of birth is not the one in the NIK.',
      },
      remedy: {
        id: 'Cocokkan keduanya dengan KTP atau KK; bila kartunya salah, urus di Dukcapil.',
        en: 'Compare both with the card; if the card is wrong, the civil registry corrects it.',
      },
    },
  ];
}
