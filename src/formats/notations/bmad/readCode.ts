import type { CarriedCode } from '../../carried/carriedCode.ts';
import { titlePassages } from '../../carried/passages.ts';
import type { Passage } from '../../carried/passages.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { verifyingKind } from '../../references/verifyingKind.ts';
import { BMAD, idsIn, listedIn } from './ids.ts';
import type { ListedId } from './ids.ts';
import { storiesIn } from './stories/storyReferences.ts';
import type { FoundStoryReference } from './stories/storyReferences.ts';
import { say } from '../../../model/message.ts';

/** A comment line or title longer than this, in characters, is machine-made; it mentions nothing. */
const LONGEST_LINE = 10_000;
/** A story behind a keyword is one that the house reads. */
const KEYWORD = /@[a-z]{3,12}[ \t]+(?:[^@\n]{1,200}[,;&][ \t]*)?$/u;

/**
 * Stories and requirements that comments mention: `// Story 1.2 AC 3: stays cold`, `// FR12`. BMAD has no words for what code claims. In the title of a
 * test the requirement that leads it or is in brackets verifies, `FR1 boils`, and so does a criterion, `Story 1.2 AC 3`; a whole story is a mention.
 */
export function readCode(code: CarriedCode, facts: FactSink, context: FormatContext): void {
  for (const { start, end, fenced } of code.comments) {
    if (fenced || end - start > LONGEST_LINE) continue;
    const text = code.text.slice(start, end);
    for (const { start: from, end: to, ...parts } of [...storiesIn(text), ...idsIn(text)]) {
      const written = text.slice(from, to);
      // The house sees an id in its normal form.
      if (written === parts.id || KEYWORD.test(text.slice(0, from))) continue;
      facts.mention({ ...parts, text: written, range: code.lines.rangeOf(start + from, start + to), notation: BMAD });
      code.note(start + from, 'mention', () => say('Comment mentions {0}, if that is known', written));
    }
  }
  if (code.role !== 'test') return;
  for (const passage of titlePassages(code)) readTitle(code, passage, facts, context);
}

function readTitle(code: CarriedCode, passage: Passage, facts: FactSink, context: FormatContext): void {
  const { text, declaration } = passage;
  if (text.length > LONGEST_LINE) return;
  for (const found of [...storiesIn(text), ...listedIn(text)]) {
    const { start, end, ...parts } = found;
    const written = text.slice(start, end);
    if (passage.isExample(start)) continue;
    const reference = { ...parts, text: written, range: passage.rangeOf(start, end), notation: BMAD };
    const offset = passage.offsetOf(start);
    if (verifies(found, text)) {
      facts.refer({ kind: verifyingKind(context, code.path), source: 'test-title', reference, ...(declaration && { declaration }) });
      code.note(offset, 'annotation', () => say('Title of a test: verifies {0}, if that is known', parts.id));
    } else {
      facts.mention(reference);
      code.note(offset, 'mention', () => say('Title of a test mentions {0}, if that is known', written));
    }
  }
}

/** What a title is about is at its beginning or in brackets; of a story only a criterion can be shown by a test. */
function verifies(found: ListedId | FoundStoryReference, text: string): boolean {
  if (found.id.startsWith('STORY-')) return 'criterion' in found;
  const before = text.slice(0, found.start);
  return /^[\s[(]*(?:[A-Z-]*\d[\d.]*[a-z]?[\s,;&/–—.-]*(?:and\s|to\s)?)*$/u.test(before) || /[[(][^[\]()]{0,200}$/u.test(before);
}
