import type { OnPaper } from '@titian/workflow-contracts';
import type { Insurer } from './insurer.port.ts';

const ON_PAPER: OnPaper = { kind: 'manual' };
const onPaper = (): Promise<OnPaper> => Promise.resolve(ON_PAPER);

/** A branch that is a counter and a paper receipt: nothing is sent, people carry it there and record the answer. */
export class ManualInsurer implements Insurer {
  reportAccident = onPaper;
  submit = onPaper;
  sendInformation = onPaper;
  fileObjection = onPaper;
  requestPayment = onPaper;
  withdraw = onPaper;
  isReachable = (): Promise<boolean> => Promise.resolve(true);
}
