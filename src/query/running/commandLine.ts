import type { TestRun } from './testRun.ts';

/** What is started as a shell of Unix would take it, a line each, for people to read and to copy; nothing here hands it to one: `["node --test '--test-name-pattern=^(?:adds)$' a.mjs"]`. */
export function commandLines({ argv, prepare, environment }: Pick<TestRun, 'argv' | 'prepare' | 'environment'>): readonly string[] {
  const variables = Object.entries(environment ?? {}).map(([name, value]) => `${name}=${quoted(value)}`);
  const line = (words: readonly string[]): string => [...variables, ...words.map(quoted)].join(' ');
  return [...(prepare ? [line(prepare)] : []), line(argv)];
}

function quoted(argument: string): string {
  if (/^[\w./:=@%+,-]+$/u.test(argument)) return argument;
  return `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
