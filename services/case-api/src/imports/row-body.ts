import type { PlainDay } from '@titian/domain';
import type { z } from 'zod';
import { toJson } from '../desk/intake.ts';
import { RegisterAbroadBody, RegisterCandidateBody } from '../placements/register.body.ts';
import { CellReader } from './cell-reader.ts';
import type { Cell, ListRow } from './cells.ts';
import { COLUMNS, type Column, type Header } from './columns.ts';
import { FAULTS, type RowFault } from './row-fault.ts';
import { areaOf, bareNumber, countryOf, phoneOf, plainText, type Choices } from './values.ts';

const PLACED_BY: Choices<RegisterCandidateBody['placedBy']> = [
  ['P3MI', ['P3MI', 'PT', 'PPTKIS', 'PJTKI']],
  ['BP2MI', ['BP2MI', 'KP2MI', 'BP3MI', 'G to G']],
  ['PERSEORANGAN', ['PERSEORANGAN', 'MANDIRI']],
  ['UNKNOWN', ['TIDAK DIKETAHUI', 'TIDAK TAHU']],
];
const PERMIT_FROM: Choices<'SPOUSE' | 'PARENT' | 'GUARDIAN'> = [
  ['SPOUSE', ['SUAMI/ISTRI', 'SUAMI', 'ISTRI']],
  ['PARENT', ['ORANG TUA', 'ORTU', 'AYAH', 'IBU']],
  ['GUARDIAN', ['WALI']],
];
const RETURN_KIND: Choices<'CONTRACT_ENDED' | 'EARLY' | 'TROUBLED' | 'BODY'> = [
  ['CONTRACT_ENDED', ['SELESAI KONTRAK', 'KONTRAK SELESAI', 'HABIS KONTRAK']],
  ['EARLY', ['LEBIH AWAL', 'PULANG AWAL']],
  ['TROUBLED', ['BERMASALAH']],
  ['BODY', ['JENAZAH']],
];

/** Where a member of a body comes from: a fault of the member is a fault of the column. The longer pointer comes first. */
const COLUMN_OF: readonly (readonly [pointer: string, Column])[] = [
  ['/areaCode', 'areaCode'],
  ['/worker/name', 'name'],
  ['/worker/nik', 'nik'],
  ['/worker/bornOn', 'bornOn'],
  ['/worker/passport', 'passport'],
  ['/worker/phone', 'phone'],
  ['/country', 'country'],
  ['/placedBy', 'placedBy'],
  ['/permitFrom', 'permitFrom'],
  ['/registeredDay', 'registeredDay'],
  ['/departureDay', 'departureDay'],
  ['/contract/until', 'contractUntil'],
  ['/contract', 'contractFrom'],
  ['/premium/months', 'premiumMonths'],
  ['/premium/reference', 'premiumReference'],
  ['/premium', 'premiumPaidDay'],
  ['/day', 'returnDay'],
  ['/kind', 'returnKind'],
];

/** The column that a JSON pointer into a command speaks of; null if it speaks of the whole. */
export const columnOfPointer = (pointer: string | null): Column | null =>
  COLUMN_OF.find(([start]) => pointer === start || pointer?.startsWith(`${start}/`))?.[1] ?? null;

/** What a row says, once every cell could be read. */
export interface RowBody {
  readonly command: 'registerCandidate' | 'registerAbroad';
  readonly body: RegisterCandidateBody & Pick<Partial<RegisterAbroadBody>, 'departureDay' | 'contract' | 'premium'>;
  /** The worker has come back: recorded after the registration. */
  readonly return: { readonly day: PlainDay; readonly kind: string } | null;
  /** What was typed: the same placement typed again gives the same text, on whatever day. */
  readonly typed: string;
}

/** Reads the cells of one row: every fault at once, and a body only if there is none. `today` is when nothing else is said. */
export function rowBody(
  { cells }: ListRow,
  header: Header,
  today: PlainDay,
): { readonly faults: readonly RowFault[]; readonly read: RowBody | null } {
  const row = new CellReader(cells, header);
  row.faults.push(...gapsOf(row));
  const isAbroad = row.isFilled('departureDay');
  const said = { ...opening(row), ...(isAbroad ? abroad(row) : { permitFrom: row.choice('permitFrom', PERMIT_FROM) }) };
  const registeredDay = row.day('registeredDay');
  const back = { day: row.day('returnDay'), kind: row.choice('returnKind', RETURN_KIND) };
  if (row.faults.length > 0) return { faults: row.faults, read: null };
  const schema: z.ZodType = isAbroad ? RegisterAbroadBody : RegisterCandidateBody;
  const parsed = schema.safeParse(toJson({ ...said, registeredDay: registeredDay ?? today }));
  if (!parsed.success) return { faults: parsed.error.issues.map(shapeFault), read: null };
  return {
    faults: [],
    read: {
      command: isAbroad ? 'registerAbroad' : 'registerCandidate',
      body: parsed.data as RowBody['body'],
      return: back.day === undefined || back.kind === undefined ? null : { day: back.day, kind: back.kind },
      typed: JSON.stringify([said, registeredDay ?? null, back]),
    },
  };
}

const REQUIRED = (Object.keys(COLUMNS) as Column[]).filter((column) => 'isRequired' in COLUMNS[column]);

/** Cells that are empty and must not be, and the one that no spreadsheet keeps whole. */
function gapsOf(row: CellReader): readonly RowFault[] {
  row.together(['contractFrom', 'contractUntil']);
  row.together(['premiumPaidDay', 'premiumMonths']);
  row.together(['returnDay', 'returnKind']);
  const afterDeparture = (['contractFrom', 'premiumPaidDay', 'returnDay'] as const).find(row.isFilled);
  return [
    ...REQUIRED.filter((column) => !row.isFilled(column)).map((column) => FAULTS.missing(column)),
    ...(afterDeparture !== undefined && !row.isFilled('departureDay')
      ? [FAULTS.needed('departureDay', afterDeparture)]
      : []),
    ...(row.cell('nik').kind === 'number' ? [FAULTS.nikAsNumber()] : []),
  ];
}

const opening = (row: CellReader) => ({
  areaCode: row.text('areaCode', areaOf),
  country: row.read('country', countryOf, FAULTS.country),
  placedBy: row.choice('placedBy', PLACED_BY) ?? 'UNKNOWN',
  worker: {
    name: row.text('name'),
    nik: row.text('nik', bareNumber),
    bornOn: row.day('bornOn'),
    passport: row.text('passport', (number) => bareNumber(number).toUpperCase()),
    phone: row.text('phone', phoneOf),
  },
});

function abroad(row: CellReader): object {
  const contract = { from: row.day('contractFrom'), until: row.day('contractUntil') };
  const premium = {
    paidDay: row.day('premiumPaidDay'),
    months: row.read('premiumMonths', wholeNumber, () => FAULTS.shape('premiumMonths', '1–60')),
    reference: row.text('premiumReference'),
  };
  return {
    departureDay: row.day('departureDay'),
    ...(contract.from === undefined ? {} : { contract }),
    ...(premium.paidDay === undefined ? {} : { premium }),
  };
}

const wholeNumber = (cell: Cell): number | undefined => {
  const text = plainText(cell);
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
};

function shapeFault({ path, message }: z.core.$ZodIssue): RowFault {
  const pointer = path.map((part) => `/${String(part)}`).join('');
  return FAULTS.shape(columnOfPointer(pointer) ?? 'name', message);
}
