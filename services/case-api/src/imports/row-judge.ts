import { v5 as uuidv5 } from 'uuid';
import { denial, type Identity } from '@titian/auth';
import {
  decide,
  evolve,
  localDay,
  plainDay,
  type CaseState,
  type Command,
  type DecisionContext,
  type JsonObject,
  type PlainDay,
  type Refusal,
} from '@titian/domain';
import { models, personDigests, type Seal, type WorkerDigests } from '@titian/persistence';
import { benefitRules, currentCalendar, officeDirectory } from '@titian/rulebook';
import { toJson } from '../desk/intake.ts';
import { warningsAbout, type Warning } from '../desk/person-forms.ts';
import { withPlaceholders } from '../desk/words.ts';
import { toPlacement } from '../placements/register.body.ts';
import type { Places } from '../places/places.ts';
import type { ListRow } from './cells.ts';
import { columnName, type Header } from './columns.ts';
import { FAULTS, WHOLE_ROW, type RowFault } from './row-fault.ts';
import { columnOfPointer, rowBody, type RowBody } from './row-body.ts';
import { meetingFault, MOST_ROWS_OF_ONE, overlap, WorkersMet } from './workers-met.ts';

/** Names commands and cases of rows: the same placement in another file, sent by another officer, is the same case. */
const ROW_NAMESPACE = '0b6a8a39-8e0f-5a59-9f3d-52f4a4c5f0c1';

/** A row that could be registered. */
export interface GoodRow extends RowBody {
  readonly row: number;
  readonly caseId: string;
  readonly commandId: string;
  /** Keyed digest of what was typed: tells whether a row sent again is the same. */
  readonly importedRow: string;
  readonly worker: WorkerDigests;
  readonly notices: readonly RowFault[];
}

export type Judged =
  | { readonly ok: true; readonly row: GoodRow }
  | { readonly ok: false; readonly row: number; readonly faults: readonly RowFault[] };

/**
 * Judges the rows of one list, in order: by themselves, against the rows before them, and as the record would decide. Asks
 * nothing of the record.
 */
export class RowJudge {
  private readonly context: DecisionContext;
  private readonly today: PlainDay;
  private readonly rowOfKey = new Map<string, number>();
  private readonly workers = new WorkersMet();

  constructor(
    private readonly identity: Identity,
    private readonly places: Pick<Places, 'isKnown'>,
    private readonly seal: Seal,
    now: string,
  ) {
    this.today = plainDay(localDay(now, 'WIB'));
    this.context = {
      now,
      calendar: currentCalendar,
      offices: officeDirectory(),
      benefits: benefitRules(),
      caseNumber: '',
    };
  }

  judge(given: ListRow, header: Header): Judged {
    const { row } = given;
    const { faults, read } = rowBody(given, header, this.today);
    if (read === null) return { ok: false, row, faults };
    const found = this.placeFault(read) ?? this.ruleFault(read);
    if (found !== null) return { ok: false, row, faults: [found] };
    const keys = this.keysOf(read);
    const twin = this.rowOfKey.get(keys.commandId);
    if (twin !== undefined) return { ok: false, row, faults: [FAULTS.twin(twin)] };
    const met = this.workers.before(keys.worker);
    if (met.length >= MOST_ROWS_OF_ONE) return { ok: false, row, faults: [FAULTS.tooOften(MOST_ROWS_OF_ONE)] };
    const overlapped = met.find(({ how, term }) => how === 'same' && overlap(term, read.body.contract));
    if (overlapped !== undefined) return { ok: false, row, faults: [FAULTS.overlaps(rowAt(overlapped.row))] };
    this.rowOfKey.set(keys.commandId, row);
    this.workers.add({ row, worker: keys.worker, term: read.body.contract });
    const notices = [
      ...warningsAbout(toPlacement(read.body).words, read.body.areaCode).map(warningFault),
      ...met.map((other) => meetingFault(other.how, rowAt(other.row))),
    ];
    return { ok: true, row: { ...read, ...keys, row, notices } };
  }

  private placeFault({ body: { areaCode } }: RowBody): RowFault | null {
    if (!this.places.isKnown(areaCode)) return FAULTS.place();
    return denial(this.identity, 'case:open', { area: areaCode }) === null ? null : FAULTS.outside();
  }

  /** What the record would say to the commands of the row. */
  private ruleFault(read: RowBody): RowFault | null {
    const { input, words } = toPlacement(read.body);
    const opened = this.tried(null, read.command, withPlaceholders(input, words));
    if ('refusal' in opened) return refusalFault(opened.refusal);
    if (read.return === null) return null;
    const back = this.tried(opened.state, 'recordReturn', toJson(read.return));
    return 'refusal' in back ? refusalFault(back.refusal) : null;
  }

  private tried(
    state: CaseState | null,
    name: string,
    input: JsonObject,
  ): { readonly state: CaseState } | { readonly refusal: Refusal } {
    const { id, role, office, area } = this.identity;
    const command: Command = { name, actor: { id, role, office, area }, input };
    const decision = decide(models.newestOf('placement'), ROW_NAMESPACE, state, command, this.context);
    if (!decision.ok) return { refusal: decision.refusal };
    const [first, ...rest] = decision.events.map((event, index) => ({
      caseId: ROW_NAMESPACE,
      revision: (state?.revision ?? 0) + index + 1,
      at: this.context.now,
      event,
    }));
    if (first === undefined) throw new RangeError(`${name} decided nothing`);
    return { state: rest.reduce<CaseState>((folded, event) => evolve(folded, event), evolve(state, first)) };
  }

  /** A placement is the same if village, worker, country and days of register and departure are as they were typed. */
  private keysOf({ body, typed }: RowBody): Pick<GoodRow, 'caseId' | 'commandId' | 'importedRow' | 'worker'> {
    const { nik, passport, name, bornOn } = body.worker;
    const [, registeredDay] = JSON.parse(typed) as [object, string | null];
    const who = nik ?? passport ?? `${name.toLowerCase()} ${bornOn ?? ''}`;
    const key = this.seal.lookup(
      ['row', body.areaCode, who, body.country, registeredDay ?? '', body.departureDay ?? ''].join('\n'),
    );
    const commandId = uuidv5(key, ROW_NAMESPACE);
    return {
      commandId,
      caseId: uuidv5(`case/${commandId}`, ROW_NAMESPACE),
      importedRow: this.seal.lookup(`typed\n${typed}`),
      worker: {
        lookup: nik === undefined ? null : this.seal.lookup(nik),
        likeness: personDigests(this.seal, toJson(body.worker), body.areaCode).likeness,
      },
    };
  }
}

const warningFault = ({ code, field, message, remedy }: Warning): RowFault => {
  const column = columnOfPointer(field);
  return { code, column: column === null ? WHOLE_ROW : columnName(column), rule: message, remedy };
};

const rowAt = (row: number) => ({ id: `baris ${row}`, en: `row ${row}` });

/** A refusal of the record as a fault of a row: its own words, and the column that it speaks of. */
export function refusalFault({ code, field, message, remedy }: Refusal): RowFault {
  const column = columnOfPointer(field);
  return { code, column: column === null ? WHOLE_ROW : columnName(column), rule: message, remedy };
}
