import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { boundaries, fixtureBoundaries } from './eslint.boundaries.mjs';

const sources = ['**/src/**/*.ts'];
const tests = ['**/*.test.ts'];
const fixtures = ['**/src/testing/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.nx/**', '**/.titian/**'] },
  {
    files: sources,
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A member taken out of an object by rest is named with an underscore.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Inputs and facts are JSON checked by a schema before `String()` reads them; the rule only sees the wide type.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: sources,
    ignores: [...tests, ...fixtures], // tests may reach @titian/testing and its drivers
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints: boundaries, enforceBuildableLibDependency: false }],
    },
  },
  {
    files: fixtures,
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { depConstraints: fixtureBoundaries, enforceBuildableLibDependency: false },
      ],
    },
  },
  {
    // The boundary rule above does not see Node's builtins or globals, so purity needs these two as well.
    files: [
      'libs/domain/src/**/*.ts',
      'libs/rulebook/src/**/*.ts',
      'libs/case-run/src/**/*.ts',
      'workflows/**/src/**/*.ts',
    ],
    ignores: [...tests, ...fixtures],
    rules: {
      'no-restricted-imports': ['error', { paths: builtinModules, patterns: ['node:*'] }],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'performance'],
    },
  },
  {
    // The domain takes the time as an argument. Workflows may ask the clock: Temporal replaces it there.
    files: ['libs/domain/src/**/*.ts', 'libs/rulebook/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pass the time in.' },
      ],
    },
  },
  {
    // Decide and guards run in the record, never in a workflow (design decision 2): only the fold may be imported.
    files: ['libs/case-run/src/**/*.ts', 'workflows/**/src/**/*.ts'],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@titian/domain',
              message: 'A workflow folds events: import from @titian/domain/fold.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  prettier,
);
