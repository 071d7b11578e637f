import type { Range } from '../../../model/position.ts';
import type { Block, HeadingBlock } from './blocks.ts';

/** A name that a heading is given in the words of a site generator: `ready` of `## Counter readiness {#ready}`. */
export interface GivenAnchor {
  readonly name: string;
  readonly range: Range;
}

/** What stands around a heading. */
interface Around {
  readonly above: Block | undefined;
  readonly below: Block | undefined;
}

/** An anchor above a heading stands there, or with one blank line between. */
const MOST_BETWEEN = 2;
const NAME = String.raw`([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]{0,199})`;
/** Behind the words of a heading: `{#x}`, `{#x .cls}`, `{: #x }` of kramdown and attr_list, a comment of MDX, ` :id=x` of docsify. */
const BEHIND = [
  new RegExp(String.raw`(?<=\s)\{:?\s*#${NAME}(?:\s[^{}]{0,200})?\}\s*$`, 'u'),
  new RegExp(String.raw`(?<=\s)\{/\*\s*#${NAME}\s*\*/\}\s*$`, 'u'),
  new RegExp(String.raw`(?<=\s):id=${NAME}\s*$`, 'u'),
];
/** `{: #x }` on the line below its heading. */
const BELOW = new RegExp(String.raw`^\{:\s*#${NAME}(?:\s[^{}]{0,200})?\}[ \t]*(?:\n|$)`, 'u');
/** `(x)=` above it, as MyST writes it. */
const ABOVE = new RegExp(String.raw`(?:^|\n)\(${NAME}\)=[ \t]*$`, 'u');
/** What a heading without any of these lacks. */
const HINT = /[{}]|:id=/u;

// @implements RT-1.1/AC11~66ccf7
/**
 * The anchors that a document gives a heading itself, the one that counts first: behind its words, in a tag in it or above, on the line below, on one above:
 * `## Ready {#ready}`, `<a id="ready"></a>`, `{: #ready }`, `(ready)=`. None where its slug alone is its anchor.
 */
export function givenAnchors(heading: HeadingBlock, { above, below }: Around): readonly GivenAnchor[] {
  return [behind(heading), ...inTags(heading, above), belowIt(heading, below), aboveIt(heading, above)].filter((one) => one !== undefined);
}

/** Where the words of a heading end and the anchor that it is given begins: 17 of `Counter readiness {#ready}`. */
export function endOfWords({ inline: { plain } }: Pick<HeadingBlock, 'inline'>): number {
  const match = matchBehind(plain);
  return match ? plain.slice(0, match.index).trimEnd().length : plain.length;
}

function matchBehind(plain: string): RegExpExecArray | undefined {
  if (!HINT.test(plain)) return undefined;
  for (const form of BEHIND) {
    const match = form.exec(plain);
    if (match) return match;
  }
  return undefined;
}

function behind({ inline }: HeadingBlock): GivenAnchor | undefined {
  const match = matchBehind(inline.plain);
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const start = match.index + match[0].indexOf(name, match[0].search(/[#=]/u));
  return { name, range: inline.rangeOf(start, start + name.length) };
}

function inTags(heading: HeadingBlock, above: Block | undefined): readonly GivenAnchor[] {
  const isAlone = above?.type === 'html' || above?.type === 'paragraph' ? above.inline.plain.trim() === '' : false;
  const before = isAlone && above && above.last + MOST_BETWEEN >= heading.first && 'inline' in above ? above.inline.anchors : [];
  return [...heading.inline.anchors, ...before].map(({ name, nameRange }) => ({ name, range: nameRange }));
}

function belowIt(heading: HeadingBlock, below: Block | undefined): GivenAnchor | undefined {
  if (below?.type !== 'paragraph' || below.first !== heading.last + 1) return undefined;
  const name = BELOW.exec(below.inline.plain)?.[1];
  if (name === undefined) return undefined;
  const start = below.inline.plain.indexOf(name, below.inline.plain.indexOf('#'));
  return { name, range: below.inline.rangeOf(start, start + name.length) };
}

function aboveIt(heading: HeadingBlock, above: Block | undefined): GivenAnchor | undefined {
  if (above?.type !== 'paragraph' || above.last + MOST_BETWEEN < heading.first) return undefined;
  const name = ABOVE.exec(above.inline.plain)?.[1];
  if (name === undefined) return undefined;
  const start = above.inline.plain.lastIndexOf(`(${name})=`) + 1;
  return { name, range: above.inline.rangeOf(start, start + name.length) };
}
