import type { Explain, LineNote } from '../../model/facts.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { LineMap } from '../../text/lineMap.ts';
import { withoutByteOrderMark } from '../../text/lines.ts';
import { commentLines, commentsAround } from '../carriers/code/commentLines.ts';
import type { CommentLine } from '../carriers/code/commentLines.ts';
import { DeclarationFinder } from '../carriers/code/declarations.ts';
import { IGNORE, readIgnores } from '../carriers/code/ignores.ts';
import type { Ignores } from '../carriers/code/ignores.ts';
import { scan } from '../carriers/code/scan.ts';
import type { Token } from '../carriers/code/scan.ts';
import type { Language } from '../languages/language.ts';
import { languages } from '../languages/registry.ts';
import { isCommentedOut } from './commentedOut.ts';
import { CalledTests } from './testHeads.ts';
import type { Message } from '../../model/message.ts';

/** What is known of a code file before anybody reads it. */
export interface CodeInput {
  readonly path: FilePath;
  readonly text: string;
  readonly role: 'code' | 'test';
  readonly explain?: Explain | undefined;
  /** The place that is asked for, where it is only one. */
  readonly position?: Position | undefined;
}

/**
 * A code or test file as its readers get it: comments and strings told apart once, however many notations read it, and only when the first one asks.
 * A byte order mark at the beginning does not count as a column.
 */
export class CarriedCode {
  readonly path: FilePath;
  readonly text: string;
  readonly role: 'code' | 'test';
  readonly explain: Explain | undefined;
  readonly #position: Position | undefined;
  #scanned: Scanned | undefined;

  constructor({ path, text, role, explain, position }: CodeInput) {
    this.path = path;
    this.text = withoutByteOrderMark(text);
    this.role = role;
    this.explain = explain;
    this.#position = position;
  }

  get lines(): LineMap {
    return this.#scan().lines;
  }

  /** Undefined where its comments cannot be told from the rest. */
  get language(): Language | undefined {
    return this.#scan().language;
  }

  /** Comments and strings in order; empty without a language. */
  get tokens(): readonly Token[] {
    return this.#scan().tokens;
  }

  /** What annotations are on; undefined without a language. */
  get declarations(): DeclarationFinder | undefined {
    return this.#scan().declarations;
  }

  /** Lines that are switched off. */
  get ignores(): Ignores {
    return this.#scan().ignores;
  }

  /** The lines of its comments that are not switched off; where one place is asked for, maybe only those of its comment. */
  get comments(): readonly CommentLine[] {
    return this.#scan().comments;
  }

  /** True for a line of a comment that is commented out together with what it is on. */
  isCommentedOut(line: CommentLine): boolean {
    const { language, lines } = this.#scan();
    return language !== undefined && isCommentedOut(this.text, lines, line, language);
  }

  /** The same file, whose readers note what they make of it elsewhere. */
  noting(explain: Explain | undefined): CarriedCode {
    if (explain === this.explain) return this;
    const { path, text, role } = this;
    const copy = new CarriedCode({ path, text, role, explain, position: this.#position });
    copy.#scanned = this.#scan();
    return copy;
  }

  /** Offset of a place in the text. */
  offsetOf({ line, character }: Position): number {
    return this.lines.startOf(line) + character;
  }

  /** Notes what a reader made of the line at an offset; `why` is only asked where somebody wants to know. */
  note(offset: number, what: LineNote['what'], why: () => Message): void {
    this.explain?.({ line: this.lines.lineAt(offset), what, why: why() });
  }

  #scan(): Scanned {
    if (this.#scanned) return this.#scanned;
    const { path, text } = this;
    const lines = new LineMap(text);
    const language = languages.of(path, text);
    const tokens = language ? scan(text, language.syntax) : [];
    const comments = tokens.filter((token) => token.kind === 'comment');
    const calls = this.role === 'test' ? language?.tests?.titles?.calls : undefined;
    const tests = calls && new CalledTests(text, lines, tokens, calls);
    const declarations = language && new DeclarationFinder(text, lines, tokens, language, tests);
    const position = this.#position;
    // What switches lines off may stand anywhere.
    const wanted =
      position && !text.includes(IGNORE) ? commentsAround(comments, lines, lines.startOf(position.line) + position.character) : comments;
    const all = commentLines(text, wanted, lines);
    const note = (offset: number, why: () => Message): void => this.explain?.({ line: lines.lineAt(offset), what: 'ignored', why: why() });
    const ignores = readIgnores(text, lines, all, note);
    this.#scanned = { lines, language, tokens, declarations, ignores, comments: all.filter((line) => !ignores.has(line.line)) };
    return this.#scanned;
  }
}

interface Scanned {
  readonly lines: LineMap;
  readonly language: Language | undefined;
  readonly tokens: readonly Token[];
  readonly declarations: DeclarationFinder | undefined;
  readonly ignores: Ignores;
  readonly comments: readonly CommentLine[];
}
