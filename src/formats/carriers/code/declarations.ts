import type { Declaration } from '../../../model/facts.ts';
import type { LineMap } from '../../../text/lineMap.ts';
import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';
import type { DeclarationPattern, Declares, Head } from './declarationPattern.ts';
import { headOf } from './declarationPattern.ts';
import { ATTRIBUTE, ATTRIBUTE_HEAD, attributesEnd, balance, TEST_ATTRIBUTE } from './attributes.ts';
import { CodeLines, LONGEST_LINE } from './codeLines.ts';
import type { Token } from './scan.ts';
import { Modules } from './modules.ts';
import { Sections } from './sections.ts';
import { TestDescriber } from './describedTest.ts';
import type { TestHeads } from './describedTest.ts';

/** How far a declaration may be from its comment, and its head from a comment in its body, in lines. */
const LINES_BELOW = 60;
const LINES_ABOVE = 600;
/** Blocks in blocks. */
const DEEPEST = 40;
/** How much of a comment its mark takes at most, in characters. */
const LONGEST_MARK = 4;
/** A bracket on its own line closes or opens what the head above it began. */
const STARTS_WITH_BRACKET = /^\s*(?:[()[\]{}]|`\s*[(,)])/u;

/** What may be between a comment and its test beside attributes: a loop or a condition around it. */
export const LOOP: ShownPattern = {
  pattern:
    /^\s*(?:(?:for\b|if\b|unless\b|[\p{L}_$[(%][^;{}]*\.\s*(?:forEach|map|each\w*|times)\b).*(?:\{|=>|\(|\bdo|\bdo\s*\|[^|]*\||\{\s*\|[^|]*\|)|(?:proptest|quickcheck)!\s*\{|for\b.*:|for\b.*\bdo)\s*$/u,
  fits: [
    'for (const row of rows) {',
    'rows.forEach((row) => {',
    '[1, 2].forEach(function (n) {',
    'if (isFast) {',
    'rows.each do |row|',
    'proptest! {',
  ],
  misses: ['forEach(rows)', 'rows.forEach(check);', 'const a = 1;'],
};

/** Declares `sub` and `function`, where nothing is known of how a language declares. */
export const UNKNOWN: readonly DeclarationPattern[] = [
  {
    pattern: String.raw`^\s*(?:(?:public|private|friend|shared)\s+)*(?:sub|function)\s+(?<fn>[\p{L}_$][\p{L}\p{N}_$]*)`,
    flags: 'i',
    examples: { 'Public Shared Function Reserve(order As Order)': 'Reserve()', 'sub reserve': 'reserve()' },
  },
];

/** The head of a test that goes on in the next lines: `add_test(`, `TEST(Stock,`. */
export const OPEN_HEAD: ShownPattern = {
  pattern: /^\s*(?:[A-Z][A-Z_]+|add_test)\s*\([^()]*$/u,
  fits: ['TEST(Stock,', 'add_test(', 'TEST_CASE('],
  misses: ['TEST(Stock, Rejects) {', 'reserve('],
};

/** Finds the function, class or test that a comment is on. */
export class DeclarationFinder {
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #patterns: readonly DeclarationPattern[];
  readonly #members: readonly DeclarationPattern[];
  readonly #inner: ShownPattern | undefined;
  readonly #tokens: readonly Token[];
  readonly #tests: TestHeads | undefined;
  readonly #code: CodeLines;
  readonly #describer: TestDescriber;
  readonly #sectioned: ShownPattern | undefined;
  #sections: Sections | undefined;
  readonly #moduleHead: ShownPattern | undefined;
  #modules: Modules | undefined;

  /** @param tests what is known of its tests beside what its lines show. */
  constructor(text: string, lines: LineMap, tokens: readonly Token[], declares: Declares = {}, tests?: TestHeads) {
    this.#text = text;
    this.#lines = lines;
    this.#patterns = declares.declarations ?? UNKNOWN;
    this.#members = declares.members ?? [];
    this.#inner = declares.inner;
    this.#code = new CodeLines(text, lines, tokens);
    this.#describer = new TestDescriber(this.#code, tests, declares);
    this.#tokens = tokens;
    this.#tests = tests;
    this.#sectioned = declares.sections;
    this.#moduleHead = declares.modules;
  }

  /** What the comment is on: code on its own line, else what follows it, else what encloses it. */
  of(comment: Token): Declaration | undefined {
    const first = this.#lines.lineAt(comment.start);
    const last = this.#lines.lineAt(Math.max(comment.start, comment.end - 1));
    const same = this.#code.codeOn(first);
    if (same !== '') return this.#declaredOn(first) ?? this.around(first);
    if (this.#inner?.pattern.test(this.#text.slice(comment.start, comment.start + LONGEST_MARK))) return this.around(first);
    const sameAfter = this.#code.codeOn(last);
    return (sameAfter === '' ? this.#following(last + 1) : this.#declaredOn(last)) ?? this.around(first);
  }

  /** What the line of an offset declares, or what follows or encloses it. */
  near(offset: number): Declaration | undefined {
    const line = this.#lines.lineAt(offset);
    const comment = this.#code.commentAt(line);
    if (comment && comment.start <= offset && offset < comment.end) return this.of(comment);
    return this.#declaredOn(line) ?? this.around(line);
  }

  /** The test that an attribute or a tag on this line is on. */
  attributed(line: number): Declaration | undefined {
    const declaration = this.#following(this.#attributeStart(line)) ?? this.around(line);
    return declaration?.kind === 'function' ? { ...declaration, kind: 'test' } : declaration;
  }

  /** What a line declares, wherever it stands. */
  on(line: number): Declaration | undefined {
    return this.#tests?.on(line) ?? this.#headOn(line, this.#patterns);
  }

  /**
   * What attributes and body say of it: that it is a test, how results call it, and whether it runs.
   *
   * @param lastLine where its body ends; undefined for a group, of which the body says nothing.
   */
  described(declaration: Declaration, lastLine: number | undefined): Declaration {
    return this.#describer.of(declaration, lastLine);
  }

  /** Titles of other tests of the text that results could confuse with this one, `a-b` beside `a+b`. */
  besides(declaration: Declaration): readonly string[] {
    return (declaration.kind === 'test' && this.#tests?.besides(declaration)) || [];
  }

  /** What a line declares where it stands, a member of a class included. */
  #declaredOn(line: number): Declaration | undefined {
    return this.on(line) ?? (this.#members.length > 0 && this.#isInClass(line) ? this.#headOn(line, this.#members) : undefined);
  }

  #headOn(line: number, patterns: readonly DeclarationPattern[]): Declaration | undefined {
    const code = this.#code.codeOn(line);
    const whole = OPEN_HEAD.pattern.test(code)
      ? `${code.trimEnd()} ${this.#code.codeOn(line + 1).trim()} ${this.#code.codeOn(line + 2).trim()}`
      : code;
    const head = code === '' ? undefined : this.#headIn(whole, line, patterns);
    if (!head) return undefined;
    const text = this.#lines.lineText(line);
    const start = text.length - text.trimStart().length;
    return { ...head, range: { start: { line, character: start }, end: { line, character: text.trimEnd().length } } };
  }

  #headIn(code: string, line: number, patterns: readonly DeclarationPattern[]): Head | undefined {
    if (!ATTRIBUTE_HEAD.test(code)) return headOf(code, patterns);
    const rest = code.slice(attributesEnd(this.#code.bareOn(line)));
    // What is in square brackets may look like anything: `[Fact, Trait("a", "b")]`.
    if (/^\s*#?!?\[/u.test(code)) {
      const head = rest.trim() === '' ? undefined : headOf(rest, patterns);
      const whole = head ? undefined : headOf(code, patterns);
      return head ?? (rest.trim() !== '' || (whole?.kind === 'test' && balance(this.#code.bareOn(line)) > 0) ? whole : undefined);
    }
    return headOf(code, patterns) ?? headOf(rest, patterns);
  }

  /** The line on which the attribute begins that a line is part of. */
  #attributeStart(from: number): number {
    let start = from;
    let open = 0;
    for (let line = from - 1; line >= Math.max(0, from - LINES_BELOW); line--) {
      const code = this.#code.bareOn(line);
      open += balance(code);
      if (open <= 0) continue;
      if (!ATTRIBUTE.pattern.test(code)) break;
      start = line;
      open = 0;
    }
    return start;
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
      const code = this.#code.codeOn(above);
      if (code !== '' && indentOf(code) < indent && (!STARTS_WITH_BRACKET.test(code) || LOOP.pattern.test(code))) return above;
    }
    return undefined;
  }

  #following(from: number): Declaration | undefined {
    const end = Math.min(this.#lines.lineCount, from + LINES_BELOW);
    let open = 0;
    let test = false;
    let isAttributed = false;
    let isLoop = false;
    for (let line = from; line < end; line++) {
      const code = this.#code.codeOn(line);
      if (open > 0) {
        open += balance(this.#code.bareOn(line));
        continue;
      }
      if (code === '') continue;
      test ||= TEST_ATTRIBUTE.pattern.test(code);
      const declaration = this.#declaredOn(line);
      if (!declaration && !isLoop && LOOP.pattern.test(code)) {
        isLoop = true;
        continue;
      }
      // What heads a file or a class has a blank line below it, and the first constant or field is not what it speaks of.
      const isValue = declaration?.kind === 'other' && !/\{\s*$/u.test(code);
      if (isValue && line > from && !isAttributed && this.#code.isBlank(line - 1)) return undefined;
      const isTest = declaration?.kind === 'test' || (test && declaration?.kind === 'function');
      if (declaration && isTest) return { ...declaration, kind: 'test' };
      if (declaration) return isLoop ? undefined : declaration;
      if (!ATTRIBUTE.pattern.test(code)) return undefined;
      isAttributed = true;
      open = Math.max(0, balance(this.#code.bareOn(line)));
    }
    return undefined;
  }

  /** The nearest function, class or test around a line. */
  around(line: number): Declaration | undefined {
    const section = this.#sectionAround(line);
    if (section?.sure) return this.#declaredOn(section.line);
    const found = [this.#indentedAround(line), section && this.#declaredOn(section.line), this.#tests?.around(line)];
    return found.reduce((nearest, each) => (each && (!nearest || nearest.range.start.line <= each.range.start.line) ? each : nearest));
  }

  /** Names of the modules around a declaration, outermost first: `['mod tests']`. */
  modulesAround({ range: { start } }: Declaration): readonly string[] {
    if (!this.#moduleHead) return [];
    this.#modules ??= new Modules(this.#text, this.#tokens, this.#moduleHead);
    return this.#modules.around(this.#lines.startOf(start.line) + start.character).map((name) => `mod ${name}`);
  }

  /** The nearest function or class above that is indented less. */
  #indentedAround(line: number): Declaration | undefined {
    let above = this.#lineAround(line);
    for (let levels = 0; above !== undefined && above >= line - LINES_ABOVE && levels < DEEPEST; levels++) {
      const declaration = this.#declaredOn(above);
      if (declaration && declaration.kind !== 'other') return declaration;
      above = this.#lineAround(above);
    }
    return undefined;
  }

  #sectionAround(line: number): { readonly line: number; readonly sure: boolean } | undefined {
    if (!this.#sectioned) return undefined;
    this.#sections ??= new Sections(this.#text, this.#lines, this.#tokens, this.#sectioned);
    return this.#sections.around(line);
  }
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
