import type { Attribute } from '../../../../model/facts.ts';
import type { ListBlock } from '../../../carriers/markdown/blocks.ts';
import type { Section } from '../document/outline.ts';

/** What teams note about a requirement, whatever it says. */
const NOTED =
  /^(?:status|state|owner|author|assignee|responsible|contact|reviewer|approver|approved by|reviewed by|reviewed|approved|priority|severity|version|revision|date|created|updated|due|type|kind|category|component|module|source|origin|parent|covers|needs|level|release|milestone|sprint|iteration|effort|estimate|points|story points|tags?|labels?|risk|stakeholders?|verification(?: method)?|id)$/i;
/** What a requirement asks for, written as `- **Latency**: < 200 ms` or in a sentence, belongs to its text. */
const ASKS = /\b(?:must|shall|should|will|may not|cannot)\b|[<>≤≥%]|\.$/i;
const LONGEST = 60;

/** The list right below the heading of a requirement, or below other attributes there, in which its attributes may stand. */
export function metadataList({ reading, blocks }: Section): ListBlock | undefined {
  if (reading.kind !== 'requirement') return undefined;
  for (const block of blocks) {
    if (block.kind === 'list') return block.block;
    const goesOn = block.kind === 'paragraph' ? block.statements.every(({ kind }) => kind === 'attribute') : block.block.type === 'html';
    if (!goesOn) return undefined;
  }
  return undefined;
}

/** True for `- **Status**: draft`, false for `- **Latency**: < 200 ms`, which the requirement asks for: only the former can change unnoticed. */
export function isMetadata({ name, value }: Pick<Attribute, 'name' | 'value'>): boolean {
  return !ASKS.test(value) && (NOTED.test(name) || value.length <= LONGEST);
}
