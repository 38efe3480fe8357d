/** One-way street: service -> adapter -> contract -> domain. A workflow sees contracts and domain, nothing else. */
export const boundaries = [
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:domain'],
    allowedExternalImports: ['zod', 'temporal-polyfill'],
  },
  {
    sourceTag: 'type:contract',
    onlyDependOnLibsWithTags: ['type:contract', 'type:domain'],
    allowedExternalImports: ['zod', '@temporalio/workflow', '@temporalio/common'],
  },
  {
    sourceTag: 'type:workflow',
    onlyDependOnLibsWithTags: ['type:contract', 'type:domain'],
    allowedExternalImports: ['@temporalio/workflow', '@temporalio/common'],
  },
  { sourceTag: 'type:adapter', onlyDependOnLibsWithTags: ['type:adapter', 'type:contract', 'type:domain'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:adapter', 'type:contract', 'type:domain'] },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:adapter', 'type:contract', 'type:domain'] },
  { sourceTag: 'type:infra', onlyDependOnLibsWithTags: ['type:adapter', 'type:contract', 'type:domain'] },
  // The simulator plays the insurer: law binds both of us, but how we work it must not know, or it could not prove us wrong.
  { sourceTag: 'type:simulator', onlyDependOnLibsWithTags: ['type:adapter', 'type:law'] },
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: [
      'type:adapter',
      'type:contract',
      'type:domain',
      'type:testing',
      'type:infra',
      'type:simulator',
    ],
  },
];

/** Fixtures under `src/testing` also stand on the shared test tools; product code never does. */
export const fixtureBoundaries = boundaries.map((rule) => ({
  ...rule,
  onlyDependOnLibsWithTags: [...rule.onlyDependOnLibsWithTags, 'type:testing'],
  allowedExternalImports: ['*'],
}));
