import type { Declaration } from '../../../model/facts.ts';
import type { LineMap } from '../../../text/lineMap.ts';
import type { ShownPattern } from '../../../text/shownPattern.ts';
import type { DeclarationPattern, Declares, Head } from './declarationPattern.ts';
import { headOf } from './declarationPattern.ts';
import type { Token } from './scan.ts';

/** Longest part of a line that is looked at, in characters. */
const LONGEST_LINE = 400;
/** How far a declaration may be from its comment, and its head from a comment in its body, in lines. */
const LINES_BELOW = 60;
const LINES_ABOVE = 600;
/** Blocks in blocks. */
const DEEPEST = 40;
/** How much of a comment its mark takes at most, in characters. */
const LONGEST_MARK = 4;
/** A bracket on its own line closes or opens what the head above it began. */
const STARTS_WITH_BRACKET = /^\s*[()[\]{}]/u;

/** What may stand between a comment and its declaration: attributes and decorators of any language. */
export const ATTRIBUTE: ShownPattern = {
  pattern: /^\s*(?:@[\p{L}_]|#!?\[|\[[\p{L}_<]|template\s*<|\[\[|__attribute__|#\[|-spec\b|@spec\b)/u,
  fits: [
    '@Override',
    '#[derive(Debug)]',
    '#![allow(x)]',
    '[Fact]',
    '[<Test>]',
    'template <typename T>',
    '[[nodiscard]]',
    '-spec f() -> ok.',
  ],
  misses: ['f(@a)', 'templates', '[1, 2]'],
};

/** Attributes that make a function a test. */
export const TEST_ATTRIBUTE: ShownPattern = {
  pattern: /^\s*(?:@|\[|#\[)[^(]*\b(?:test|parameterizedtest|fact|theory|testmethod|testcase|testdox|rstest)\b/iu,
  fits: ['@Test', '[Fact]', '#[tokio::test]', "#[TestDox('a')]"],
  misses: ['@Contest', '@Ignore("test")', 'test()'],
};

/** Attributes on the line of the declaration itself. */
export const LEADING_ATTRIBUTES: ShownPattern = {
  pattern: /^\s*(?:(?:#?\[[^\]]*\]|@[\p{L}_.]+(?:\([^()]*\))?)\s*)+/u,
  fits: ['@Test void rejects() {', '[Test] public void X()', '#[test] fn rejects() {', '@Tag("a") @Slow fun f()'],
  misses: ['void rejects() {'],
};

/** Declares `sub` and `function`, where nothing is known of how a language declares. */
export const UNKNOWN: readonly DeclarationPattern[] = [
  {
    pattern: String.raw`^\s*(?:(?:public|private|friend|shared)\s+)*(?:sub|function)\s+(?<fn>[\p{L}_$][\p{L}\p{N}_$]*)`,
    flags: 'i',
    examples: { 'Public Shared Function Reserve(order As Order)': 'Reserve()', 'sub reserve': 'reserve()' },
  },
];

/** Finds the function, class or test that a comment stands on. */
export class DeclarationFinder {
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #patterns: readonly DeclarationPattern[];
  readonly #members: readonly DeclarationPattern[];
  readonly #inner: ShownPattern | undefined;
  readonly #comments: readonly Token[];
  /** Per line, the comment that covers its beginning or end; made when first asked for. */
  #byLine: Map<number, Token> | undefined;

  constructor(text: string, lines: LineMap, comments: readonly Token[], declares: Declares = {}) {
    this.#text = text;
    this.#lines = lines;
    this.#patterns = declares.declarations ?? UNKNOWN;
    this.#members = declares.members ?? [];
    this.#inner = declares.inner;
    this.#comments = comments;
  }

  /** What the comment stands on: code on its own line, else what follows it, else what encloses it. */
  of(comment: Token): Declaration | undefined {
    const first = this.#lines.lineAt(comment.start);
    const last = this.#lines.lineAt(Math.max(comment.start, comment.end - 1));
    const same = this.#codeOn(first);
    if (same !== '') return this.#declaredOn(first) ?? this.around(first);
    if (this.#inner?.pattern.test(this.#text.slice(comment.start, comment.start + LONGEST_MARK))) return this.around(first);
    const sameAfter = this.#codeOn(last);
    return (sameAfter === '' ? this.#following(last + 1) : this.#declaredOn(last)) ?? this.around(first);
  }

  /** What the line of an offset declares, or what follows or encloses it. */
  near(offset: number): Declaration | undefined {
    const line = this.#lines.lineAt(offset);
    const comment = this.#commentAt(line);
    if (comment && comment.start <= offset && offset < comment.end) return this.of(comment);
    return this.#declaredOn(line) ?? this.around(line);
  }

  /** The test that an attribute or a tag on this line stands on. */
  attributed(line: number): Declaration | undefined {
    const declaration = this.#following(line) ?? this.around(line);
    return declaration?.kind === 'function' ? { ...declaration, kind: 'test' } : declaration;
  }

  /** What a line declares, wherever it stands. */
  on(line: number): Declaration | undefined {
    return this.#headOn(line, this.#patterns);
  }

  /** What a line declares where it stands, a member of a class included. */
  #declaredOn(line: number): Declaration | undefined {
    return this.on(line) ?? (this.#members.length > 0 && this.#isInClass(line) ? this.#headOn(line, this.#members) : undefined);
  }

  #headOn(line: number, patterns: readonly DeclarationPattern[]): Declaration | undefined {
    const code = this.#codeOn(line);
    const head: Head | undefined =
      code === '' ? undefined : (headOf(code, patterns) ?? headOf(code.replace(LEADING_ATTRIBUTES.pattern, ''), patterns));
    if (!head) return undefined;
    const text = this.#lines.lineText(line);
    const start = text.length - text.trimStart().length;
    return { ...head, range: { start: { line, character: start }, end: { line, character: text.trimEnd().length } } };
  }

  /** True where the next line above that is indented less is the head of a class. */
  #isInClass(line: number): boolean {
    const above = this.#lineAround(line);
    return above !== undefined && this.on(above)?.kind === 'class';
  }

  /** The nearest line above that is indented less, brackets on lines of their own left out. */
  #lineAround(line: number): number | undefined {
    const indent = indentOf(this.#lines.lineText(line, LONGEST_LINE));
    const end = indent === 0 ? line : Math.max(0, line - LINES_ABOVE);
    for (let above = line - 1; above >= end; above--) {
      const code = this.#codeOn(above);
      if (code !== '' && indentOf(code) < indent && !STARTS_WITH_BRACKET.test(code)) return above;
    }
    return undefined;
  }

  #following(from: number): Declaration | undefined {
    const end = Math.min(this.#lines.lineCount, from + LINES_BELOW);
    let open = 0;
    let test = false;
    let isAttributed = false;
    for (let line = from; line < end; line++) {
      const code = this.#codeOn(line);
      if (open > 0) {
        open += balance(code);
        continue;
      }
      if (code === '') continue;
      test ||= TEST_ATTRIBUTE.pattern.test(code);
      const declaration = this.#declaredOn(line);
      // What heads a file or a class has a blank line below it, and the first constant or field is not what it speaks of.
      const isValue = declaration?.kind === 'other' && !/\{\s*$/u.test(code);
      if (isValue && line > from && !isAttributed && this.#isBlank(line - 1)) return undefined;
      if (declaration) return test && declaration.kind === 'function' ? { ...declaration, kind: 'test' } : declaration;
      if (!ATTRIBUTE.pattern.test(code)) return undefined;
      isAttributed = true;
      open = Math.max(0, balance(code));
    }
    return undefined;
  }

  /** The nearest function or class above that is indented less. */
  around(line: number): Declaration | undefined {
    let above = this.#lineAround(line);
    for (let levels = 0; above !== undefined && above >= line - LINES_ABOVE && levels < DEEPEST; levels++) {
      const declaration = this.#declaredOn(above);
      if (declaration && declaration.kind !== 'other') return declaration;
      above = this.#lineAround(above);
    }
    return undefined;
  }

  #isBlank(line: number): boolean {
    return this.#lines.lineText(line, LONGEST_LINE).trim() === '';
  }

  /** A line without its comment; empty where nothing else stands on it. */
  #codeOn(line: number): string {
    const start = this.#lines.startOf(line);
    const text = this.#lines.lineText(line, LONGEST_LINE);
    const comment = this.#commentAt(line);
    if (!comment) return text.trim() === '' ? '' : text;
    const from = Math.max(0, comment.start - start);
    const to = Math.max(0, comment.end - start);
    const code = text.slice(0, from) + ' '.repeat(Math.max(0, Math.min(to, text.length) - from)) + text.slice(to);
    return code.trim() === '' ? '' : code;
  }

  #commentAt(line: number): Token | undefined {
    if (!this.#byLine) {
      this.#byLine = new Map();
      for (const comment of this.#comments) {
        const last = this.#lines.lineAt(comment.end);
        for (let its = this.#lines.lineAt(comment.start); its <= last; its++) this.#byLine.set(its, comment);
      }
    }
    return this.#byLine.get(line);
  }
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function balance(code: string): number {
  let depth = 0;
  for (const character of code) {
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
  }
  return depth;
}
