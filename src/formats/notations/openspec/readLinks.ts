import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { inlinesOf } from '../../carriers/markdown/prose.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isLocalLink } from '../../carriers/markdown/links.ts';
import { say } from '../../../model/message.ts';

/** Links to other files, which the editor keeps whole when those move. */
export function readLinks(document: CarriedDocument, facts: FactSink): void {
  for (const { links } of inlinesOf(document.markdown.blocks)) {
    for (const { target, targetRange: range } of links) {
      if (target === undefined || !range || !isLocalLink(target)) continue;
      facts.link({ target, range });
      document.note(range.start.line, 'link', () => say('Link to {0}', target));
    }
  }
}
