import type { IndexView } from '../index/view.ts';
import type { LineNote } from '../model/facts.ts';
import { inEnglish } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { stepWords } from '../text/words/stepWords.ts';

/**
 * A note for each reference of a file whose item was found by a step that is not plain to see: on line 3
 * `FR-1 is specs/001-kettle#FR-1, found in specs/001-kettle, whose documents name this file`.
 */
export function stepNotes(view: Pick<IndexView, 'referencesIn'>, path: FilePath): readonly LineNote[] {
  return view.referencesIn(path).flatMap(({ use, reference, resolution }): readonly LineNote[] => {
    const words = stepWords(resolution);
    if (resolution.kind !== 'item' || !words || use === 'definition') return [];
    const why = `${reference.text} is ${resolution.item.key}, ${inEnglish(words)}`;
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
