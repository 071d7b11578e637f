import type { Declaration } from '../../../model/facts.ts';
import type { ShownPattern } from '../../../text/shownPattern.ts';
import { ATTRIBUTE, ATTRIBUTE_HEAD, attributesEnd, balance, EVERY_DISPLAYED, TEST_ATTRIBUTE_LINE } from './attributes.ts';
import { bareText } from './bareText.ts';
import type { CodeLines } from './codeLines.ts';
import { attributesOff, bodyOff, callOff, SKIPPED_FILE, SKIPPED_NAME } from './switchedOff.ts';

/** Tests of a text that its lines alone do not show, as calls that go over several lines. */
export interface TestHeads {
  /** The test that begins on a line. */
  readonly on: (line: number) => Declaration | undefined;
  /** The test or group around what begins on a line. */
  readonly around: (line: number) => Declaration | undefined;
  /** The test of that name that begins on that line, among others. */
  readonly known: (declaration: Declaration) => Declaration | undefined;
  /** Titles of other tests of the text that results could confuse with this one. */
  readonly besides: (declaration: Declaration) => readonly string[];
}

/** How far above a declaration its attributes are looked for, in lines. */
const LINES_ABOVE = 60;
/** Attributes without brackets: tags of Gherkin and ExUnit. */
const TAGS = /^\s*(?:(?:@\S+\s*)+$|@(?:tag|describetag|moduletag|doc|impl)\b)/u;
/** Tells of declarations what the text around them says of tests. */
export class TestDescriber {
  readonly #code: CodeLines;
  readonly #tests: TestHeads | undefined;
  readonly #unwritten: ShownPattern | undefined;
  #isFileOff: boolean | undefined;

  /** @param unwritten fits a line that declares a test without a body. */
  constructor(code: CodeLines, tests: TestHeads | undefined, unwritten: ShownPattern | undefined) {
    this.#code = code;
    this.#tests = tests;
    this.#unwritten = unwritten;
  }

  /**
   * What attributes and body say of it: that it is a test, how results call it, and whether it runs.
   *
   * @param lastLine where its body ends; undefined for a group, of which the body says nothing.
   */
  of(declaration: Declaration, lastLine: number | undefined): Declaration {
    const line = declaration.range.start.line;
    const known = this.#tests?.known(declaration);
    if (known) return { ...declaration, ...(known.group && { group: true }), ...(known.off && { off: known.off }) };
    if (declaration.kind === 'other') return declaration;
    const attributes = this.#attributesOf(line);
    const isTitled = declaration.kind === 'test' && !declaration.name.endsWith('()');
    const isTest = declaration.kind === 'test' || (declaration.kind === 'function' && TEST_ATTRIBUTE_LINE.test(attributes));
    const titles = isTest ? Array.from(attributes.matchAll(EVERY_DISPLAYED), ({ groups }) => groups?.['title'] ?? '') : [];
    const off =
      attributesOff(attributes) ??
      this.#fileOff() ??
      (isTitled ? this.#lineOff(line) : undefined) ??
      (SKIPPED_NAME.pattern.test(declaration.name) ? 'skipped' : undefined) ??
      (isTest && lastLine !== undefined
        ? bodyOff(bareText(this.#code.text, this.#code.tokens, this.#code.lines.startOf(line), this.#code.lines.endOf(lastLine)))
        : undefined);
    return {
      ...declaration,
      kind: isTest ? 'test' : declaration.kind,
      ...(titles.length > 0 && { titles: titles.map((title) => title.replaceAll(/\\(.)/gu, '$1')) }),
      ...(off && { off }),
    };
  }

  /** What the line of a test says that has a title: `xit 'adds' do`, `it 'adds', skip: true do`, `it 'adds'` without a body. */
  #lineOff(line: number): Declaration['off'] {
    const bare = bareText(this.#code.text, this.#code.tokens, this.#code.lines.startOf(line), this.#code.lines.endOf(line)).trim();
    const [, callee = '', options = ''] = /^([^"'`]*)(?:["'`]{2})?(.*)$/su.exec(bare) ?? [];
    if (this.#unwritten?.pattern.test(bare)) return 'todo';
    if (!/["'`]/u.test(bare)) return callOff(callee, bare);
    return callOff(callee.replace(/[\s(]+$/u, ''), options.replace(/(?:\{|\bdo\b|=>|->)[\s\S]*$/u, ''));
  }

  #fileOff(): Declaration['off'] {
    this.#isFileOff ??= SKIPPED_FILE.pattern.test(this.#code.text);
    return this.#isFileOff ? 'skipped' : undefined;
  }

  /** The attributes above a declaration and before it on its line, whatever comments stand between. */
  #attributesOf(line: number): string {
    const head = this.#code.codeOn(line);
    const parts = [ATTRIBUTE_HEAD.test(head) ? head.slice(0, attributesEnd(this.#code.bareOn(line))) : ''];
    let open = 0;
    for (let above = line - 1; above >= Math.max(0, line - LINES_ABOVE); above--) {
      const code = this.#code.codeOn(above);
      if (code === '') {
        // Comments may stand between; a blank line ends it.
        if (this.#code.isBlank(above)) break;
        continue;
      }
      const bare = this.#code.bareOn(above);
      open += balance(bare);
      if (open === 0 && !this.#isAttribute(bare)) break;
      parts.unshift(code);
      if (open > 0) break;
    }
    return parts.join('\n');
  }

  /** True for a line of attributes alone. */
  #isAttribute(bare: string): boolean {
    if (TAGS.test(bare)) return true;
    return ATTRIBUTE.pattern.test(bare) && (!ATTRIBUTE_HEAD.test(bare) || bare.slice(attributesEnd(bare)).trim() === '');
  }
}
