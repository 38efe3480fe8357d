import { readNik, type CaseState, type JsonObject } from '@titian/domain';
import { problem, ProblemError } from '@titian/http';
import { findingsIn, isMinor, rulebook, type HeirFact, type PrecheckFacts } from '@titian/rulebook';
import type { Words } from './words.ts';

type Relation = HeirFact['relation'];
interface HeirInput {
  readonly relation: Relation;
  readonly minor?: boolean;
  readonly guardian?: object;
}

/**
 * The heirs as the case may know them. Days of birth are personal data and go no further than here: what they say — who is
 * under age on the day of the event, who cannot be an heir at all — is worked out before they are sealed.
 *
 * @throws ProblemError 422 if two of them contradict each other, or the age that was said contradicts the day of birth
 */
export function heirsJudged(
  { facts }: CaseState,
  input: JsonObject,
  words: readonly Words[],
  worker: JsonObject | undefined,
): JsonObject {
  const heirs = (Array.isArray(input['heirs']) ? input['heirs'] : []) as unknown as readonly HeirInput[];
  const day = String(facts['outcomeDay'] ?? facts['riskDay']);
  const bornOf = (index: number): string | undefined =>
    birthDayOf(words.find(({ member }) => member === `heirs/${index}/person`)?.content, day);
  mustBePossible(heirs, bornOf, day, worker);
  const judged = heirs.map((heir, index) => {
    const bornOn = bornOf(index);
    if (bornOn === undefined) return heir;
    const minor = isMinor({ ref: 'heir', relation: heir.relation, bornOn }, day, rulebook.rulesOn(day)) === true;
    if (heir.minor !== undefined && heir.minor !== minor) throw ageContradicts(index, minor);
    return minor ? { ...heir, minor } : heir;
  });
  return { ...input, heirs: judged as unknown as JsonObject[] };
}

/** As said, else as the number has it: two digits of a year mean the younger of the two who may be meant. */
function birthDayOf(person: JsonObject | undefined, today: string): string | undefined {
  const { bornOn, nik } = person ?? {};
  if (typeof bornOn === 'string') return bornOn;
  const birth = typeof nik === 'string' ? readNik(nik)?.birth : undefined;
  if (birth === undefined) return undefined;
  const [day, month, year] = [birth.slice(0, 2), birth.slice(2, 4), birth.slice(4, 6)];
  const recent = `20${year}-${month}-${day}`;
  return recent <= today ? recent : `19${year}-${month}-${day}`;
}

function mustBePossible(
  heirs: readonly HeirInput[],
  bornOf: (index: number) => string | undefined,
  day: string,
  worker: JsonObject | undefined,
): void {
  const workerBorn = birthDayOf(worker, day);
  const sex = typeof worker?.['nik'] === 'string' ? readNik(worker['nik'])?.sex : undefined;
  const said: PrecheckFacts = {
    askedOn: day,
    event: { kind: 'DEATH', day },
    worker: { ...(workerBorn === undefined ? {} : { bornOn: workerBorn }), ...(sex === undefined ? {} : { sex }) },
    heirs: heirs.map(({ relation }, index) => {
      const bornOn = bornOf(index);
      return { ref: `heir-${index + 1}`, relation, ...(bornOn === undefined ? {} : { bornOn }) };
    }),
  };
  const found = findingsIn(said, rulebook).filter(
    ({ severity, field }) => severity === 'error' && field.startsWith('/heirs/'),
  );
  const [first] = found;
  if (first === undefined) return;
  const row = Number(first.field.split('/')[2]) + 1;
  throw new ProblemError(
    problem(
      422,
      'heirs/impossible',
      { id: `Ahli waris baris ${row}: ${first.message.id}`, en: `Heir in row ${row}: ${first.message.en}` },
      first.remedy,
      {
        field: first.field,
        errors: found.map(({ field, message, remedy }) => ({ field, rule: message.en, remedy: remedy.en })),
      },
    ),
  );
}

const ageContradicts = (index: number, minor: boolean): ProblemError =>
  new ProblemError(
    problem(
      422,
      'heirs/impossible',
      {
        id: `Ahli waris baris ${index + 1} ${minor ? 'masih' : 'tidak lagi'} di bawah umur pada hari kejadian.`,
        en: `The heir in row ${index + 1} is ${minor ? 'still' : 'no longer'} under age on the day of the event.`,
      },
      { id: 'Hapus minor, atau perbaiki tanggal lahir.', en: 'Leave minor out, or correct the day of birth.' },
      { field: `/heirs/${index}/minor` },
    ),
  );
