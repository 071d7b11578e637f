import type { DocumentRule } from '../../model/configuration.ts';
import type { Explain, LineNote, Part } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { splitLines } from '../../text/lines.ts';
import { ignoredLines, NOTHING_IGNORED } from '../carriers/markdown/ignoredLines.ts';
import type { IgnoredLines } from '../carriers/markdown/ignoredLines.ts';
import { parseMarkdown } from '../carriers/markdown/parseMarkdown.ts';
import type { ParsedMarkdown } from '../carriers/markdown/parseMarkdown.ts';
import type { Message } from '../../model/message.ts';

/** What is known of a document before anybody reads it. */
export interface DocumentInput {
  readonly path: FilePath;
  readonly text: string;
  /** Prose is Markdown that no glob of `documents` matches: it can only mention. */
  readonly role: 'document' | 'prose';
  /** The rule of the configuration that names it. */
  readonly rule?: DocumentRule | undefined;
  /** What it is within its namespace, for the notation that reads it alone. */
  readonly part?: Part | undefined;
  readonly namespace?: string | undefined;
  readonly explain?: Explain | undefined;
}

/** A document as its readers get it: built once, however many notations read it. */
export class CarriedDocument {
  readonly path: FilePath;
  readonly text: string;
  readonly role: 'document' | 'prose';
  readonly rule: DocumentRule | undefined;
  readonly part: Part | undefined;
  readonly namespace: string | undefined;
  readonly explain: Explain | undefined;
  #lines: readonly string[] | undefined;
  #markdown: ParsedMarkdown | undefined;
  #ignored: IgnoredLines | undefined;

  constructor({ path, text, role, rule, part, namespace, explain }: DocumentInput) {
    this.path = path;
    this.text = text;
    this.role = role;
    this.rule = rule;
    this.part = part;
    this.namespace = namespace;
    this.explain = explain;
  }

  /** Its lines, without their ends and without a byte order mark. */
  get lines(): readonly string[] {
    return (this.#lines ??= splitLines(this.text));
  }

  /** Its front matter and its blocks. */
  get markdown(): ParsedMarkdown {
    return (this.#markdown ??= parseMarkdown(this.lines));
  }

  /** True where a mark switches reading off: `<!-- reqtrace-ignore-next-line -->`. */
  ignores(line: number): boolean {
    const { lines } = this.ignored;
    return lines === 'all' || lines.has(line);
  }

  /** All that marks switch off. */
  get ignored(): IgnoredLines {
    return (this.#ignored ??= this.text.includes('reqtrace-ignore') ? ignoredLines(this.markdown.blocks, this.lines) : NOTHING_IGNORED);
  }

  /** Notes what a reader made of a line; `why` is only asked where somebody wants to know. */
  note(line: number, what: LineNote['what'], why: () => Message): void {
    this.explain?.({ line, what, why: why() });
  }
}
