import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DeskClient, Refused, type CaseView } from './desk-client.ts';
import type { EventWatch } from './event-watch.ts';
import type { Step, Story } from './story.ts';

/** Where to play, and where to print. */
export interface Stage {
  readonly apiUrl: string;
  readonly simulatorUrl: string;
  readonly watch: EventWatch;
  readonly print: (line: string) => void;
}

const PATIENCE_MS = 60_000;
/** Reads the case while the story waits; any officer of the area would do. */
const READER = 'disnaker-blitar-1';

/** Plays a story against a running system and checks each step. @returns the id of its case */
export async function playStory(story: Story, stage: Stage): Promise<string> {
  const player = new Player(stage);
  stage.print(`${story.title.id}\n${story.title.en}\n`);
  for (const [index, step] of story.steps.entries()) {
    const started = performance.now();
    const { revision } = await player.play(step);
    const ms = Math.round(performance.now() - started);
    const place = revision === null ? '' : await player.placeOf(revision);
    stage.print(`${String(index + 1).padStart(2)}. ${step.tells.padEnd(62)} ${String(ms).padStart(6)} ms  ${place}`);
  }
  return player.caseId;
}

class Player {
  caseId = '';
  private readonly left: string[] = [];
  private readonly desk: DeskClient;

  constructor(private readonly stage: Stage) {
    this.desk = new DeskClient(stage.apiUrl);
  }

  async placeOf(revision: number): Promise<string> {
    const { topic, partition, offset } = await this.stage.watch.until(this.caseId, revision);
    return `${topic}[${partition}]@${offset}`;
  }

  /** @returns the revision the step led to, null if it changed nothing */
  async play(step: Step): Promise<{ revision: number | null }> {
    switch (step.do) {
      case 'open': {
        const opened = await this.desk.open(step.who, step.what, this.fill(step.body));
        this.caseId = opened.caseId;
        return opened;
      }
      case 'command':
        return this.desk.command(
          this.who(step.who),
          this.caseId,
          step.command,
          this.withDocument(step.command, step.input),
        );
      case 'refused':
        await this.mustBeRefused(step);
        return { revision: null };
      case 'verify-all':
        return this.verifyAll(step.who);
      case 'plan-insurer':
        await this.planInsurer(step.plan);
        return { revision: null };
      case 'await':
        return { revision: (await this.until(step.until)).revision };
      case 'check':
        await this.check(step.expect);
        return { revision: null };
      case 'follow':
        return this.follow(step.relation, step.nth);
      case 'back':
        this.caseId = this.left.pop() ?? this.caseId;
        return { revision: null };
    }
  }

  private who(text: string): string {
    return text.replace('{caseId}', this.caseId);
  }

  private fill(body: object): object {
    const text = JSON.stringify(body).replaceAll(/\{daysAgo:(-?\d+)\}/g, (_whole, days: string) =>
      new Date(Date.now() - Number(days) * 86_400_000).toISOString().slice(0, 10),
    );
    const moments = text.replaceAll(/\{instantAgo:(\d+)\}/g, (_whole, days: string) =>
      new Date(Date.now() - Number(days) * 86_400_000).toISOString(),
    );
    return JSON.parse(moments.replaceAll('{caseId}', this.caseId)) as object;
  }

  /** The story names papers; their ids and hashes are made here, as a scanner would. */
  private withDocument(command: string, input: object): object {
    const filled = this.fill(input);
    if (command !== 'attach' && command !== 'useSubstitute') return filled;
    const sha256 = createHash('sha256')
      .update(`${this.caseId} ${JSON.stringify(filled)} ${Date.now()}`)
      .digest('hex');
    return { ...filled, documentId: randomUUID(), sha256 };
  }

  private async mustBeRefused(step: Extract<Step, { do: 'refused' }>): Promise<void> {
    try {
      await this.desk.command(this.who(step.who), this.caseId, step.command, this.fill(step.input));
    } catch (error) {
      if (error instanceof Refused && error.code === step.expect) return;
      throw error;
    }
    throw new Error(`${step.command} should have been refused with ${step.expect}`);
  }

  private async verifyAll(who: string): Promise<{ revision: number | null }> {
    let revision: number | null = null;
    const { evidence } = await this.desk.view(who, this.caseId);
    for (const { requirement } of evidence.filter(({ status }) => status === 'attached')) {
      const answer = await this.desk.command(who, this.caseId, 'verifyItem', { requirement, against: 'ORIGINAL' });
      ({ revision } = answer);
    }
    return { revision };
  }

  private async planInsurer(plan: object): Promise<void> {
    const response = await fetch(`${this.stage.simulatorUrl}/admin/plans/${this.caseId}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(plan),
    });
    if (!response.ok) throw new Error(`the simulator refused the plan: ${await response.text()}`);
  }

  private async until(wanted: Extract<Step, { do: 'await' }>['until']): Promise<CaseView> {
    const { stage, status, escalation = 0 } = wanted;
    return this.seen(
      (view) => view.stage.name === stage && view.status === status && view.escalation.level >= escalation,
      `${stage}/${status}`,
    );
  }

  /** Goes on with the nth case that this one opened; waits for it. */
  private async follow(relation: string, nth: number): Promise<{ revision: number | null }> {
    const linked = ({ links }: CaseView) => links.filter((link) => link.relation === relation)[nth - 1];
    const view = await this.seen((each) => linked(each) !== undefined, `a linked ${relation}`);
    this.left.push(this.caseId);
    this.caseId = linked(view)?.caseId ?? this.caseId;
    return { revision: (await this.desk.view(READER, this.caseId)).revision };
  }

  private async seen(isThere: (view: CaseView) => boolean, what: string): Promise<CaseView> {
    let view = await this.desk.view(READER, this.caseId);
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      if (isThere(view)) return view;
      await pause(50);
      view = await this.desk.view(READER, this.caseId);
    }
    throw new Error(`the case stayed in ${view.stage.name}/${view.status}, without ${what}`);
  }

  private async check(expect: Extract<Step, { do: 'check' }>['expect']): Promise<void> {
    const view = await this.desk.view(READER, this.caseId);
    if (expect.paidIdr === undefined) {
      const found = { status: view.status, outcome: view.outcome?.outcome };
      if (JSON.stringify(found) !== JSON.stringify(expect))
        throw new Error(`expected ${JSON.stringify(expect)}, found ${JSON.stringify(found)}`);
      return;
    }
    const ledger = (await (await fetch(`${this.stage.simulatorUrl}/admin/ledger`)).json()) as {
      totals: { claimRef: string; paidIdr: string; lines: { standingPayments: number }[] }[];
    };
    const booked = ledger.totals.find(({ claimRef }) => claimRef === this.caseId);
    const found = { status: view.status, outcome: view.outcome?.outcome, paidIdr: booked?.paidIdr };
    if (JSON.stringify(found) !== JSON.stringify(expect)) {
      throw new Error(`expected ${JSON.stringify(expect)}, found ${JSON.stringify(found)}`);
    }
    if (booked?.lines.some(({ standingPayments }) => standingPayments !== 1) === true)
      throw new Error('a line was paid twice');
  }
}
