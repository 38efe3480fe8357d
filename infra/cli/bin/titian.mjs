#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  console.error('titian is not built: run npm run build in the checkout first.');
  process.exit(2);
}
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0); // e.g. piped into head, which has seen enough
  throw error;
});
const { main: run } = await import(main.href);
process.exitCode = await run(process.argv.slice(2));
