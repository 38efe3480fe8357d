import type { Action, Identity } from '@titian/auth';
import { rolesFor } from '@titian/auth';
import { problem, type Problem } from '@titian/http/problem';

/** A sheet of more lines is of no use to a reader, and would not fit into this process. */
export const MOST_LINES = 50_000;

/** Our own fault; the log says which. */
export const UNKNOWN = problem(
  500,
  'internal',
  { id: 'Terjadi gangguan.', en: 'Something went wrong.' },
  { id: 'Coba lagi sebentar lagi.', en: 'Try again in a moment.' },
);
/** Nothing here is changed by a request. */
export const NOT_A_READ = problem(
  405,
  'request/method',
  { id: 'Laporan hanya dapat dibaca.', en: 'Reports can only be read.' },
  { id: 'Gunakan GET.', en: 'Use GET.' },
);
/** A report, or a page, that is none. */
export const NO_SUCH_PAGE = problem(
  404,
  'report/not-found',
  { id: 'Laporan ini tidak ada.', en: 'There is no such report.' },
  { id: 'Lihat daftar di /v1/reports.', en: 'See the list at /v1/reports.' },
);
/** Nobody asks. */
export const UNIDENTIFIED = problem(
  401,
  'identity/unknown',
  { id: 'Identitas tidak dikenal.', en: 'The request does not say who is asking.' },
  { id: 'Kirim X-Titian-Identity dengan pengguna contoh.', en: 'Send X-Titian-Identity with the id of a demo user.' },
  { field: '/headers/x-titian-identity' },
);
/** The role may not. */
export const notYours = ({ role }: Identity, action: Action): Problem =>
  problem(
    403,
    'access/role',
    { id: `Peran ${role} tidak boleh membaca ini.`, en: `Role ${role} may not read this.` },
    { id: `Yang boleh: ${rolesFor(action).join(', ')}.`, en: `Allowed: ${rolesFor(action).join(', ')}.` },
  );
/** The area is not the reader’s. */
export const outside = ({ area }: Identity): Problem =>
  problem(
    403,
    'access/area',
    { id: `Wilayah itu di luar wilayah Anda (${area}).`, en: `That area lies outside yours (${area}).` },
    { id: 'Minta wilayah Anda sendiri.', en: 'Ask for your own area.' },
    { field: '/query/area' },
  );
/** A level above the area would tell of others. */
export const tooWide = (level: string, area: string): Problem =>
  problem(
    400,
    'request/invalid',
    { id: `Tingkat ${level} lebih luas dari wilayah ${area}.`, en: `Level ${level} is wider than the area ${area}.` },
    { id: 'Minta tingkat yang lebih dalam.', en: 'Ask for a deeper level.' },
    { field: '/query/level' },
  );
/** More lines than are exported. */
export const tooMuch = (lines: number): Problem =>
  problem(
    413,
    'report/too-large',
    {
      id: `Laporan ini ${lines} baris, paling banyak ${MOST_LINES}.`,
      en: `This report has ${lines} lines, at most ${MOST_LINES} are exported.`,
    },
    { id: 'Persempit wilayah atau bulan.', en: 'Narrow the area or the months.' },
  );

/** Figures that this process cannot weigh against each other. */
export const TOO_MANY_FIGURES = problem(
  503,
  'report/too-many-figures',
  { id: 'Laporan ini terlalu besar untuk layanan ini.', en: 'This report has become too large for this service.' },
  { id: 'Hubungi operator.', en: 'Tell the operator: it needs more memory, or fewer years.' },
);
