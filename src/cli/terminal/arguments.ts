import { parseArgs } from 'node:util';
import { inARow, say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { closest } from '../../text/closest.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Remedy } from '../../workspace/userError.ts';
import type { Arguments, Command, OptionSpec } from '../command.ts';
import { COMMON_OPTIONS } from '../command.ts';
import { addTo } from '../../text/grouping.ts';

/**
 * Parses what follows the command's name.
 *
 * @throws UserError for an unknown option (with what was probably meant), a missing or wrong value, or a wrong number of arguments.
 */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const specs: Readonly<Record<string, OptionSpec>> = { ...COMMON_OPTIONS, ...command.options };
  // Lenient, since its own messages name neither the command nor what was probably meant.
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(specs).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }])),
    strict: false,
    tokens: true,
  });

  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) throw unknownOption(command, token.rawName, Object.keys(specs));
    if (spec.type === 'boolean') {
      if (token.value !== undefined) throw new UserError(say('Option --{0} takes no value', token.name), helpOf(command));
      flags.add(token.name);
    } else {
      if (!token.value || (!token.inlineValue && token.value.startsWith('--')))
        throw new UserError(say('Option --{0} needs a value: --{0} {1}', token.name, spec.value ?? ''), helpOf(command));
      checkChoice(command, token.name, token.value, spec);
      addTo(values, token.name, token.value);
    }
  }
  if (!flags.has('help')) checkCount(command, positionals);
  return {
    positionals,
    value: (name) => values.get(name)?.at(-1),
    values: (name) => values.get(name) ?? [],
    flag: (name) => flags.has(name),
  };
}

/** What went wrong with a word that is not known, and which known one was probably meant: `… (did you mean "report"?)`; undefined if none is close. */
export function withSuggestion(wrong: Message, word: string, known: readonly string[]): Message | undefined {
  const suggestion = closest(word, known);
  return suggestion === undefined ? undefined : withSuggestions(wrong, [suggestion]);
}

/** The same with suggestions that are known: `… (did you mean "IP-1" or "IP-2"?)`; the message alone without any. */
export function withSuggestions(wrong: Message, suggestions: readonly string[]): Message {
  const [first, ...others] = suggestions.map((suggestion) => say('"{0}"', suggestion));
  if (!first) return wrong;
  const last = others.pop();
  const most = inARow([first, ...others]);
  return say('{0} (did you mean {1}?)', wrong, last ? say('{0} or {1}', most, last) : most);
}

function unknownOption(command: Command, written: string, known: readonly string[]): UserError {
  const wrong = say('Unknown option {0} for "reqtrace {1}"', written, command.name);
  const names = known.map((name) => `--${name}`);
  return new UserError(
    withSuggestion(wrong, written, names) ?? say('{0}; see "reqtrace {1} --help"', wrong, command.name),
    helpOf(command),
  );
}

function checkChoice(command: Command, name: string, value: string, { choices, many }: OptionSpec): void {
  if (!choices) return;
  for (const part of many ? value.split(',') : [value]) {
    if (choices.includes(part)) continue;
    const wrong = say('"{0}" is not a value of --{1}', part, name);
    throw new UserError(say('{0}; it takes {1}', withSuggestion(wrong, part, choices) ?? wrong, inARow(choices)), {
      ...helpOf(command),
      candidates: choices,
    });
  }
}

function checkCount(command: Command, given: readonly string[]): void {
  const {
    name,
    usage,
    positionals: { min, max },
  } = command;
  if (given.length >= min && given.length <= max) return;
  const typed = `reqtrace ${name}`;
  throw new UserError(
    given.length < min
      ? say('"{0}" needs more arguments: {1}', typed, `${typed} ${usage}`)
      : say('"{0}" takes no argument "{1}": {2}', typed, given[max] ?? '', `${typed} ${usage}`),
    helpOf(command),
  );
}

function helpOf({ name }: Command): Remedy {
  return { fix: `reqtrace ${name} --help` };
}
