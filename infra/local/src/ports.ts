import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';
import { Refusal } from '../boot/refusal.mjs';
import { stack, stackPorts, type PartName, type PortName } from './stack.ts';

/** A port for each listener of the stack. */
export type Ports = Readonly<Record<PortName, number>>;

/** Below the range from which the system draws ports of outgoing connections. */
const freeRange = { from: 15_000, to: 32_000 };

function toPort(text: string, source: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`${source} is "${text}", which is no port: give a number from 1 to 65535.`);
}

/** Default ports, moved by the variables of each part and, for the API, by `--port`. */
export function toDefaultPorts(env: NodeJS.ProcessEnv, apiPort?: string): Ports {
  const ports = Object.fromEntries(
    stackPorts.map(({ name, port, variable }) => [name, env[variable] ? toPort(env[variable], variable) : port]),
  ) as Record<PortName, number>;
  return apiPort === undefined ? ports : { ...ports, 'case-api': toPort(apiPort, '--port') };
}

/** Whether nobody listens on this port of 127.0.0.1. Asked by binding, never by talking to whoever is there. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES') reject(new Refusal(`this user may not listen on port ${port}.`));
      else reject(error);
    });
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      probe.close(() => {
        resolve(true);
      }),
    );
  });
}

/** Picks free ports at random. Somebody else may still take one first: the caller then tries again. */
export async function chooseFreePorts(): Promise<Ports> {
  const chosen = new Set<number>();
  while (chosen.size < stackPorts.length) {
    const port = randomInt(freeRange.from, freeRange.to);
    if (!chosen.has(port) && (await isPortFree(port))) chosen.add(port);
  }
  const numbers = [...chosen];
  return Object.fromEntries(stackPorts.map(({ name }, index) => [name, numbers[index]])) as Record<PortName, number>;
}

/**
 * Looks at every port before anything is started.
 * @throws {Refusal} that names the port, the part and the way to move it
 */
export async function requireFreePorts(ports: Ports, parts: readonly PartName[]): Promise<void> {
  const needed = stack.filter((part) => parts.includes(part.name)).flatMap((part) => part.ports);
  const seen = new Map<number, PortName>();
  for (const { name, variable } of needed) {
    const port = ports[name];
    const twin = seen.get(port);
    if (twin)
      throw new Refusal(`port ${port} is given to both ${twin} and ${name}: move one of them, e.g. with ${variable}.`);
    seen.set(port, name);
    if (await isPortFree(port)) continue;
    const remedy = name === 'case-api' ? `--port <number> or ${variable}` : variable;
    throw new Refusal(
      `port ${port}, which ${name} needs, is taken by another program: free it, or move ${name} with ${remedy}.`,
    );
  }
}
