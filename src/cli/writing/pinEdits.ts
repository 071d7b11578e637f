import { writerOf } from '../../formats/notation/notation.ts';
import { compareText } from '../../index/order.ts';
import type { Annotation } from '../../model/facts.ts';
import type { IndexView } from '../../index/view.ts';
import type { Item, ResolvedReference } from '../../model/item.ts';
import { byStart, placeKey } from '../../model/position.ts';
import type { FilePath, Range } from '../../model/position.ts';

/** One reference in a file that is to get another pin: `IP-1.1.1/AC2` becomes `IP-1.1.1/AC2~3f2a9c`. */
export interface PinEdit {
  readonly path: FilePath;
  readonly range: Range;
  readonly oldText: string;
  readonly newText: string;
  readonly pin: string;
}

/** Edits that put the present pins of these items into the annotations that point at them, by file and in order of place. */
export function pinEdits(index: IndexView, items: Iterable<Item>): Map<FilePath, PinEdit[]> {
  const edits = new Map<FilePath, Map<string, PinEdit>>();
  for (const item of items) {
    const { revise } = writerOf(index.notations, item);
    if (!revise) continue;
    const pin = index.revision(item);
    for (const found of index.referencesTo(item.key)) {
      // A plan is made for whatever the text will be.
      if (!found.annotation || found.use === 'plans' || found.reference.revision === pin) continue;
      const ofFile = edits.get(found.path) ?? new Map<string, PinEdit>();
      edits.set(found.path, ofFile);
      const { start } = found.reference.range;
      ofFile.set(placeKey(start), pinEdit(found, pin, revise(found.reference.text, pin)));
    }
  }
  return new Map(
    Array.from(edits, ([path, ofFile]) => [path, [...ofFile.values()].sort(byStart)] as const).sort(([a], [b]) => compareText(a, b)),
  );
}

/**
 * Those of the edits that worked: the edited file has a reference with the new pin where each was made. A name of a test has no place
 * for a pin, a project's own pattern may not let one through, and what a pin would break must not be written.
 *
 * @param annotations of the file after all the edits.
 */
export function edited(edits: readonly PinEdit[], annotations: readonly Annotation[]): PinEdit[] {
  const pins = new Map(annotations.map(({ reference }) => [placeKey(reference.range.start), reference.revision]));
  let line = -1;
  let shift = 0;
  return edits.filter(({ range, newText, pin }) => {
    if (range.start.line !== line) shift = 0;
    line = range.start.line;
    const place = { line, character: range.start.character + shift };
    shift += newText.length - (range.end.character - range.start.character);
    return pins.get(placeKey(place)) === pin;
  });
}

function pinEdit({ path, reference }: ResolvedReference, pin: string, newText: string): PinEdit {
  const { text, range } = reference;
  return { path, range, oldText: text, newText, pin };
}
