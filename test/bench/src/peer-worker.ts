import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import type { PeerActivities } from './peer.workflow.ts';

// A process of its own, as Titian's worker is one. `node peer-worker.js <temporal address> <database url>`
const [address = '', databaseUrl = ''] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger('WARN') });
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const activities: PeerActivities = {
  async insertRow({ id, n }) {
    await pool.query('insert into bench_peer (id, n) values ($1, $2) on conflict do nothing', [id, n]);
    return n;
  },
};
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace: 'titian',
  taskQueue: 'bench-peer',
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./peer.workflow.js', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  }),
  activities,
});
process.send?.('ready');
process.once('disconnect', () => {
  worker.shutdown();
});
await worker.run();
await pool.end();
