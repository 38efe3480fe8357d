import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspaces } from './infra/build/build.mjs';
import preset from './jest.preset.mjs';

const root = import.meta.dirname;
const folders = [...workspaces(), 'infra/docker', 'test/boundaries'];

/** One run over every workspace that has tests. */
export default {
  testTimeout: preset.testTimeout, // of several projects Jest heeds the one that stands here
  projects: folders
    .filter((folder) => existsSync(join(root, folder, 'jest.config.mjs')))
    .map((folder) => join(root, folder)),
};
