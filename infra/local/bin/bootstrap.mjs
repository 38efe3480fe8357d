// Makes a bare checkout runnable: Node new enough, packages installed, sources built. Only Node's builtins until then.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`titian: Node.js 20.19 or newer is needed and this is ${process.versions.node}: install a newer one.`);
  process.exit(1);
}

const seconds = (since) => (performance.now() - since) / 1000;

/** What ends a bootstrap must also end the npm, pip or mvn that it started. */
function stopToolsOnSignal(stopTools) {
  const stop = () => {
    stopTools();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  return () => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.off(signal, stop));
}

/** Another npm ci would pull the packages out from under a stack that runs. */
async function refuseUnderRunningStack(home) {
  const { stackLockFile } = await import('../boot/paths.mjs');
  const { findHolder } = await import('../boot/lock.mjs');
  const { Refusal } = await import('../boot/refusal.mjs');
  const holder = findHolder(stackLockFile(home, 'default'));
  if (!holder) return;
  throw new Refusal(`Titian is running (pid ${holder.pid}) and its packages must be installed anew: stop it first.`);
}

/** @param {{ parts?: string[] }} options servers to fetch while npm installs
 * @returns {Promise<{ install: number, build: number, started: number }>} seconds each stage took; `started` in ms of performance.now() */
export async function bootstrap({ parts = [] } = {}) {
  const started = performance.now();
  const { root, titianHome } = await import('../boot/paths.mjs');
  const { stopTools } = await import('../boot/run-tool.mjs');
  const { requireDiskSpace } = await import('../boot/disk-space.mjs');
  const { needsInstall, install } = await import('../boot/install.mjs');
  const { waitForLock } = await import('../boot/lock.mjs');
  const home = titianHome();
  const ignoreSignals = stopToolsOnSignal(stopTools);
  requireDiskSpace(home);
  const lock = await waitForLock(`${root}/.titian/run/install.lock`, ({ pid }) =>
    console.log(`waiting for pid ${pid}, which installs or builds this checkout`),
  );
  try {
    const stages = { install: 0, build: 0, started };
    if (needsInstall()) {
      await refuseUnderRunningStack(home);
      console.log('installing packages (npm ci), fetching servers beside it');
      const { prefetch } = await import('../boot/prefetch.mjs');
      await Promise.all([install(), prefetch({ home, env: process.env }, parts)]);
      stages.install = seconds(started);
    }
    const building = performance.now();
    const { build } = await import('../../build/build.mjs');
    await build();
    stages.build = seconds(building);
    return stages;
  } finally {
    lock.release();
    ignoreSignals();
  }
}
