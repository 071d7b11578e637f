import { literalPattern } from '../../text/patterns/regExp.ts';
import { unescaped } from '../../text/escapes.ts';
import type { WantedTest } from './wantedTest.ts';

/** What stands for data in titles of JavaScript: `${n}`, `%s`, `$name` of a table. A dollar behind a backslash is itself. */
const PLACE = /(?<!(?<!\\)\\)\$\{(?:[^{}]|\{[^{}]*\})*\}|%[sdifjoOpc#$%]|\$[A-Za-z_][\w.]*/u;

/** Titles of the source are cut there, in UTF-16 code units. */
const LONGEST_TITLE = 200;

/** A function around tests, which no result shows: `make()`. */
const FUNCTION = /\(\)$/u;

/** A piece of a regular expression for one title of JavaScript; data in it may be anything, and so may be what the facts have cut off. */
export function titlePattern(raw: string): string {
  const isCut = raw.length >= LONGEST_TITLE;
  const whole = isCut ? raw.replace(/(?:\\|\$\{[^}]*)$/u, '') : raw;
  const parts = whole.split(PLACE).map((part) => literalPattern(unescaped(part)));
  return `${parts.join('.*')}${isCut ? '.*' : ''}`.replaceAll(/(?:\.\*){2,}/gu, '.*');
}

/** How a runner of JavaScript puts the titles of groups and tests together. */
export interface Joined {
  /** What is between two titles, as a piece of a pattern. */
  readonly between: string;
  /** What may be before the first one, and behind the last. */
  readonly before?: string;
  readonly behind?: string;
}

/**
 * One pattern for exactly these tests: `^(?:Stock adds|Stock fails)$`. Groups stand for all tests in them; where the facts do not know the groups around a title, any may be there.
 */
export function unionPattern(tests: readonly WantedTest[], { between, before = '', behind = '' }: Joined): string {
  const patterns = new Set(
    tests.map(({ groups, name, selects, outermost }) => {
      const shown = groups.filter((group) => !FUNCTION.test(group));
      const open = !outermost || shown.length < groups.length;
      const chain = [...shown, name].map(titlePattern).join(between);
      return `${open ? `(?:.*${between})?` : ''}${chain}${selects === 'group' ? `(?:${between}.*)?` : ''}`;
    }),
  );
  return `^${before}(?:${[...patterns].join('|')})${behind}$`;
}

/** A pattern for the own names of tests. */
export function ownNamesPattern(tests: readonly WantedTest[]): string {
  return `^(?:${[...new Set(tests.map(({ name }) => titlePattern(name)))].join('|')})$`;
}

/** The name of a function or class as languages call it: `test_adds` of `test_adds()`, `Stock` of `class Stock`. */
export function plainName(name: string): string {
  return name.replace(FUNCTION, '').replace(/^.* /u, '');
}
