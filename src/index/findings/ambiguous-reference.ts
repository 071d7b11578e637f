import { requirementOf } from '../../model/item.ts';
import type { Item } from '../../model/item.ts';
import { anyOf, say } from '../../model/message.ts';
import { isPlain } from '../../model/notation.ts';
import type { FindingRule } from './rule.ts';
import { oncePerPlace } from './quotedFixes.ts';
import { changeTo, MOST_LISTED, nameOf, severityOf } from './rule.ts';

/**
 * `@implements IP-1.1` where two documents define IP-1.1: it links to neither until it names one.
 * A mention in prose links to nothing anyway, and sets of documents that number alike are full of them.
 */
export const ambiguousReference: FindingRule = {
  code: 'ambiguous-reference',
  check: (file) => {
    let lastLine = -1;
    return oncePerPlace(file.references).flatMap((checked) => {
      const { reference, resolution, use } = checked;
      if (resolution.kind !== 'ambiguous' || use === 'mention') return [];
      const { line } = reference.range.start;
      // Numbers of one list lack the same word.
      if (reference.reach === 'only' && line === lastLine) return [];
      lastLine = line;
      const shown = resolution.candidates.slice(0, MOST_LISTED);
      const more = resolution.candidates.length - shown.length;
      const meanings = [...shown.map((item) => file.referenceTo(item)), ...(more > 0 ? [say('{0} more', more)] : [])];
      return [
        {
          range: reference.range,
          message: isRestated(shown)
            ? say(
                '{0} is ambiguous: it may mean {1}. Name the document, or exclude the copy with documents in reqtrace.yaml',
                reference.text,
                anyOf(meanings),
              )
            : say('{0} is ambiguous: it may mean {1}. Name the document', reference.text, anyOf(meanings)),
          atMost: severityOf(file, checked),
          related: shown.map((item) => file.place(item, say('{0} is defined here', nameOf(item)))),
          fixes: shown.flatMap((item) => changeTo(file, checked, file.referenceTo(item), false)),
        },
      ];
    });
  },
};

/** True for plain items with one title, which are hardly several: a plan or a test plan writes the requirement again. */
function isRestated(items: readonly Item[]): boolean {
  const requirements = items.map(requirementOf);
  const [first] = requirements;
  const title = first?.facts.title.toLowerCase();
  return requirements.every((item) => isPlain(item) && item.facts.title.toLowerCase() === title && !item.facts.implicit);
}
