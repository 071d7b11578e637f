import { say } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { Palette } from '../report/writing/palette.ts';
import type { CliIo } from './terminal/io.ts';
import { LANGUAGES } from './terminal/language.ts';

/** An option of a command, for parsing and for its help. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly help: Message;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** True if several of the choices may be given, with commas between. */
  readonly many?: boolean;
}

/** The arguments of one run, checked against the command's options. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The value of an option, the last one if it was given twice. */
  value(name: string): string | undefined;
  /** All values of an option that may be given several times, in order. */
  values(name: string): readonly string[];
  flag(name: string): boolean;
}

/** What a command runs with. */
export interface CommandContext {
  readonly io: CliIo;
  readonly args: Arguments;
  /** For standard output: with colours only where they will be seen. */
  readonly palette: Palette;
}

/** Exit codes: 0 did what was asked, 1 found something, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** One command of the CLI. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: Message;
  /** The arguments behind the name: `[PATH…]`. */
  readonly usage: string;
  /** How many arguments it takes. */
  readonly positionals: { readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** The exit code where it could not run; 2 unless whoever runs it takes that for an answer. */
  readonly failure?: ExitCode;
  readonly exitCodes: Readonly<Partial<Record<ExitCode, Message>>>;
  /** One line that can be typed as it is. */
  readonly example: string;
  run(context: CommandContext): Promise<ExitCode>;
}

/** For commands whose answers depend on what tests have shown. */
export const EVIDENCE_OPTION = {
  evidence: { type: 'string', value: 'FILE', help: say('also count these test results, in any folder (may be given several times)') },
} as const satisfies Record<string, OptionSpec>;

/** Options that every command takes. */
export const COMMON_OPTIONS = {
  root: { type: 'string', value: 'FOLDER', help: say('workspace folder (default: here, upward to reqtrace.yaml)') },
  today: { type: 'string', value: 'YYYY-MM-DD', help: say('day on which waivers are judged (default: today)') },
  lang: {
    type: 'string',
    value: 'LANGUAGE',
    choices: LANGUAGES,
    help: say('language of texts for people (default: the language of the environment)'),
  },
  'no-cache': { type: 'boolean', help: say('read every file again, and do not write the cache') },
  'no-color': { type: 'boolean', help: say('no colors (also: NO_COLOR)') },
  help: { type: 'boolean', short: 'h', help: say('show this help') },
} as const satisfies Record<string, OptionSpec>;
