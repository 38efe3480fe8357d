import { Injectable } from '@nestjs/common';
import type { Identity } from '@titian/auth';
import { problem, ProblemError } from '@titian/http';
import { mustBeAllowed } from '../desk/access.ts';
import { CaseDesk, type WishOutcome } from '../desk/case-desk.ts';
import { OfficerDirectory } from './officer-directory.ts';

/** What is to be done with one task, and the key under which it counts once. */
export interface TaskTurn {
  readonly command: 'takeTask' | 'releaseTask' | 'assignTask';
  readonly caseId: string;
  readonly taskId: string;
  readonly commandId: string;
  /** Of `assignTask`: who shall do it. */
  readonly officerId?: string | undefined;
  readonly expectedRevision?: number | undefined;
}

/** The one way from HTTP to a task, whether it comes alone or with many: each is a command on its case. */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly desk: CaseDesk,
    private readonly officers: OfficerDirectory,
  ) {}

  /** @throws ProblemError as {@link CaseDesk.request} does, and 422 if the officer works elsewhere */
  async turn(identity: Identity, turn: TaskTurn): Promise<WishOutcome> {
    const { caseId, commandId, command, taskId, officerId, expectedRevision } = turn;
    if (officerId !== undefined) await this.mustBeColleague(identity, caseId, taskId, officerId);
    const body = officerId === undefined ? { taskId } : { taskId, officerId };
    return this.desk.request(identity, { caseId, commandId, command, body, expectedRevision });
  }

  /** Who may assign, and whether there is such a task, is the kernel's to say: only the officer is looked up here. */
  private async mustBeColleague(identity: Identity, caseId: string, taskId: string, officerId: string): Promise<void> {
    mustBeAllowed(identity, 'case:command', { caseId });
    const { tasks } = await this.desk.getCase(identity, caseId);
    const office = tasks[taskId]?.office;
    if (office === undefined || office !== identity.office) return;
    const officers = await this.officers.officersOf(office);
    if (officers.includes(officerId)) return;
    throw new ProblemError(
      problem(
        422,
        'task/not-of-this-office',
        { id: `Petugas itu bukan dari kantor ${office}.`, en: `That officer does not work in the office ${office}.` },
        { id: `Pilih salah satu: ${officers.join(', ')}.`, en: `Choose one of ${officers.join(', ')}.` },
        { field: '/officerId' },
      ),
    );
  }
}
