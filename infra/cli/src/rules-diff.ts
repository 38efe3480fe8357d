import { diffRules, rulebook } from '@titian/rulebook';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

/** Shows how the law of two days differs. */
export function diffLaw(from: string, to: string, terminal: Terminal, json: boolean): ExitCode {
  const changes = diffRules(rulebook, from, to);
  if (json) terminal.out(JSON.stringify({ from, to, changes }));
  else {
    for (const { change, rule, from: old, to: now } of changes)
      terminal.out([change.padEnd(8), rule, ...(change === 'replaced' ? [old, '->', now] : [])].join(' '));
    terminal.out(
      `${changes.length} ${changes.length === 1 ? 'rule differs' : 'rules differ'} between ${from} and ${to}`,
    );
  }
  return EXIT.good;
}
