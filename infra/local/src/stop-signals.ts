import { stopTools } from '../boot/run-tool.mjs';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes on the Ctrl-C that the terminal has sent us already: so soon it is the same one. */
const sameWithinMs = 700;

/** Exit code of a forced stop, as shells give it for Ctrl-C. */
export const forcedExitCode = 130;

/** Listens for Ctrl-C, SIGTERM and the terminal's hang-up. The first asks to stop, a later one to stop at once. */
export function onStopSignals(stop: () => void, stopAtOnce: () => void): void {
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      stopTools();
      stop();
    } else if (performance.now() - firstAt > sameWithinMs) {
      stopAtOnce();
    }
  };
  for (const signal of stopSignals) process.on(signal, onSignal);
  // After a hang-up nobody reads any more; the stop must go on all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Why a start or a test run was called off. */
export class CalledOff extends Error {
  override name = 'CalledOff';
}
