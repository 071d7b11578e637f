import { alignRows } from '../../report/writing/table.ts';
import type { Command, OptionSpec } from '../command.ts';
import { COMMON_OPTIONS } from '../command.ts';

/** What `reqtrace --help` prints. */
export function overallHelp(commands: readonly Command[]): string {
  return `Shows which acceptance criteria code and tests meet, and which are still open.

Usage: reqtrace COMMAND [OPTIONS]

Commands:
${alignRows(
  commands.map(({ name, summary }) => [{ text: name }, { text: summary }]),
  '  ',
).join('\n')}

Options:
${optionLines({ help: COMMON_OPTIONS.help, version: { type: 'boolean', help: 'show the version' } })}

Exit codes:
  0  done, nothing found that fails the run
  1  check, diff and test only: found what --fail-on or a gate stops at, or a test failed
  2  could not run, or the gate is inconclusive

Example:
  reqtrace report

"reqtrace COMMAND --help" explains one command.
`;
}

/** What `reqtrace COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const { name, summary, usage, options, exitCodes, example } = command;
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.

Usage: reqtrace ${`${name} ${usage}`.trim()} [OPTIONS]

Options:
${optionLines({ ...options, ...COMMON_OPTIONS })}

Exit codes:
${Object.entries(exitCodes)
  .map(([code, meaning]) => `  ${code}  ${meaning}`)
  .join('\n')}

Example:
  ${example}
`;
}

function optionLines(options: Readonly<Record<string, OptionSpec>>): string {
  return alignRows(
    Object.entries(options).map(([name, { short, value, help, choices, many }]) => [
      { text: `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}` },
      { text: choices ? `${help}: ${choices.join(', ')}${many ? ' (several with commas between)' : ''}` : help },
    ]),
    '  ',
  ).join('\n');
}
