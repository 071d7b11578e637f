import type { Env, MarkdownIt, Token } from 'markdown-it';
import type { PreviewMark } from '../../editor/marks/previewMarks.ts';
import { MARK_TOKEN, placeMarks } from './placeMarks.ts';

/** What is known of a document that a preview shows, by its URI; undefined while the server has not answered. */
export type KnownMarks = (uri: string) => readonly PreviewMark[] | undefined;

/** Lines of a document, the last one not included. */
type Lines = readonly [from: number, to: number];

/**
 * Has the built-in Markdown preview mark ids by their status. Which document a text is of is told only when it is rendered, and tokens are kept between
 * two times: so where tokens stand is noted when they are made, and marks are put in when they are drawn.
 */
export function previewPlugin(markdown: MarkdownIt, known: KnownMarks): MarkdownIt {
  const lines = new WeakMap<readonly Token[], Lines>();
  markdown.core.ruler.push('reqtrace_lines', ({ tokens }) => {
    // Cells of a table have no lines of their own, but their row has.
    let last: Lines | undefined;
    for (const { map, children } of tokens) {
      if (map) last = map;
      if (children && last) lines.set(children, last);
    }
  });
  const { renderer } = markdown;
  const renderInline = renderer.renderInline.bind(renderer);
  renderer.renderInline = (tokens, options, env) => {
    const uri = documentOf(env);
    const [from, to] = lines.get(tokens) ?? [0, 0];
    const marks = uri === undefined || from === to ? [] : (known(uri) ?? []).filter(({ line }) => line >= from && line < to);
    return renderInline(marks.length > 0 ? placeMarks(tokens, marks) : tokens, options, env);
  };
  renderer.rules[MARK_TOKEN] = (tokens, index) => tokens[index]?.content ?? '';
  return markdown;
}

/** The preview of VS Code says in its environment which document it shows. */
function documentOf(env: Env | undefined): string | undefined {
  const document = env?.['currentDocument'];
  return typeof document === 'object' && document !== null ? String(document) : undefined;
}
