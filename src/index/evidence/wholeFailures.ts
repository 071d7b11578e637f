import { SAME_FILE, nearness } from './testPlace.ts';
import type { Placed } from './testPlace.ts';
import type { Places } from './places.ts';
import type { Name, Sought } from './sought.ts';
import { templateStarts, wordsOf } from './testWords.ts';

/** Those of the files and groups that failed as a whole that the test of a link stands in. */
export function wholesFor(wholes: readonly Placed[], sought: Sought, places: Places): readonly Placed[] {
  return wholes.filter((placed) => {
    const near = nearness(sought.path, placed, sought.classes, places);
    if (placed.result.whole === 'file') return near > 0;
    return near >= 0 && isIn(sought, placed, near === SAME_FILE);
  });
}

/** True if the link's test, or the group that it stands on, is in the group. */
function isIn(sought: Sought, { result }: Placed, inFile: boolean): boolean {
  const { annotation, path, around, names } = sought;
  // A package of Go that does not build; and a link on a file stands on each group in it.
  if (path.endsWith('.go')) return true;
  if (annotation.declaration === undefined || annotation.declaration.kind === 'other') return inFile;
  const whole = wordsOf(result.groups.join(' '));
  if (whole === ' ') return false;
  const shown = [...names.slice(0, 1), ...around].filter(({ kind }) => kind !== 'hidden');
  return shown.some((name, at) => {
    const chain = shown.slice(at).flatMap((one) => (one.kind === 'fixed' ? [one.raw] : []));
    // What is made when the tests run can be compared only by itself.
    if (chain.length < shown.length - at) return isNamed(whole, name);
    const words = wordsOf(chain.toReversed().join(' '));
    return whole.endsWith(words) || words.endsWith(whole);
  });
}

/** True if the words end in the name. */
function isNamed(words: string, name: Name): boolean {
  if (name.kind === 'fixed') return words.endsWith(name.words);
  return name.kind === 'template' && templateStarts(words, name.template).length > 0;
}
