import type { IndexView } from '../index/view.ts';
import type { LineNote } from '../model/facts.ts';
import { say } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { comparePositions } from '../model/position.ts';
import { stepWords } from '../text/words/stepWords.ts';

/**
 * A note for each reference of a file whose item was found by a step that is not plain to see: on line 3
 * `FR-1 is specs/001-kettle#FR-1, found in specs/001-kettle, whose documents name this file`. So is it for what a plan only writes again.
 */
export function stepNotes(view: Pick<IndexView, 'referencesIn' | 'facts'>, path: FilePath): readonly LineNote[] {
  const defined = view.facts(path)?.requirements ?? [];
  return view.referencesIn(path).flatMap(({ use, reference, resolution }): readonly LineNote[] => {
    if (use === 'plans' && resolution.kind === 'item' && resolution.item.path !== path) {
      const isDefinition = defined.some(({ idRange, nameRange }) => {
        return comparePositions((idRange ?? nameRange).start, reference.range.start) === 0;
      });
      const why = say('{0} is only repeated here: {1} defines it, and it is counted there', reference.text, resolution.item.path);
      if (isDefinition) return [{ line: reference.range.start.line, what: 'annotation', why }];
    }
    const words = stepWords(resolution);
    if (resolution.kind !== 'item' || !words || use === 'definition') return [];
    const why = say('{0} is {1}, {2}', reference.text, resolution.item.key, words);
    return [{ line: reference.range.start.line, what: noteKind(use), why }];
  });
}

function noteKind(use: string): LineNote['what'] {
  switch (use) {
    case 'mention':
      return 'mention';
    case 'waives':
      return 'waiver';
    case 'covers':
      return 'attribute';
    default:
      return 'annotation';
  }
}
