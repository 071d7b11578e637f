import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { inlinesOf } from '../../carriers/markdown/prose.ts';
import type { FactSink } from '../../factSink.ts';

/** A link to somewhere in the same repository, as opposed to `https:`, `mailto:`, `//host` and `#anchor`. */
const LOCAL = /^(?![A-Za-z][A-Za-z0-9+.-]*:|\/\/|#|\?|$)/u;

/** Links to other files, which the editor keeps whole when those move. */
export function readLinks(document: CarriedDocument, facts: FactSink): void {
  for (const { links } of inlinesOf(document.markdown.blocks)) {
    for (const { target, targetRange: range } of links) {
      if (target === undefined || !range || !LOCAL.test(target)) continue;
      facts.link({ target, range });
      document.note(range.start.line, 'link', () => `Link to ${target}`);
    }
  }
}
