import type { Annotation, Declaration } from '../../model/facts.ts';
import type { DeclarationFinder } from '../carriers/code/declarations.ts';
import type { LineMap } from '../../text/lineMap.ts';

/** Classes in classes, groups in groups. */
const DEEPEST = 8;
/** Longer declarations are cut there, in lines. */
const LONGEST = 5000;
/** As much of a line as its indentation is sought in, in UTF-16 code units. */
const WIDEST = 400;

/** A line that goes on with what was begun at its own indentation: a closing bracket, `{` below its head, `else`, `end`. */
const CONTINUES =
  /^(?:[)\]}{>]|(?:end|fi|done|esac|else|elif|elsif|elseif|except|catch|finally|rescue|ensure|begin|then|do|is|where|as)\b)/iu;

/**
 * Tells of declarations what is around them and how far they go, both by indentation: `it("rejects")` is within
 * `describe("orders")`, and ends before the next line that is indented no more.
 */
export class Surroundings {
  readonly #lines: LineMap;
  readonly #finder: DeclarationFinder;
  /** Of each line, -1 for one that is empty and -2 for one that nobody asked for yet. */
  readonly #indents: Int32Array;
  readonly #around = new Map<number, Declaration | undefined>();

  constructor(lines: LineMap, finder: DeclarationFinder) {
    this.#lines = lines;
    this.#finder = finder;
    this.#indents = new Int32Array(lines.lineCount).fill(-2);
  }

  /** The annotation with what is known of the place of its declaration. */
  of(annotation: Annotation): Annotation {
    const { declaration } = annotation;
    if (!declaration) return annotation;
    const around = this.#within(declaration.range.start.line);
    const within = this.#names(declaration, around);
    const lastLine = this.#lastLine(declaration);
    const besides = this.#finder.besides(declaration);
    const described = this.#finder.described(declaration, lastLine);
    // What is switched off is so with all that is in it.
    const off = described.off ?? (described.kind === 'test' ? around.map((group) => this.#offOf(group)).find((its) => its) : undefined);
    return {
      ...annotation,
      declaration: {
        ...described,
        ...(within.length > 0 && { within }),
        ...(lastLine > declaration.range.end.line && { lastLine }),
        ...(off && { off }),
        ...(besides.length > 0 && { besides }),
      },
    };
  }

  /** Names of what is around a declaration, outermost first. */
  around(declaration: Declaration): readonly string[] {
    return this.#names(declaration, this.#within(declaration.range.start.line));
  }

  #names(declaration: Declaration, around: readonly Declaration[]): readonly string[] {
    return [...this.#finder.modulesAround(declaration), ...around.map(({ name }) => name)];
  }

  /** Whether a group or class is switched off; what its body does says nothing of other tests in it. */
  #offOf(group: Declaration): Declaration['off'] {
    return this.#finder.described(group, undefined).off ?? group.off;
  }

  #within(from: number): Declaration[] {
    const found: Declaration[] = [];
    for (let line = from; found.length < DEEPEST;) {
      const around = this.#aroundOf(line);
      if (!around || around.range.start.line >= line) break;
      found.unshift(around);
      line = around.range.start.line;
    }
    return found;
  }

  #aroundOf(line: number): Declaration | undefined {
    if (!this.#around.has(line)) this.#around.set(line, this.#finder.around(line));
    return this.#around.get(line);
  }

  #lastLine({ range }: Declaration): number {
    const indent = this.#indentOf(range.start.line);
    let last = range.end.line;
    const end = Math.min(this.#lines.lineCount, range.start.line + LONGEST);
    for (let line = last + 1; line < end; line++) {
      const its = this.#indentOf(line);
      if (its === -1) continue;
      if (its < indent || (its === indent && !CONTINUES.test(this.#lines.lineText(line, WIDEST).trimStart()))) break;
      last = line;
    }
    return last;
  }

  #indentOf(line: number): number {
    const known = this.#indents[line] ?? -1;
    if (known !== -2) return known;
    const text = this.#lines.lineText(line, WIDEST);
    const code = text.trimStart();
    return (this.#indents[line] = code === '' ? -1 : text.length - code.length);
  }
}
