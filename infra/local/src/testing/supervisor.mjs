// `npm start` as a process of its own, for a stack given as JSON. Runs what is built.
import { runVerb } from '../../boot/refusal.mjs';

const { start } = await import(new URL('../../dist/start.js', import.meta.url).href);
const options = JSON.parse(process.argv[2] ?? '{}');
await runVerb(() => start([], { install: 0, build: 0, started: performance.now() }, options));
