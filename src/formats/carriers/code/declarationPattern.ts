import type { Declaration } from '../../../model/facts.ts';
import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';

/** What one line declares: `reserveStock()`, `class Stock`, the title of a test. */
export type Head = Pick<Declaration, 'name' | 'kind' | 'group'>;

/**
 * One way to declare something on a line:
 * `{ pattern: String.raw`^\s*sub\s+(?<fn>\w+)`, examples: { 'sub reserve {': 'reserve()' } }`.
 */
export interface DeclarationPattern {
  /**
   * Source of a regular expression, compiled when it is first asked for, since those of all languages are a noticeable part of
   * a program's start. Groups: `fn` a function, `type` with `name` a class or its like, `title` a test by its title, `other`
   * anything else worth naming; `group` stands where the title is that of a group.
   */
  readonly pattern: string;
  /** Whether letter case matters: `CREATE TABLE` and `create table`. */
  readonly flags?: 'i';
  /** Lines that no pattern before it fits, each with the name of what it declares; a test tries them all. */
  readonly examples: Readonly<Record<string, string>>;
}

/** How a language declares, as far as its lines show it. */
export interface Declares {
  /** What a line declares wherever it stands; if absent, `sub` and `function` of no particular language. */
  readonly declarations?: readonly DeclarationPattern[];
  /** What a line declares directly within a class or its like, where it can be no statement: fields, getters, methods with a head over several lines. */
  readonly members?: readonly DeclarationPattern[];
  /** Fits the beginning of a comment that belongs to what is around it, whatever follows: a documentation string of Python, `//!` of Rust. */
  readonly inner?: ShownPattern;
  /** Fits a line, its strings empty, that declares a test without a body, which is still to be written: `it ''` of RSpec. */
  readonly unwritten?: ShownPattern;
  /** Fits a line in which a test does something; one of the innermost `sections` without any is still to be written: a scenario of Gherkin without steps. */
  readonly steps?: ShownPattern;
  /** Fits the title of a test that does not run: `!adds` of Kotest. */
  readonly offTitle?: ShownPattern;
  /**
   * Fits the lines that begin sections of a text, where keywords and not indentation say what is in what. Groups: `outer`, `middle` and `inner`,
   * Feature, Rule and Scenario of Gherkin; `open` and `close` where a word of its own ends a section, as in Boost.Test.
   */
  readonly sections?: ShownPattern;
  /** Fits the head of a module up to its brace, with its `name`: `mod tests {` of Rust, where it is part of the name of each test. */
  readonly modules?: ShownPattern;
}

const COMPILED = new WeakMap<readonly DeclarationPattern[], (RegExp | undefined)[]>();

function compiledOf(patterns: readonly DeclarationPattern[]): (RegExp | undefined)[] {
  const known = COMPILED.get(patterns);
  if (known) return known;
  const made: (RegExp | undefined)[] = [];
  COMPILED.set(patterns, made);
  return made;
}

/** What a line of code declares, or undefined: `headOf('def reserve(order):', python.declarations)` is `reserve()`, a function. */
export function headOf(code: string, patterns: readonly DeclarationPattern[]): Head | undefined {
  const compiled = compiledOf(patterns);
  for (const [index, { pattern, flags = '' }] of patterns.entries()) {
    const expression = (compiled[index] ??= new RegExp(pattern, `u${flags}`));
    const match = expression.exec(code);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const { fn, type, name, title, other } = groups;
    if (title !== undefined) return { name: title, kind: 'test', ...(isGroup(code, match, title) && { group: true }) };
    if (fn !== undefined) return { name: `${fn}()`, kind: /^(?:test|Test|it_|should_)/u.test(fn) ? 'test' : 'function' };
    if (type !== undefined && name !== undefined)
      return {
        name: `${type.replace(/\s+/gu, ' ')} ${name.replaceAll('"', '')}`,
        kind: TYPE_WORDS.has(type.toLowerCase()) ? 'class' : 'other',
      };
    if (other !== undefined) return { name: other, kind: 'other' };
  }
  return undefined;
}

function isGroup(code: string, { index, 0: whole, groups }: RegExpExecArray, title: string): boolean {
  return groups?.['group'] !== undefined || GROUP.test(code.slice(0, index + whole.lastIndexOf(title)));
}

/** What stands right before the title of a group of tests, in all languages. */
const GROUP =
  /(?:^|[\s.])(?:[fxp]?describe|[fxp]?context|(?:shared_)?example_group|suite|TEST_SUITE|BOOST_\w+_TEST_SUITE|test(?:Group|List)|module|fixture|feature|rule)(?:\.\w+)*(?:\(.{0,200}\))?\s*[(:]?\s*["'`]?$/iu;

const TYPE_WORDS = new Set([
  'class',
  'struct',
  'interface',
  'enum',
  'trait',
  'record',
  'protocol',
  'object',
  'actor',
  'contract',
  'type',
  'union',
  'mixin',
  'extension',
  'defclass',
  'defrecord',
  '@interface',
  '@implementation',
  '@protocol',
  'message',
  'classdef',
]);
