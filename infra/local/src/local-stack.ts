import { rmSync } from 'node:fs';
import { type Lock } from '../boot/lock.mjs';
import { toAddresses, type StackAddresses } from './addresses.ts';
import { type Launch } from './child.ts';
import { findExternal, requireExternalServers } from './external-servers.ts';
import { forgetData } from './forget-data.ts';
import { isReady } from './health.ts';
import { prepareKafka } from './kafka.ts';
import { migrateRecord } from './migrator.ts';
import { createDatabase, locatePostgres, preparePostgres, toOwnerUrl } from './postgres.ts';
import { type Ports } from './ports.ts';
import { type Profile } from './profile.ts';
import { RunRecorder } from './run-record.ts';
import { keepSecrets, type Secrets } from './secrets.ts';
import { serviceEnvironment, toServiceLaunch, type ServerAddresses } from './service-launch.ts';
import { isServer, isService, toOwnParts, type StackSettings } from './stack-options.ts';
import { type PartName, type ServerName, type ServiceName } from './stack.ts';
import { Supervised } from './supervised.ts';
import { prepareTemporal } from './temporal.ts';

/** A stack of this process: servers, schema and services, each a process of its own. `startStack` makes one. */
export class LocalStack {
  readonly secrets: Secrets;
  readonly servers: ServerAddresses;
  readonly env: NodeJS.ProcessEnv;
  readonly addresses: StackAddresses;
  private readonly parts = new Map<PartName, Supervised>();
  private readonly recorder: RunRecorder;
  private readonly calledOff = new AbortController();
  private readonly began = performance.now();

  constructor(
    readonly profile: Profile,
    readonly ports: Ports,
    private readonly settings: StackSettings,
    private readonly lock: Lock,
  ) {
    this.env = settings.processEnv;
    this.secrets = keepSecrets(profile, this.env);
    this.servers = {
      databaseUrl: findExternal('postgres', this.env) ?? toOwnerUrl(ports.postgres, this.secrets.postgresPassword),
      temporalAddress: findExternal('temporal', this.env) ?? `127.0.0.1:${ports.temporal}`,
      kafkaBrokers: findExternal('kafka', this.env) ?? `127.0.0.1:${ports.kafka}`,
    };
    this.addresses = toAddresses(ports, this.servers, this.secrets);
    this.recorder = new RunRecorder(profile, ports, this.servers);
  }

  /** Process numbers of the parts that run. */
  pids(): Partial<Record<PartName, number>> {
    return Object.fromEntries([...this.parts].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]])));
  }

  /** Servers side by side, then the schema, then the services side by side. Called by `startStack`, once. */
  async bringUp(): Promise<void> {
    const callOff = (): void => {
      this.calledOff.abort(this.settings.signal.reason);
    };
    if (this.settings.signal.aborted) callOff();
    this.settings.signal.addEventListener('abort', callOff, { once: true });
    const own = toOwnParts(this.settings);
    const services = this.settings.parts.filter(isService);
    for (const name of services) this.parts.set(name, this.superviseService(name)); // a missing script shows at once
    await requireExternalServers(
      this.servers,
      this.settings.parts.filter(isServer).filter((name) => !own.includes(name)),
    );
    if (own.includes('postgres')) this.tellBarrier();
    await this.all(own.filter(isServer), (name) => this.bringUpServer(name));
    if (this.settings.migrate) {
      await migrateRecord(this, this.recorder, this.calledOff.signal);
      this.settings.onReady?.('record', this.seconds());
    }
    await this.all(services, (name) => this.start(name));
    this.settings.signal.removeEventListener('abort', callOff);
  }

  /** Ends one part as a fault would; it stays down until `start`. */
  async kill(name: PartName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.part(name).kill(signal);
  }

  /** Starts a part that is down and waits until it is ready; `env` adds to a service's variables for this start. */
  async start(name: PartName, env?: Record<string, string>): Promise<void> {
    if (env !== undefined && isService(name)) this.parts.set(name, this.superviseService(name, env));
    await this.part(name).start(this.calledOff.signal);
    this.settings.onReady?.(name, this.seconds());
  }

  /** Stops a part if it runs, and starts it again. */
  async restart(name: PartName, env?: Record<string, string>): Promise<void> {
    await this.part(name).stop();
    await this.start(name, env);
  }

  /** Stops services first, then servers; waits until all are gone. */
  async stop(): Promise<void> {
    await this.halt();
    this.lock.release();
  }

  /** Stops everything but keeps the profile, for another try. */
  async halt(): Promise<void> {
    this.calledOff.abort();
    const running = [...this.parts.values()];
    await Promise.all(running.filter(({ name }) => isService(name)).map((part) => part.stop()));
    await Promise.all(running.filter(({ name }) => isServer(name)).map((part) => part.stop()));
    this.recorder.clear();
  }

  /** Forgets everything this profile has stored; only after `stop`. */
  async forget(): Promise<void> {
    await forgetData(this.profile);
    rmSync(this.profile.logs, { recursive: true, force: true });
  }

  private async bringUpServer(name: ServerName): Promise<void> {
    const launch = await this.prepare(name);
    this.parts.set(name, this.supervise(name, launch));
    await this.part(name).start(this.calledOff.signal);
    if (name === 'postgres') await createDatabase(this.ports.postgres, this.secrets.postgresPassword);
    this.settings.onReady?.(name, this.seconds());
  }

  private prepare(name: ServerName): Promise<Launch> {
    switch (name) {
      case 'postgres':
        return preparePostgres(this.profile, this.ports.postgres, this.secrets.postgresPassword, this.env);
      case 'temporal':
        return prepareTemporal(this.profile, this.ports, this.env, this.settings.temporalSettings);
      case 'kafka':
        return prepareKafka(this.profile, this.ports, this.env);
    }
  }

  private superviseService(name: ServiceName, more: Record<string, string> = {}): Supervised {
    const { env, scripts } = this.settings;
    const environment = { ...serviceEnvironment(name, this), ...env?.[name], ...more };
    return this.supervise(name, toServiceLaunch(name, this.profile, environment, scripts?.[name]));
  }

  private supervise(name: PartName, launch: Launch): Supervised {
    return new Supervised(name, launch, {
      profile: this.profile,
      recorder: this.recorder,
      isReady: () => isReady(name, this.ports, this.secrets),
      onDeath: (part, failure) => this.settings.onDeath?.(part.name, failure),
    });
  }

  private tellBarrier(): void {
    const { barrier, data } = locatePostgres(this.profile);
    if (barrier === undefined) return;
    this.settings.onNote?.(
      `PostgreSQL refuses to run as root and its user may not enter ${barrier}: its data are kept in ${data}`,
    );
  }

  /** When one fails, the others are called off and waited for, so that nothing starts behind our back. */
  private async all<Name>(names: readonly Name[], work: (name: Name) => Promise<void>): Promise<void> {
    const callOff = (error: unknown): void => {
      this.calledOff.abort(error); // the first reason stays
    };
    await Promise.all(names.map((name) => work(name).catch(callOff)));
    this.calledOff.signal.throwIfAborted();
  }

  private part(name: PartName): Supervised {
    const part = this.parts.get(name);
    if (part === undefined) throw new Error(`${name} is not part of this stack`);
    return part;
  }

  private seconds(): number {
    return (performance.now() - this.began) / 1000;
  }
}
