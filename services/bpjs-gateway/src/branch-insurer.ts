import { channelOf } from './branches.ts';
import type { Channel } from './gateway.config.ts';
import type { About, Insurer } from './insurer.port.ts';

/** Chooses how a branch is reached; the rest of the gateway does not know that there are two ways. */
export class BranchInsurer implements Insurer {
  constructor(
    private readonly channels: ReadonlyMap<string, Channel>,
    private readonly ways: Readonly<Record<Channel, Insurer>>,
  ) {}

  reportAccident: Insurer['reportAccident'] = (key, about, ...rest) =>
    this.of(about).reportAccident(key, about, ...rest);
  submit: Insurer['submit'] = (key, about, ...rest) => this.of(about).submit(key, about, ...rest);
  sendInformation: Insurer['sendInformation'] = (key, about, ...rest) =>
    this.of(about).sendInformation(key, about, ...rest);
  fileObjection: Insurer['fileObjection'] = (key, about, ...rest) => this.of(about).fileObjection(key, about, ...rest);
  requestPayment: Insurer['requestPayment'] = (key, about, ...rest) =>
    this.of(about).requestPayment(key, about, ...rest);
  withdraw: Insurer['withdraw'] = (key, about, ...rest) => this.of(about).withdraw(key, about, ...rest);

  isReachable(): Promise<boolean> {
    return this.ways.http.isReachable();
  }

  private of({ branch }: About): Insurer {
    return this.ways[channelOf(this.channels, branch)];
  }
}
