/** Conventional commits with a closed list of scopes: a new scope is a decision, made here. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    // A link or a table row may be longer than a line.
    'body-max-line-length': [0],
    'footer-max-line-length': [0],
    'scope-empty': [2, 'never'],
    'scope-enum': [
      2,
      'always',
      [
        // libs/
        'domain',
        'rulebook',
        'events',
        'contracts',
        'persistence',
        'kafka',
        'sdk',
        'temporal',
        'auth',
        'http',
        'config',
        'observability',
        'testing',
        // workflows/, and their definitions in libs/domain
        'complaint',
        'claim',
        'placement',
        // services/
        'api',
        'worker',
        'gateway',
        'relay',
        'reporting',
        // infra/, test/, docs/
        'local',
        'cli',
        'simulator',
        'e2e',
        'docs',
        'docker',
        // everything else
        'deps',
        'repo',
      ],
    ],
  },
};
