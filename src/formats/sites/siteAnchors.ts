import type { RequirementFacts } from '../../model/facts.ts';
import { endOfWords } from '../carriers/markdown/givenAnchor.ts';
import type { ParsedMarkdown } from '../carriers/markdown/parseMarkdown.ts';
import { headingsIn } from '../carriers/markdown/sections.ts';
import type { HeadingBlock } from '../carriers/markdown/blocks.ts';
import type { Generator } from './generator.ts';

/** A name that a reference can have behind `#`. */
const REFERABLE = /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}_-]*$/u;

/** The names that a site may give each heading of a page, the usual one first. */
export type SiteAnchors = ReadonlyMap<HeadingBlock, readonly string[]>;

// @implements RT-1.6/AC2~39d717
/** `1.1 Stock` is `_1-1-stock` in VitePress. Made once for all headings of a document, since equal ones are numbered. */
export function siteAnchors({ anchors }: Pick<Generator, 'anchors'>, markdown: ParsedMarkdown): SiteAnchors {
  const makers = anchors.map((make) => make());
  return new Map(
    headingsIn(markdown).map((heading): readonly [HeadingBlock, readonly string[]] => {
      const { plain } = heading.inline;
      // One that is given an anchor gets no other, and does not count for the numbers of later ones.
      if (endOfWords(heading) < plain.length) return [heading, []];
      const raw = heading.source.map(({ text }) => text).join(' ');
      return [heading, makers.map((make) => make({ plain, raw }))];
    }),
  );
}

/** Requirements of a page with the anchors of their headings as further names, so that what stands behind `#` in an address means them. */
export function withAnchorNames(requirements: readonly RequirementFacts[], anchors: SiteAnchors): readonly RequirementFacts[] {
  const byLine = new Map(Array.from(anchors, ([heading, names]) => [heading.first, names] as const));
  const taken = new Set(requirements.flatMap(({ localId, aliases = [] }) => [localId, ...aliases]));
  return requirements.map((requirement) => {
    const names = requirement.level > 6 ? undefined : byLine.get(requirement.nameRange.start.line);
    const free = (names ?? []).filter((name) => REFERABLE.test(name) && !taken.has(name));
    if (free.length === 0) return requirement;
    for (const name of free) taken.add(name);
    return { ...requirement, aliases: [...(requirement.aliases ?? []), ...new Set(free)] };
  });
}
