import { version } from '../../package.json';
import { say } from '../model/message.ts';
import { plain } from '../report/writing/plainText.ts';
import { localised } from '../text/words/localised.ts';
import { UserError } from '../workspace/userError.ts';
import { parseArguments, withSuggestion } from './terminal/arguments.ts';
import { choosePalette } from './terminal/colour.ts';
import type { Command } from './command.ts';
import { agents } from './commands/agents.ts';
import { check } from './commands/check.ts';
import { diff } from './commands/diff.ts';
import { exportItems } from './commands/export.ts';
import { explain } from './commands/explain.ts';
import { history } from './commands/history.ts';
import { hook } from './commands/hook.ts';
import { init } from './commands/init.ts';
import { list } from './commands/list.ts';
import { lsp } from './commands/lsp.ts';
import { mcp } from './commands/mcp.ts';
import { pin } from './commands/pin.ts';
import { report } from './commands/report.ts';
import { show } from './commands/show.ts';
import { suggest } from './commands/suggest.ts';
import { test } from './commands/test.ts';
import { commandHelp, overallHelp } from './terminal/help.ts';
import type { CliIo } from './terminal/io.ts';
import { chooseLanguage, typedLanguage } from './terminal/language.ts';
import { renderErrorJson } from './reporting/errorJson.ts';

// @implements RT-6.1~b269dc
/** All commands, in the order of the overview: `check` first. */
export const COMMANDS: readonly Command[] = [
  check,
  report,
  diff,
  history,
  exportItems,
  list,
  show,
  suggest,
  explain,
  test,
  pin,
  init,
  lsp,
  mcp,
  hook,
  agents,
];

/**
 * Runs the CLI: `runCli(['check', 'docs'], io)`.
 *
 * @param argv what follows `reqtrace`.
 * @returns the exit code. What a user can fix is one line on standard error and 2; anything else is thrown, since it is our mistake.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  chooseLanguage({ lang: typedLanguage(argv), env: io.env });
  try {
    return await run(argv, io);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (wantsJson(argv)) tellProgram(error, io);
    io.stderr.write(`reqtrace: ${plain(localised(error.said))}\n`);
    return COMMANDS.find(({ name }) => name === argv[0])?.failure ?? 2;
  } finally {
    // Whatever else is said in this process was not asked for in that language.
    chooseLanguage({ env: {} });
  }
}

async function run(argv: readonly string[], io: CliIo): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-v') {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const asked = COMMANDS.find(({ name }) => name === rest[0]);
    (first === undefined ? io.stderr : io.stdout).write(asked ? commandHelp(asked) : overallHelp(COMMANDS));
    return first === undefined ? 2 : 0;
  }

  const command = COMMANDS.find(({ name }) => name === first);
  if (!command) throw unknownCommand(first);
  const args = parseArguments(command, rest);
  if (args.flag('help')) {
    io.stdout.write(commandHelp(command));
    return 0;
  }
  chooseLanguage({ lang: args.value('lang'), format: args.value('format'), env: io.env });
  return command.run({ io, args, palette: choosePalette(io, args.flag('no-color')) });
}

/** Where standard output is what cannot be written, standard error alone says so. */
function tellProgram(error: UserError, { stdout }: CliIo): void {
  try {
    stdout.write(renderErrorJson(error));
  } catch (failure) {
    if (!(failure instanceof UserError)) throw failure;
  }
}

/** Asked of the words as they were typed, since they may be what is wrong. */
function wantsJson([name, ...argv]: readonly string[]): boolean {
  const command = COMMANDS.find((each) => each.name === name);
  if (!command?.options['format']?.choices?.includes('json')) return false;
  const at = argv.findLastIndex((word) => word === '--format' || word.startsWith('--format='));
  return argv[at] === '--format=json' || (argv[at] === '--format' && argv[at + 1] === 'json');
}

function unknownCommand(written: string): UserError {
  const isOption = written.startsWith('-');
  const known = isOption ? ['--help', '--version'] : COMMANDS.map(({ name }) => name);
  const wrong = isOption ? say('Unknown option {0}', written) : say('Unknown command {0}', written);
  return new UserError(withSuggestion(wrong, written, known) ?? say('{0}; see "reqtrace --help"', wrong));
}
