import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '../../..');
const RULE = '@nx/enforce-module-boundaries';

/** An import that must not be, planted into a file of the product. */
interface Violation {
  readonly what: string;
  readonly file: string;
  readonly plant: string;
  /** Part of what the linter says. */
  readonly says: string;
  readonly rule?: string;
}

const VIOLATIONS: readonly Violation[] = [
  {
    what: 'a workflow that imports persistence',
    file: 'workflows/claim/src/claim.workflow.ts',
    plant: "import '@titian/persistence';",
    says: '"type:workflow" can only depend on',
  },
  {
    what: 'a workflow that imports the client of Temporal',
    file: 'workflows/claim/src/claim.workflow.ts',
    plant: "import '@temporalio/client';",
    says: '"type:workflow" is not allowed to import "@temporalio/client"',
  },
  {
    what: 'a workflow that decides',
    file: 'workflows/claim/src/claim.workflow.ts',
    plant: "import { decide } from '@titian/domain';\nexport const planted: unknown = decide;",
    says: 'A workflow folds events',
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    what: 'a workflow that reads a file',
    file: 'workflows/claim/src/claim.workflow.ts',
    plant: "import 'node:fs';",
    says: 'restricted',
    rule: 'no-restricted-imports',
  },
  {
    what: 'a domain file that imports typeorm',
    file: 'libs/domain/src/claim/guards.ts',
    plant: "import 'typeorm';",
    says: '"type:domain" is not allowed to import "typeorm"',
  },
  {
    what: 'a domain file that asks the clock',
    file: 'libs/domain/src/claim/guards.ts',
    plant: 'export const planted: number = Date.now();',
    says: 'Date.now',
    rule: 'no-restricted-properties',
  },
  {
    what: 'a service that imports another service',
    file: 'services/case-api/src/app.ts',
    plant: "import '@titian/bpjs-gateway/src/signature.ts';",
    says: 'Imports of apps are forbidden',
  },
  {
    what: 'a service that imports another service by its path',
    file: 'services/case-api/src/app.ts',
    plant: "import '../../bpjs-gateway/src/signature.ts';",
    says: 'Projects cannot be imported by a relative or absolute path',
  },
  {
    what: 'a service that imports a workflow',
    file: 'services/case-api/src/app.ts',
    plant: "import '@titian/workflow-claim';",
    says: '"type:service" can only depend on',
  },
  {
    what: 'a library that imports a service',
    file: 'libs/config/src/index.ts',
    plant: "import '@titian/case-worker/src/main.ts';",
    says: 'case-worker',
  },
  {
    what: 'a library that imports a service by its path',
    file: 'libs/config/src/index.ts',
    plant: "import '../../../services/case-api/src/app.ts';",
    says: 'Projects cannot be imported by a relative or absolute path',
  },
  {
    what: 'a contract that imports an adapter',
    file: 'libs/workflow-contracts/src/activities.ts',
    plant: "import '@titian/config';",
    says: '"type:contract" can only depend on',
  },
  {
    what: 'a library of the product that imports test helpers',
    file: 'libs/http/src/problem.ts',
    plant: "import '@titian/testing';",
    says: '"type:adapter" can only depend on',
  },
  {
    what: 'a service that imports test helpers',
    file: 'services/case-api/src/app.ts',
    plant: "import '@titian/testing/workflows';",
    says: '"type:service" can only depend on',
  },
  {
    what: 'a service that imports the simulator',
    file: 'services/bpjs-gateway/src/http-insurer.ts',
    plant: "import '@titian/simulator-bpjs';",
    says: '"type:service" can only depend on',
  },
  {
    what: 'the simulator that knows our rules',
    file: 'test/simulators/bpjs/src/ledger.ts',
    plant: "import '@titian/domain';",
    says: '"type:simulator" can only depend on',
  },
];

describe('the linter', () => {
  let eslint: ESLint;
  beforeAll(async () => {
    // The rule says nothing unless it finds the graph of projects, which nobody has made yet on a fresh checkout.
    const nx = join(root, 'node_modules/.bin/nx');
    await promisify(execFile)(process.execPath, [nx, 'show', 'projects'], {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' },
    });
    eslint = new ESLint({ cwd: root });
  }, 120_000);

  const complaints = async (file: string, text: string) => {
    const [result] = await eslint.lintText(text, { filePath: join(root, file) });
    if (result === undefined) throw new Error(`${file} is not linted`);
    return result.messages.map(({ ruleId, message, severity }) => ({ ruleId, message, severity }));
  };

  test.each(VIOLATIONS)(
    'stops $what',
    async ({ file, plant, says, rule = RULE }) => {
      const found = await complaints(file, `${plant}\n${await readFile(join(root, file), 'utf8')}`);
      expect(found).toContainEqual({ ruleId: rule, message: expect.stringContaining(says), severity: 2 });
    },
    60_000,
  );

  const rules = new Set(VIOLATIONS.map(({ rule = RULE }) => rule));
  test.each([...new Set(VIOLATIONS.map(({ file }) => file))])(
    'has nothing to say about the imports of %s as it is',
    async (file) => {
      const found = await complaints(file, await readFile(join(root, file), 'utf8'));
      expect(found.filter(({ ruleId }) => ruleId === null || rules.has(ruleId))).toEqual([]);
    },
    60_000,
  );
});
