/** Jest for an ESM workspace: swc strips types, Jest resolves workspace packages to their TypeScript source. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@titian/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
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
