import type { Declaration } from '../../../model/facts.ts';
import { ATTRIBUTE, ATTRIBUTE_HEAD, attributesEnd, balance, EVERY_DISPLAYED, TEST_ATTRIBUTE_LINE } from './attributes.ts';
import { bareText } from './bareText.ts';
import type { CodeLines } from './codeLines.ts';
import type { Declares } from './declarationPattern.ts';
import { attributesOff, bodyOff, callOff, DEAD_BLOCK, SKIPPED_FILE, SKIPPED_NAME, TODO_BLOCK } from './switchedOff.ts';

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
/** How far above a declaration blocks around it are looked for, in lines. */
const LINES_AROUND = 600;
/** As much of a line as its indentation is sought in, in UTF-16 code units. */
const WIDEST = 400;
/** A feature in another language than English, told at its beginning. */
const FOREIGN = /^\s*#\s*language\s*:\s*(?!en\b)\S/mu;
const HEAD = 500;
const NO_TEST = /^\s+__test__\s*=\s*False\b/u;

/** How a language shows tests that do not run. */
type Forms = Pick<Declares, 'unwritten' | 'steps' | 'offTitle' | 'sections'>;

/** Tells of declarations what the text around them says of tests. */
export class TestDescriber {
  readonly #code: CodeLines;
  readonly #tests: TestHeads | undefined;
  readonly #declares: Forms;
  #isFileOff: boolean | undefined;

  constructor(code: CodeLines, tests: TestHeads | undefined, declares: Forms) {
    this.#code = code;
    this.#tests = tests;
    this.#declares = declares;
  }

  /**
   * What attributes and body say of it: that it is a test, how results call it, and whether it runs.
   *
   * @param lastLine where its body ends; undefined for a group, of which the body says nothing.
   */
  of(declaration: Declaration, lastLine: number | undefined): Declaration {
    const line = declaration.range.start.line;
    const known = this.#tests?.known(declaration);
    if (known) {
      const off = known.off ?? this.#placeOff(declaration);
      return { ...declaration, ...(known.group && { group: true }), ...(off && { off }) };
    }
    if (declaration.kind === 'other') return declaration;
    const attributes = this.#attributesOf(line);
    const isTitled = declaration.kind === 'test' && !declaration.name.endsWith('()');
    const isTest = declaration.kind === 'test' || (declaration.kind === 'function' && TEST_ATTRIBUTE_LINE.test(attributes));
    const titles = isTest ? Array.from(attributes.matchAll(EVERY_DISPLAYED), ({ groups }) => groups?.['title'] ?? '') : [];
    const off =
      attributesOff(attributes) ??
      this.#fileOff() ??
      (isTitled ? this.#lineOff(line) : undefined) ??
      this.#placeOff(declaration) ??
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
    if (this.#declares.unwritten?.pattern.test(bare)) return 'todo';
    if (!/["'`]/u.test(bare)) return callOff(callee, bare);
    return callOff(callee.replace(/[\s(]+$/u, ''), options.replace(/(?:\{|\bdo\b|=>|->)[\s\S]*$/u, ''));
  }

  /** What its title and what is around or in it say, whatever it does. */
  #placeOff({ name, kind, range }: Declaration): Declaration['off'] {
    const { line } = range.start;
    if (kind === 'test' && this.#declares.offTitle?.pattern.test(name)) return 'skipped';
    if (kind === 'class' && this.#isNoTest(line)) return 'skipped';
    return (kind === 'test' && this.#hasNoStep(line) ? 'todo' : undefined) ?? this.#blockOff(line);
  }

  /** A block around it that is never run, or of which failures do not count. */
  #blockOff(line: number): Declaration['off'] {
    let indent = this.#indentOf(line);
    for (let above = line - 1; indent > 0 && above >= Math.max(0, line - LINES_AROUND); above--) {
      const code = this.#code.codeOn(above);
      if (code === '' || this.#indentOf(above) >= indent) continue;
      indent = this.#indentOf(above);
      if (TODO_BLOCK.pattern.test(code)) return 'todo';
      if (DEAD_BLOCK.pattern.test(code)) return 'skipped';
    }
    return undefined;
  }

  /** True for a scenario without steps. In a feature in another language whatever is below may be one. */
  #hasNoStep(line: number): boolean {
    const { steps, sections } = this.#declares;
    if (!steps || sections?.pattern.exec(this.#code.codeOn(line))?.groups?.['inner'] === undefined) return false;
    const isForeign = FOREIGN.test(this.#code.text.slice(0, HEAD));
    for (let next = line + 1; next < this.#code.lines.lineCount; next += 1) {
      const code = this.#code.codeOn(next);
      if (code === '') continue;
      if (sections.pattern.test(code) || TAGS.test(code)) break;
      if (isForeign || steps.pattern.test(code)) return false;
    }
    return true;
  }

  /** True for a class that says that it holds no tests, as pytest has it. */
  #isNoTest(line: number): boolean {
    const indent = this.#indentOf(line);
    for (let next = line + 1; next < Math.min(this.#code.lines.lineCount, line + LINES_ABOVE); next += 1) {
      const code = this.#code.codeOn(next);
      if (code === '') continue;
      if (this.#indentOf(next) <= indent) break;
      if (NO_TEST.test(code)) return true;
    }
    return false;
  }

  #indentOf(line: number): number {
    const text = this.#code.lines.lineText(line, WIDEST);
    return text.length - text.trimStart().length;
  }

  #fileOff(): Declaration['off'] {
    this.#isFileOff ??= SKIPPED_FILE.pattern.test(this.#code.text);
    return this.#isFileOff ? 'skipped' : undefined;
  }

  /** The attributes above a declaration and before it on its line, whatever comments are between. */
  #attributesOf(line: number): string {
    const head = this.#code.codeOn(line);
    const parts = [ATTRIBUTE_HEAD.test(head) ? head.slice(0, attributesEnd(this.#code.bareOn(line))) : ''];
    let open = 0;
    for (let above = line - 1; above >= Math.max(0, line - LINES_ABOVE); above--) {
      const code = this.#code.codeOn(above);
      if (code === '') {
        // Comments may be between; a blank line ends it.
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
