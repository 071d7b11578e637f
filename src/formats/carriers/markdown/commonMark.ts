import MarkdownIt from 'markdown-it';
import type { Env, Token } from 'markdown-it';

/** Far more than `TOO_DEEP` lets through, since markdown-it drops the whole rest of a document at this depth. */
const MAX_NESTING = 1000;
/** A line in more than a hundred lists or quotations, or indented as far, is nobody's writing. */
const TOO_DEEP = /^(?:(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}|[ \t]{300})/;

const markdown = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
markdown.core.ruler.enableOnly(['normalize', 'block']);

/** The block tokens of a document, and the normalised labels of its `[label]: target` definitions. */
export interface BlockTokens {
  readonly tokens: readonly Token[];
  readonly references: ReadonlySet<string>;
}

/**
 * Parses the blocks of CommonMark with GFM tables. Lines nested deeper than 100 are left out, so that hostile input can
 * neither exhaust the stack nor hide the rest of the document.
 *
 * @param skip number of lines at the top that are not Markdown (front matter).
 */
export function blockTokens(lines: readonly string[], skip: number): BlockTokens {
  const text = Array.from(lines, (line, index) => (index < skip || TOO_DEEP.test(line) ? '' : line)).join('\n');
  const env: Env = {};
  const tokens = markdown.parse(text, env);
  return { tokens, references: new Set(Object.keys(env.references ?? {})) };
}

/** The form in which labels of link definitions are compared, as CommonMark says: case and white space do not count. */
export function normalLabel(label: string): string {
  return markdown.utils.normalizeReference(label);
}

/** Character references decoded and escapes removed: `&amp;` is `&`. */
export function unescapeText(text: string): string {
  return markdown.utils.unescapeAll(text);
}
