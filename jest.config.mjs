import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspaces } from './infra/build/build.mjs';

const root = import.meta.dirname;
const folders = [...workspaces(), 'infra/docker', 'test/boundaries'];

/** One run over every workspace that has tests. */
export default {
  projects: folders
    .filter((folder) => existsSync(join(root, folder, 'jest.config.mjs')))
    .map((folder) => join(root, folder)),
};
