import type { ParsedMarkdown } from './parseMarkdown.ts';
import { headingAnchors } from './sections.ts';

/** Places that HTML names: `<a id="x">`, `<h2 id=x>`. */
const NAMED = /<[a-z][\w-]{0,40}\s[^<>]{0,200}?\b(?:id|name)\s*=\s*["']?([^"'\s>]{1,200})/giu;
/** A name that a heading or paragraph is given: `{#x}`, and `(x)=` of MyST. */
const GIVEN = /\{:?\s*#([\p{L}\p{M}\p{N}_.:-]{1,200})|^\(([\p{L}\p{M}\p{N}_.:-]{1,200})\)=\s*$/gmu;
/** What a site puts into a page when it is built, of which nothing is known: includes, snippets, components, variables. */
const BUILT = /\{\{|\{%|<!--\s*@?include|--8<--|^import\s|^:::\s+\w+[-.:]\w|^```\{(?:include|eval-rst)/mu;

/**
 * What links to a document can lead to: the anchors of its headings as GitHub makes them, and other names that it gives places. Undefined where other
 * text is put into the page, which may have any.
 */
export function anchorsOf(markdown: ParsedMarkdown, text: string): readonly string[] | undefined {
  if (BUILT.test(text)) return undefined;
  const anchors = [...headingAnchors(markdown)];
  if (text.includes('<')) for (const [, name] of text.matchAll(NAMED)) if (name !== undefined) anchors.push(name);
  for (const [, name, label] of text.matchAll(GIVEN)) anchors.push(name ?? label ?? '');
  return anchors.filter((anchor) => anchor !== '');
}
