import type { Text } from '@titian/domain';
import { refOf, type RulesOfDay } from '../rows/rulebook.ts';
import { SCHOOL_LEVELS, type SchoolLevel } from '../rows/vocabulary.ts';
import type { HeirFact } from './facts.ts';
import { rupiahText, sumOf } from './money.ts';
import { ask } from './questions.ts';
import type { AmountPart, OpenFact, PrecheckAmount, RowRef } from './result.ts';

/** What one child may receive from its level of school to the end of the ladder. */
interface ChildPlan {
  readonly parts: readonly AmountPart[];
  readonly total: bigint;
  /** False if a level of the ladder has no row: then there is no total to promise. */
  readonly complete: boolean;
  readonly open: readonly OpenFact[];
  readonly rows: readonly RowRef[];
}

/** @param yearsLeft at the child's level, this one included; never more than the level pays */
function planOf(level: SchoolLevel, yearsLeft: number | undefined, field: string, rules: RulesOfDay): ChildPlan {
  const parts: AmountPart[] = [];
  const rows: RowRef[] = [];
  let complete = true;
  for (const each of SCHOOL_LEVELS.slice(SCHOOL_LEVELS.indexOf(level))) {
    const row = rules.scholarships.get(each);
    if (row === undefined) {
      complete = false;
      continue;
    }
    rows.push(refOf('scholarship', row));
    const times = each === level ? Math.min(yearsLeft ?? row.years, row.years) : row.years;
    parts.push({ name: row.label, amountIdr: row.perYear, times });
  }
  return {
    parts,
    total: sumOf(parts.map(({ amountIdr, times }) => amountIdr * BigInt(times))),
    complete,
    open: yearsLeft === undefined ? [ask('yearsLeft', `${field}/yearsLeft`)] : [],
    rows,
  };
}

/** The most that two children can receive over all levels; null where a level of the ladder has no row. */
function ceilingOf(rules: RulesOfDay): bigint | null {
  const levels = SCHOOL_LEVELS.map((level) => rules.scholarships.get(level));
  if (levels.some((row) => row === undefined)) return null;
  const one = sumOf(levels.map((row) => (row?.perYear ?? 0n) * BigInt(row?.years ?? 0)));
  return one * BigInt(levels[0]?.maxChildren ?? 0);
}

const inWords = (parts: readonly AmountPart[], language: keyof Text): string =>
  parts.map(({ name, amountIdr, times }) => `${name[language]} ${times} x ${rupiahText(amountIdr)}`).join(' + ');

/** Scholarships of the children at school; of more than two the dearest pair is the most that can be paid. */
export function scholarshipOf(
  heirs: readonly HeirFact[],
  rules: RulesOfDay,
): { readonly amount: PrecheckAmount; readonly open: readonly OpenFact[]; readonly rows: readonly RowRef[] } {
  const maxChildren = rules.rows.scholarship[0]?.maxChildren ?? 2;
  const plans = heirs.flatMap((heir, index) =>
    heir.relation === 'CHILD' && heir.alive !== false && heir.school
      ? [planOf(heir.school.level, heir.school.yearsLeft, `/heirs/${index}/school`, rules)]
      : [],
  );
  const chosen = [...plans].sort((a, b) => (b.total > a.total ? 1 : b.total < a.total ? -1 : 0)).slice(0, maxChildren);
  const parts = chosen.flatMap((plan) => plan.parts);
  const complete = chosen.every((plan) => plan.complete) && chosen.length > 0;
  const open = chosen.flatMap((plan) => plan.open);
  const total = sumOf(chosen.map((plan) => plan.total));
  const exact = plans.length <= maxChildren && open.length === 0;
  const pick: Text =
    plans.length > maxChildren
      ? {
          id: `; keluarga memilih ${maxChildren} dari ${plans.length} anak`,
          en: `; the family picks ${maxChildren} of ${plans.length} children`,
        }
      : { id: '', en: '' };
  return {
    amount: {
      kind: complete ? (exact ? 'EXACT' : 'AT_MOST') : 'UNKNOWN',
      idr: complete ? total : null,
      ceilingIdr: ceilingOf(rules),
      formula: {
        id: `Tiap tahun selama bersekolah: ${inWords(parts, 'id')}${pick.id}${complete ? ` = ${rupiahText(total)}` : '; jenjang lain belum ditemukan jumlahnya'}`,
        en: `Each year at school: ${inWords(parts, 'en')}${pick.en}${complete ? ` = ${rupiahText(total)}` : '; the sums of other levels were not found'}`,
      },
      parts,
      reported: [],
    },
    open,
    rows: chosen.flatMap((plan) => plan.rows),
  };
}
