import type { EntityManager } from 'typeorm';
import type { CaseType, Instant, Task } from '@titian/domain';
import { Conditions } from './case-filter.ts';
import { iso } from './columns.ts';

/** An open task with as much of its case as helps to choose it. */
export interface TaskRow {
  readonly taskId: string;
  readonly name: string;
  readonly kind: Task['kind'];
  readonly status: 'unassigned' | 'assigned';
  readonly officerId: string | null;
  readonly openedAt: Instant;
  readonly caseId: string;
  readonly number: string;
  readonly type: CaseType;
  readonly stage: string;
  readonly area: string;
  readonly flags: readonly string[];
  /** The nearest deadline of its case. */
  readonly dueAt: Instant | null;
}

export interface TaskFilter {
  /** Tasks of this office that nobody has taken. */
  readonly unassignedOf?: string | undefined;
  /** Tasks that this officer has taken. */
  readonly officerId?: string | undefined;
  /** Tasks of this office that somebody has taken. */
  readonly assignedOf?: string | undefined;
  readonly kind?: Task['kind'] | undefined;
  readonly name?: string | undefined;
}

export interface TaskPosition {
  readonly dueAt: Instant | null;
  readonly caseId: string;
  readonly taskId: string;
}

export interface TaskPage {
  readonly filter: TaskFilter;
  readonly limit: number;
  readonly after?: TaskPosition | undefined;
}

/** Lists of open tasks; always inside `asActor`. */
export class TaskReader {
  /** Nearest deadline first; tasks of a case without one come last. Each kind of holder is read by its own index, and no more of it than the page can take. */
  page(tx: EntityManager, { filter, limit, after }: TaskPage): Promise<readonly TaskRow[]> {
    const shared = new Conditions();
    const whose = (text: string, given: string | undefined): string[] =>
      given === undefined ? [] : [text.replace('?', shared.value(given))];
    const holders = [
      ...whose(`t.office = ? and t.status = 'unassigned'`, filter.unassignedOf),
      ...whose(`t.officer_id = ? and t.status = 'assigned'`, filter.officerId),
      ...whose(`t.office = ? and t.status = 'assigned'`, filter.assignedOf),
    ];
    if (filter.kind !== undefined) shared.add(`t.kind = ${shared.value(filter.kind)}`);
    if (filter.name !== undefined) shared.add(`t.name = ${shared.value(filter.name)}`);
    if (after !== undefined) {
      const [at, caseId, taskId] = [after.dueAt ?? 'infinity', after.caseId, after.taskId].map((part) =>
        shared.value(part),
      );
      shared.add(`(t.due_at, t.case_id, t.task_id) > (${at}::timestamptz, ${caseId}::uuid, ${taskId})`);
    }
    const most = shared.value(limit);
    const parts = holders.map(
      (holder) =>
        `(select t.* from task t where ${[holder, shared.text].filter((text) => text !== '').join(' and ')}
          order by t.due_at, t.case_id, t.task_id limit ${most})`,
    );
    return tx.query(
      `select t.task_id as "taskId", t.name, t.kind, t.status, t.officer_id as "officerId", ${iso('t.opened_at')} as "openedAt",
         f.case_id as "caseId", f.number, f.type, f.stage, f.area, f.flags, ${iso('f.due_at')} as "dueAt"
       from (${parts.join(' union all ')}) t join case_file f on f.case_id = t.case_id
       order by t.due_at, t.case_id, t.task_id limit ${most}`,
      shared.values,
    );
  }
}
