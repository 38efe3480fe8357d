import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { z } from 'zod';

/** How often something happens, in per cent. */
const rate = z.int().min(0).max(100).default(0);

/** Body of `PUT /admin/faults`: how badly the insurer and the way to it behave. The seed makes it the same each time. */
export const FaultPlan = z.strictObject({
  seed: z.int().min(0).max(2_147_483_647).default(1),
  /** The connection is cut before anything is done. */
  refuse: rate,
  /** The request is carried out and the answer never arrives. */
  timeoutAfter: rate,
  error500: rate,
  throttle429: rate,
  slow: rate,
  slowMs: z.int().min(0).max(60_000).default(200),
  /** A callback is sent a second time after it was taken. */
  duplicateCallback: rate,
  /** Two callbacks of a claim change places. */
  reorderCallback: rate,
  /** A callback is signed with a key that nobody knows, and properly the next time. */
  wrongSignature: rate,
  /** A callback is never sent: only the reconciliation list tells of it. */
  loseCallback: rate,
  /** A callback carries a time that is off by `skewSeconds`. */
  clockSkew: rate,
  skewSeconds: z.int().min(-86_400).max(86_400).default(0),
  /** Branches whose counter is closed: every request of their claims is answered 503. */
  closedBranches: z.array(z.string().regex(/^\d{2}\.\d{2}$/, 'a regency code such as 35.05')).default([]),
  /** The insurer pays what a new order asks without looking at earlier payments of the line. */
  trusting: z.boolean().default(false),
  /** Payment orders are taken as if they had no idempotency key: shows that a test can see a double payment. */
  forgetsKeys: z.boolean().default(false),
});
export type FaultPlan = z.infer<typeof FaultPlan>;

/** Kinds of fault that are drawn by rate. */
export type FaultName = {
  [K in keyof FaultPlan]: K extends 'seed' | 'slowMs' | 'skewSeconds' ? never : FaultPlan[K] extends number ? K : never;
}[keyof FaultPlan];

/** Draws faults by the plan; without one nothing ever fails. */
export class Faults {
  private plan: FaultPlan = FaultPlan.parse({});
  private generator = xoroshiro128plus(1);
  private readonly drawn = new Map<FaultName, number>();

  get current(): FaultPlan {
    return this.plan;
  }

  /** How often each fault has happened under this plan. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.drawn);
  }

  put(plan: FaultPlan): void {
    this.plan = plan;
    this.generator = xoroshiro128plus(plan.seed);
    this.drawn.clear();
  }

  /** Whether it happens now. */
  happens(name: FaultName): boolean {
    const per = this.plan[name];
    if (per === 0 || uniformInt(this.generator, 1, 100) > per) return false;
    this.drawn.set(name, (this.drawn.get(name) ?? 0) + 1);
    return true;
  }

  isClosed(branch: string | undefined): boolean {
    return branch !== undefined && this.plan.closedBranches.includes(branch);
  }
}
