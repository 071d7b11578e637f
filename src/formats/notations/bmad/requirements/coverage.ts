import type { Reference } from '../../../../model/facts.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import { idAt, referencesOfList } from '../ids.ts';
import type { Around } from '../ids.ts';
import { textLines } from '../textLines.ts';
import type { TextLine } from '../textLines.ts';

/** `FRs covered: FR1, FR2`, `Requirements: FR1-FR3`, `Covers FR1`, `Implements: FR1`. */
const LABEL =
  /^(?:[*_]{0,2}(?:(?:Functional |Non-?Functional |Related |PRD )?(?:N?FRs?|Requirements?)(?: ?\/ ?NFRs?)?(?: (?:covered|coverage|addressed|implemented|fulfilled|satisfied|references?|refs?|mapping|traceability))?|Covers|Implements|Satisfies|Fulfil?ls|Addresses|Realizes|Traces to)(?: FRs?| requirements?)?)\s*(?:\([^()]{0,40}\))?\s*:\s*/iu;

/** The references of a line that says what its story or epic covers; undefined for another line. */
export function coverageIn(
  { inline, start, end, text }: TextLine,
  around: Around,
): { readonly references: readonly Reference[]; readonly unread?: { readonly start: number; readonly end: number } } | undefined {
  const label = LABEL.exec(text)?.[0];
  if (label === undefined) return undefined;
  const from = start + label.length + (text.startsWith('[', label.length) ? 1 : 0);
  if (!idAt(inline.plain, from)) return undefined;
  const { references, unread } = referencesOfList(inline, from, end, around);
  return { references, ...(unread && { unread }) };
}

/** What the lines of a story say that it covers; each requirement once. */
export function coverageOf(blocks: readonly Block[], around: Around): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const line of linesOf(blocks)) {
    for (const reference of coverageIn(line, around)?.references ?? []) if (!found.has(reference.id)) found.set(reference.id, reference);
  }
  return [...found.values()];
}

/** Lines of paragraphs and list items. */
export function* linesOf(blocks: readonly Block[]): Generator<TextLine> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield* textLines(block.inline);
    else if (block.type === 'quote') yield* linesOf(block.blocks);
    else if (block.type === 'list') {
      for (const item of block.items) {
        yield* textLines(item.inline);
        yield* linesOf(item.below);
      }
    }
  }
}
