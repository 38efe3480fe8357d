// Records the events that `titian conformance` plays to consumers of agencies: cases told by the domain, published as the relay
// publishes them. Run by hand when the contract changed before a release, never by `npm run generate`: what was published once stays as it is.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const target = 'infra/cli/src/conformance/recorded-events.json';
const built = (path) => import(pathToFileURL(join(root, path)).href);

const [{ steps }, { complaintSteps }, { placementSteps }, { GENESIS_HASH, models, toEventRow }, { toCloudEvent }] =
  await Promise.all([
    built('libs/domain/dist/testing/claim-world.js'),
    built('libs/domain/dist/testing/complaint-world.js'),
    built('libs/domain/dist/testing/placement-world.js'),
    built('libs/persistence/dist/index.js'),
    built('libs/events/dist/index.js'),
  ]);

/** Cases in different stages of each type, long and short. */
const stories = [
  ['claim', steps.closed],
  ['claim', steps.review],
  ['claim', steps.evidence],
  ['complaint', complaintSteps.closed],
  ['complaint', complaintSteps.objection],
  ['complaint', complaintSteps.verification],
  ['placement', placementSteps.closed],
  ['placement', placementSteps.leftIncomplete],
  ['placement', placementSteps.foundAbroad],
];
const LETTERS = { claim: 'KLM', complaint: 'ADU', placement: 'PEN' };

/** The same in every run. */
function caseIdOf(n) {
  const hex = createHash('sha256').update(`conformance ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function record([type, tell], n) {
  const { definition, hash } = models.newestOf(type);
  const caseId = caseIdOf(n);
  let previous = GENESIS_HASH;
  return tell().events.map(({ revision, at, event }) => {
    const opened = {
      definition: { type, version: definition.version, hash },
      number: `${LETTERS[type]}-2026-${String(n).padStart(6, '0')}`,
    };
    const told = event.kind === 'case.opened' ? { ...event, ...opened } : event;
    const row = toEventRow(type, { caseId, revision, at, event: told }, previous);
    previous = row.hash;
    return { caseType: type, event: toCloudEvent(row) };
  });
}

const lines = stories.flatMap(record).map((each) => JSON.stringify(each));
writeFileSync(join(root, target), `[\n${lines.join(',\n')}\n]\n`);
console.log(`wrote ${lines.length} events to ${target}`);
