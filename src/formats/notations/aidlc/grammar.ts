import type { FoundId, ItemGrammar } from '../../items/itemGrammar.ts';
import { criterionAt, idAt } from '../../items/freeIds.ts';

const STORY = /(?:User )?Story (?<number>\d{1,3}(?:\.\d{1,3}){0,2})(?![\p{L}\p{N}_]|\.\d)/iuy;
/** Prefixes that the requirements of AI-DLC mostly have, by which headings without a colon are known. */
const OWN = /^(?:(?:REQ-)?N?FR|US|REQ)-/u;

/** How the items of requirements and stories are led; a heading `Story 1.1: Boil` is `US-1.1`. */
export const ITEMS: ItemGrammar = {
  notation: 'aidlc',
  idAt: (text, offset, heading) => idAt(text, offset) ?? (heading ? storyAt(text, offset) : undefined),
  isOwn: (id) => OWN.test(id),
  isStory: (id) => id.startsWith('US-'),
  criterionAt,
  isTrace: isLabelled,
  fences: true,
  rowsRestate: true,
};

function storyAt(text: string, offset: number): FoundId | undefined {
  STORY.lastIndex = offset;
  const number = STORY.exec(text)?.groups?.['number'];
  return number === undefined ? undefined : { id: `US-${number}`, end: STORY.lastIndex };
}

/** Words that lead the requirements or stories that something is about: `*FR: FR-1.1*`, `**Traces**: FR-1`, `**Stories**: US-1`. */
const LABEL =
  /^\s*(?:traces?(?: to)?|traceability|covers|implements|maps? to|(?:source |related |linked |covered )?(?:n?frs?|requirements?|req(?:uirement)? ids?|(?:user )?stor(?:y|ies))(?: (?:covered|implemented|ids?|traceability|refs?))?|요구사항|스토리|추적|要件|対応要件|関連要件|ストーリー|需求|requisitos?|historias?)\s*[:：]/iu;

/** True for a line that begins with such words. */
export function isLabelled(line: string): boolean {
  return LABEL.test(line);
}
