/** What the CLI writes to: the part of `process.stdout` that it uses. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** All that the CLI knows of the world around its process, so that tests can run it in theirs. */
export interface CliIo {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute path that relative arguments start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input, for what another program hands over; nothing where a person sits there. */
  readonly readInput?: () => Promise<string>;
  /** Asks whoever sits at the terminal; absent where nobody does. Undefined at the end of what is typed. */
  readonly ask?: (question: string) => Promise<string | undefined>;
}
