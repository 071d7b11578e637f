import type { Block } from './blocks.ts';
import type { ParsedMarkdown } from './parseMarkdown.ts';
import { headingAnchors } from './sections.ts';

/** Places that HTML names: `<a id="x">`, `<h2 id=x>`. */
const NAMED = /<[a-z][\w-]{0,40}\s[^<>]{0,200}?\b(?:id|name)\s*=\s*["']?([^"'\s>]{1,200})/giu;
/** A name that a heading or paragraph is given: `{#x}`, and `(x)=` of MyST. */
const GIVEN = /\{:?\s*#([\p{L}\p{M}\p{N}_.:-]{1,200})|^\(([\p{L}\p{M}\p{N}_.:-]{1,200})\)=\s*$/gmu;
/** Tabs and notes of the theme have no anchors of their own. */
const IMPORT = String.raw`^import[ \t]+(?:["'{*]|[\w$]+[ \t]*(?:,|from\b))(?![^\n]*["']@theme/)`;
/**
 * What a site puts into a page when it is built, of which nothing is known: includes, snippets, components, variables that are a block or the name of one.
 * A variable within a sentence, or a tag that only chooses or links, makes no anchor.
 */
const BUILT_IN = [
  String.raw`^[ \t>*+-]*(?:<[^<>\n]{0,200}>[ \t]*){0,9}\{\{[^\n]*\}\}[ \t]*(?:<[^<>\n]{0,200}>[ \t]*){0,9}$`,
  String.raw`^[ \t]*\{\{(?![^\n]*\}\})`,
  String.raw`^ {0,3}#{1,6}[ \t][^\n]*\{[{%]`,
  String.raw`\{[{%][^\n]{0,500}\n {0,3}(?:=+|-+)[ \t]*$`,
  String.raw`\b(?:id|name)[ \t]{0,9}=[ \t]{0,9}["']?[^"'<>\n]{0,200}\{[{%]`,
  String.raw`\{%(?!-?[ \t]{0,9}(?:end\w+|if|elsif|else|unless|case|when|for|break|continue|assign|capture|cycle|increment|decrement|comment|raw|highlight|link|post_url|tablerow)\b)`,
  String.raw`<!--\s{0,9}@?include|--8<--|^:::[ \t]+\w+[-.:]\w|^[ \t]*\.\. include::`,
];
const BUILT = new RegExp([...BUILT_IN, IMPORT].join('|'), 'mu');
/** The same where pages can be imported, whose anchors are those of their files, and a heading may be made by code. */
const BUILT_BUT_PAGES = new RegExp(
  [...BUILT_IN, String.raw`${IMPORT}(?![^\n]*\.mdx?["'])`, String.raw`^ {0,3}#{1,6}[ \t][^\n]*\{[A-Za-z_$][\w$]{0,40}[.?(}[]`].join('|'),
  'mu',
);
const IMPORTED = /^import[ \t]+[^"'\n]{1,200}from[ \t]+["']([^"'\n]{1,300}\.mdx?)["']/gmu;
const MAY_BE_BUILT = /\{\{|\{%|include|--8<--|import|:::/u;
const DIRECTIVE = /^\s*(?:`{3,}|~{3,}|:{3,})\s*\{(?:include|eval-rst|literalinclude)/mu;
const RAW = /\{%-?\s{0,9}(end)?(raw|comment)\s{0,9}-?%\}/gu;
const CODE = /(`+)[^`\n]+\1/gu;

/**
 * What links to a document can lead to: the anchors of its headings as GitHub makes them, and other names that it gives places. Undefined where other
 * text is put into the page, which may have any.
 *
 * @param importsPages true where other pages can be put into it, which {@link importedPages} names.
 */
export function anchorsOf(markdown: ParsedMarkdown, text: string, importsPages = false): readonly string[] | undefined {
  const built = importsPages ? BUILT_BUT_PAGES : BUILT;
  if ((importsPages || MAY_BE_BUILT.test(text)) && (DIRECTIVE.test(text) || built.test(outsideCode(markdown)))) return undefined;
  const anchors = [...headingAnchors(markdown)];
  if (text.includes('<')) for (const [, name] of text.matchAll(NAMED)) if (name !== undefined) anchors.push(name);
  for (const [, name, label] of text.matchAll(GIVEN)) anchors.push(name ?? label ?? '');
  return anchors.filter((anchor) => anchor !== '');
}

/** The pages that are put into a page, as it names them: `./_install.mdx`, `@site/docs/_install.mdx`. */
export function importedPages(markdown: ParsedMarkdown, text: string): readonly string[] {
  return text.includes('import') ? Array.from(outsideCode(markdown).matchAll(IMPORTED), ([, path = '']) => path) : [];
}

/**
 * The text without code, front matter, and what Liquid leaves as it is or out, in which nothing is put in; what is left keeps its places.
 *
 * @param spans false for code in a line to stay: `outsideCode(markdown, false)`.
 */
export function outsideCode({ blocks, lines, frontMatter }: ParsedMarkdown, spans = true): string {
  const kept = [...lines];
  kept.fill('', 0, frontMatter.lines);
  const clear = (all: readonly Block[]): void => {
    for (const block of all) {
      if (block.type === 'code') kept.fill('', block.first, block.last + 1);
      else if (block.type === 'quote') clear(block.blocks);
      else if (block.type === 'list') for (const item of block.items) clear(item.blocks);
    }
  };
  clear(blocks);
  const text = kept.join('\n');
  return withoutRaw(spans ? text.replace(CODE, blank) : text);
}

function blank(text: string): string {
  return text.replace(/[^\n]/gu, ' ');
}

/** The text without what Liquid leaves as it is, or out. */
function withoutRaw(text: string): string {
  let kept = '';
  let from = 0;
  let open: string | undefined;
  for (const { 0: tag, 1: end, 2: name, index } of text.matchAll(RAW)) {
    if (open === undefined && end === undefined) {
      kept += text.slice(from, index);
      [open, from] = [name, index];
    } else if (end !== undefined && name === open) {
      kept += blank(text.slice(from, index + tag.length));
      [open, from] = [undefined, index + tag.length];
    }
  }
  return kept + text.slice(from);
}
