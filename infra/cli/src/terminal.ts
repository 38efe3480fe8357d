/** Where the words go: tests give their own. */
export interface Terminal {
  /** One line of the answer. */
  readonly out: (line: string) => void;
  /** One line about the answer. */
  readonly err: (line: string) => void;
}

/** What a command ends with. */
export const EXIT = { good: 0, finding: 1, misuse: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a group of commands is given by the program. */
export interface CommandHost {
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
  /** Aborted when somebody calls the command off. */
  readonly signal: AbortSignal;
  readonly end: (code: ExitCode) => void;
}

/** The command cannot be done as it was asked; the message says what to do. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};
