import type { Token } from 'markdown-it';
import type { PreviewMark } from '../../editor/marks/previewMarks.ts';

/** Type of the tokens that are put in; their content is HTML of our own. */
export const MARK_TOKEN = 'reqtrace_mark';

/** Where a mark is in the children of one inline token: `{ child: 2, at: 4, … }` is the fifth character of the third child. */
interface Placed {
  readonly child: number;
  readonly at: number;
  readonly mark: PreviewMark;
}

/** A mark that could be told from nothing: its words are parted by emphasis, or by the end of a line. */
type Unplaced = PreviewMark;

/**
 * The children of an inline token with marks in them: ids of other items become links, and behind each id stands the sign of its status. A definition
 * whose words cannot be found as they are written is marked at the end; a reference is left as it is.
 *
 * @param marks those of the lines that the token spans, in order of place.
 */
export function placeMarks(children: readonly Token[], marks: readonly PreviewMark[]): Token[] {
  const { placed, unplaced } = find(children, marks);
  const links = linkDepths(children);
  const marked = children.flatMap((token, index) =>
    withMarks(
      token,
      placed.filter(({ child }) => child === index),
      links[index] === true,
    ),
  );
  return [...marked, ...unplaced.filter(({ use }) => use === 'definition').map((mark) => html(children, anchor(mark) + sign(mark, true)))];
}

function find(children: readonly Token[], marks: readonly PreviewMark[]): { placed: readonly Placed[]; unplaced: readonly Unplaced[] } {
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  let from = { child: 0, at: 0 };
  for (const mark of marks) {
    const found = mark.text === '' ? undefined : firstPlace(children, mark.text, from);
    if (!found) {
      unplaced.push(mark);
      continue;
    }
    placed.push({ ...found, mark });
    from = { child: found.child, at: found.at + mark.text.length };
  }
  return { placed, unplaced };
}

function firstPlace(children: readonly Token[], text: string, from: { child: number; at: number }): Omit<Placed, 'mark'> | undefined {
  for (let child = from.child; child < children.length; child++) {
    const { type, content } = children[child] as Token;
    if (type !== 'text' && type !== 'code_inline') continue;
    const at = indexOfWord(content, text, child === from.child ? from.at : 0);
    if (at !== -1) return { child, at };
  }
  return undefined;
}

/** Where the text stands and is not part of a longer word: `IP-1` is not in `IP-12`. */
function indexOfWord(content: string, text: string, from: number): number {
  const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  for (let at = content.indexOf(text, from); at !== -1; at = content.indexOf(text, at + 1)) {
    const joinsBefore = isWord(content[at - 1]) && isWord(text[0]);
    const joinsBehind = isWord(content[at + text.length]) && isWord(text.at(-1));
    if (!joinsBefore && !joinsBehind) return at;
  }
  return -1;
}

/** True for each child that is in a link: there can be no link in a link. */
function linkDepths(children: readonly Token[]): boolean[] {
  let depth = 0;
  return children.map(({ type }) => {
    if (type === 'link_open') depth++;
    if (type === 'link_close') depth--;
    return depth > 0;
  });
}

function withMarks(token: Token, placed: readonly Placed[], inLink: boolean): Token[] {
  if (placed.length === 0) return [token];
  if (token.type === 'code_inline') {
    const one = placed.length === 1 && placed[0]?.mark.text === token.content ? placed[0].mark : undefined;
    const [before, behind] = one ? around(one, inLink) : ['', placed.map(({ mark }) => sign(mark, !inLink)).join('')];
    return [html([token], before), token, html([token], behind)];
  }
  const parts: Token[] = [];
  let end = 0;
  for (const { at, mark } of placed) {
    const [before, behind] = around(mark, inLink);
    parts.push(copy(token, token.content.slice(end, at)), html([token], before), copy(token, mark.text), html([token], behind));
    end = at + mark.text.length;
  }
  return [...parts, copy(token, token.content.slice(end))];
}

/** What is before and behind the words of a mark. */
function around(mark: PreviewMark, inLink: boolean): readonly [before: string, behind: string] {
  if (mark.use === 'definition') return [anchor(mark), sign(mark, !inLink)];
  if (mark.href === undefined || inLink) return ['', sign(mark, false)];
  return [`<a class="reqtrace-id" ${linkTo(mark.href)} title="${escapeHtml(mark.title)}">`, `</a>${sign(mark, false)}`];
}

/** Where links to the definition lead; the preview looks for places to scroll to among its lines. */
function anchor({ line }: PreviewMark): string {
  return `<span id="L${line + 1}" class="code-line" data-line="${line}"></span>`;
}

function sign({ status, sign: shape, statusName, title, href, use }: PreviewMark, mayLink: boolean): string {
  const shown = `class="reqtrace-sign reqtrace-${status}" title="${escapeHtml(title)}"`;
  const isLink = mayLink && use === 'definition' && href !== undefined;
  const name = `aria-label="${escapeHtml(statusName)}"`;
  return isLink ? `<a ${shown} ${linkTo(href)} ${name}>${shape}</a>` : `<span ${shown} role="img" ${name}>${shape}</span>`;
}

/** The preview takes where a link leads from the second, as it does for links of the document. */
function linkTo(href: string): string {
  return `href="${escapeHtml(href)}" data-href="${escapeHtml(href)}"`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function copy(token: Token, content: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { content });
}

/** A token of ours, made after one of markdown-it: the preview has a version of its own. */
function html([like]: readonly Token[], content: string): Token {
  const made = Object.assign(Object.create(Object.getPrototypeOf(like ?? {}) as object) as Token, like, { content });
  return Object.assign(made, { type: MARK_TOKEN, tag: '', nesting: 0, children: null, map: null });
}
