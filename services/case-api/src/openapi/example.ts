import type { Json, JsonObject } from '@titian/domain';

/** Example values by the name of their member; they come before what the schema suggests. */
export type Hints = Readonly<Record<string, Json>>;

/** Members that are codes of the field: a pattern alone suggests none. Invented people and numbers. */
const FIELD: Hints = {
  documentId: '0190a000-0000-7000-8000-0000000000d1',
  sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
  caseId: '0190a000-0000-7000-8000-0000000000c1',
  requirement: 'form',
  requirements: ['form'],
  document: 'FORMULIR_KLAIM',
  documents: ['SURAT_KETERANGAN'],
  reasonCode: 'NEW_EVIDENCE',
  article: 'Pasal 50 ayat (1)',
  reference: 'BPJS-2026-000001',
  paymentReference: 'TRF-2026-000001',
  areaCode: '35.05.08.2003',
  claimType: 'JKK_RAWAT_LN',
  riskCountry: 'TW',
  country: 'TW',
  category: 'GAJI_TIDAK_DIBAYAR',
  demands: ['UPAH_DIBAYAR'],
  wanted: ['KRONOLOGI'],
  finding: 'UPAH_BELUM_DIBAYAR',
  unit: 'mediasi-advokasi',
  code: 'JKK_RAWAT_LN',
  line: 'JKK_RAWAT_LN',
  payee: 'main',
  share: '1/3',
  order: 'JKK_RAWAT_LN.main.1',
  amountIdr: '42500000',
  askedIdr: '42500000',
  verifiedIdr: '42500000',
  approvedIdr: '42500000',
  expectedIdr: '42500000',
  text: 'Keluarga sudah dihubungi dan menunggu surat dari majikan.',
  name: 'Siti Contoh',
  nik: '3505084507900001',
  bornOn: '1990-07-05',
  passport: 'C1234567',
  phone: '+6281234567890',
  address: 'Dusun Krajan, Tambakrejo',
  bank: 'BRI',
  accountNumber: '012345678901',
  holderName: 'Siti Contoh',
  refusal: 'command/guard',
  rulesVersion: '2026.1',
};

/** Left out of examples: they only matter in part of the cases. */
const LEFT_OUT: readonly string[] = ['receivedAt'];

/**
 * A body that fits a JSON Schema, with the words of the field in it. A member whose pattern fits nothing here gets an
 * example that does not fit either; a test finds it, and FIELD is where it is mended.
 */
export function exampleOf(schema: JsonObject, hints: Hints = {}, member = ''): Json {
  const hint = hints[member] ?? FIELD[member];
  if (hint !== undefined && fits(hint, schema)) return hint;
  const [first] = (schema['enum'] ?? []) as readonly Json[];
  if (first !== undefined) return first;
  if (schema['const'] !== undefined) return schema['const'];
  const [choice] = (schema['anyOf'] ?? schema['oneOf'] ?? []) as readonly JsonObject[];
  if (choice !== undefined) return exampleOf(choice, hints, member);
  switch (schema['type']) {
    case 'object':
      return objectExample(schema, hints);
    case 'array':
      return [exampleOf((schema['items'] ?? {}) as JsonObject, hints, singular(member))];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'string':
      return textExample(schema);
    default:
      return null;
  }
}

function objectExample(schema: JsonObject, hints: Hints): JsonObject {
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.fromEntries(
    Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonObject>>)
      .filter(([member]) => required.includes(member) || !LEFT_OUT.includes(member))
      .map(([member, inner]) => [member, exampleOf(inner, hints, member)]),
  );
}

function textExample(schema: JsonObject): string {
  const { format } = schema;
  if (format === 'date') return '2026-01-05';
  if (format === 'date-time') return '2026-01-05T02:00:00.000Z';
  if (format === 'uuid') return '0190a000-0000-7000-8000-000000000001';
  return 'contoh';
}

const singular = (member: string): string => member.replace(/s$/, '');

function fits(value: Json, schema: JsonObject): boolean {
  const choices = schema['enum'] as readonly Json[] | undefined;
  if (choices !== undefined) return choices.includes(value);
  if (typeof value === 'string') {
    const pattern = schema['pattern'];
    return schema['type'] === 'string' && (typeof pattern !== 'string' || new RegExp(pattern).test(value));
  }
  return Array.isArray(value) && schema['type'] === 'array';
}
