import * as l10n from '@vscode/l10n';
import { say } from '../../model/message.ts';
import { alignRows } from '../../report/writing/table.ts';
import { localised } from '../../text/words/localised.ts';
import type { Command, OptionSpec } from '../command.ts';
import { COMMON_OPTIONS } from '../command.ts';
import { listed } from '../../text/words/listed.ts';

/** What `reqtrace --help` prints. */
export function overallHelp(commands: readonly Command[]): string {
  const codes = alignRows(
    [
      ['0', l10n.t('done, nothing found that fails the run')],
      ['1', l10n.t('check, diff and test: found what --fail-on or a gate stops at, or a test failed; hook: could not tell')],
      ['2', l10n.t('could not run, or the gate is inconclusive')],
    ].map((cells) => cells.map((text) => ({ text }))),
    '  ',
  );
  return `${l10n.t('Shows which acceptance criteria code and tests meet, and which are still open.')}

${l10n.t('Usage: {0}', 'reqtrace COMMAND [OPTIONS]')}

${l10n.t('Commands:')}
${alignRows(
  commands.map(({ name, summary }) => [{ text: name }, { text: localised(summary) }]),
  '  ',
).join('\n')}

${l10n.t('Options:')}
${optionLines({ help: COMMON_OPTIONS.help, version: { type: 'boolean', help: say('show the version') } })}

${l10n.t('Exit codes:')}
${codes.join('\n')}

${l10n.t('Example:')}
  reqtrace report

${l10n.t('"reqtrace COMMAND --help" explains one command.')}
`;
}

/** What `reqtrace COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const { name, usage, options, exitCodes, example } = command;
  const summary = localised(command.summary);
  return `${l10n.t('{0}.', `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`)}

${l10n.t('Usage: {0}', `reqtrace ${`${name} ${usage}`.trim()} [OPTIONS]`)}

${l10n.t('Options:')}
${optionLines({ ...options, ...COMMON_OPTIONS })}

${l10n.t('Exit codes:')}
${Object.entries(exitCodes)
  .map(([code, meaning]) => `  ${code}  ${localised(meaning)}`)
  .join('\n')}

${l10n.t('Example:')}
  ${example}
`;
}

function optionLines(options: Readonly<Record<string, OptionSpec>>): string {
  return alignRows(
    Object.entries(options).map(([name, spec]) => [
      { text: `${spec.short ? `-${spec.short}, ` : '    '}--${name}${spec.value ? ` ${spec.value}` : ''}` },
      { text: helpOf(spec) },
    ]),
    '  ',
  ).join('\n');
}

function helpOf({ help, choices, many }: OptionSpec): string {
  const words = localised(help);
  if (!choices) return words;
  return many ? l10n.t('{0}: {1} (several with commas between)', words, listed(choices)) : l10n.t('{0}: {1}', words, listed(choices));
}
