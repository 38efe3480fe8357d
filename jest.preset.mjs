/** Jest for an ESM workspace: swc strips types, Jest resolves workspace packages to their TypeScript source. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@titian/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  testTimeout: 30_000, // real servers on a busy machine; what takes longer says so
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
