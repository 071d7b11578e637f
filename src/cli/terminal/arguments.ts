import { parseArgs } from 'node:util';
import { closest } from '../../text/closest.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Arguments, Command, OptionSpec } from '../command.ts';
import { COMMON_OPTIONS } from '../command.ts';
import { addTo } from '../../text/grouping.ts';

/**
 * Parses what stands behind the command's name.
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
      if (token.value !== undefined) throw new UserError(`Option --${token.name} takes no value`);
      flags.add(token.name);
    } else {
      if (!token.value || (!token.inlineValue && token.value.startsWith('--')))
        throw new UserError(`Option --${token.name} needs a value: --${token.name} ${spec.value ?? ''}`);
      checkChoice(token.name, token.value, spec);
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

/** The end of a message for a word that is not known: ` (did you mean "report"?)`, or nothing if no known one is close. */
export function didYouMeanOneOf(word: string, known: readonly string[]): string {
  const suggestion = closest(word, known);
  return didYouMean(suggestion === undefined ? [] : [suggestion]);
}

/** ` (did you mean "IP-1" or "IP-2"?)`, or nothing without suggestions. */
export function didYouMean(suggestions: readonly string[]): string {
  const [first, ...others] = suggestions.map((suggestion) => `"${suggestion}"`);
  if (!first) return '';
  const all = others.length ? `${[first, ...others.slice(0, -1)].join(', ')} or ${others.at(-1)}` : first;
  return ` (did you mean ${all}?)`;
}

function unknownOption(command: Command, written: string, known: readonly string[]): UserError {
  const suggestion = didYouMeanOneOf(
    written,
    known.map((name) => `--${name}`),
  );
  return new UserError(
    `Unknown option ${written} for "reqtrace ${command.name}"${suggestion || `; see "reqtrace ${command.name} --help"`}`,
  );
}

function checkChoice(name: string, value: string, { choices, many }: OptionSpec): void {
  if (!choices) return;
  for (const part of many ? value.split(',') : [value]) {
    if (choices.includes(part)) continue;
    throw new UserError(`"${part}" is not a value of --${name}${didYouMeanOneOf(part, choices)}; it takes ${choices.join(', ')}`);
  }
}

function checkCount({ name, usage, positionals: { min, max } }: Command, given: readonly string[]): void {
  if (given.length >= min && given.length <= max) return;
  const what = given.length < min ? 'needs more arguments' : `takes no argument "${given[max] ?? ''}"`;
  throw new UserError(`"reqtrace ${name}" ${what}: reqtrace ${name} ${usage}`);
}
