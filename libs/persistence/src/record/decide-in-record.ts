import type { EntityManager } from 'typeorm';
import {
  decide,
  type CaseModel,
  type CaseState,
  type Command,
  type Decision,
  type DecisionContext,
} from '@titian/domain';

/** A decision to be made, with everything that the record knows of its world. */
export interface Pending {
  readonly model: CaseModel;
  readonly caseId: string;
  readonly state: CaseState | null;
  readonly command: Command;
  readonly context: Omit<DecisionContext, 'loadOf'>;
}

/**
 * Decides, with the open tasks of the people among whom it has to choose. They are counted only if it asks for them: it is
 * asked once without, and a second time with them, which is the same but for whom a task goes to.
 */
export async function decideInRecord(
  via: Pick<EntityManager, 'query'>,
  { model, caseId, state, command, context }: Pending,
): Promise<Decision> {
  const asked = new Set<string>();
  const loadOf = (officerId: string): number => {
    asked.add(officerId);
    return 0;
  };
  const decision = decide(model, caseId, state, command, { ...context, loadOf });
  if (asked.size === 0 || !decision.ok) return decision;
  const loads = await openTasksOf(via, [...asked]);
  return decide(model, caseId, state, command, { ...context, loadOf: (id) => loads.get(id) ?? 0 });
}

async function openTasksOf(via: Pick<EntityManager, 'query'>, people: readonly string[]): Promise<Map<string, number>> {
  const rows: { officerId: string; open: number }[] = await via.query(
    `select officer_id as "officerId", count(*)::int as open from task
     where status = 'assigned' and officer_id = any($1) group by officer_id`,
    [people],
  );
  return new Map(rows.map(({ officerId, open }) => [officerId, open]));
}
