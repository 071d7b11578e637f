import type { FilePath } from '../../model/position.ts';
import { fileName, folderOf } from '../../text/paths.ts';
import { MultiMap } from '../multiMap.ts';
import { isNamesake } from './places/astray.ts';
import { stemOf, stemsOf } from './places/plainPath.ts';
import { SAME_FILE, nearness } from './places/testPlace.ts';
import type { Placed } from './places/placed.ts';
import type { Places } from './places/places.ts';
import type { Name, Sought } from './names/sought.ts';
import { templateStarts, wordsOf } from './names/testWords.ts';

/** A package as Go calls it, `example.com/shop/v2`. */
const PACKAGE = /^[\w.~/-]+$/u;

/** Files and groups that failed with all that they hold, found by the tests in them. */
export class WholeFailures {
  readonly #located: Placed[] = [];
  /** Those that name no file, by what may be the stem of one, a class or a package. */
  readonly #byStem = new MultiMap<string, Placed>();
  /** Those in it that may be packages of Go. */
  readonly #packages: Placed[] = [];
  /** Those that nothing of the kind tells. */
  readonly #others: Placed[] = [];
  readonly #homes = new WeakMap<Places, { readonly byFile: MultiMap<FilePath, Placed>; readonly astray: readonly Placed[] }>();

  add(placed: Placed): void {
    const stems = stemsOf(placed.result);
    if (placed.result.file !== undefined) this.#located.push(placed);
    else if (stems.size === 0) this.#others.push(placed);
    else if (placed.result.groups.some((group) => PACKAGE.test(group))) this.#packages.push(placed);
    for (const stem of placed.result.file === undefined ? stems : []) this.#byStem.add(stem, placed);
  }

  /** Those that the test of a link is in. */
  of(sought: Sought, places: Places): readonly Placed[] {
    const { path } = sought;
    // What a feature says is tested by code in other files.
    const { byFile, astray } = this.#homesIn(places);
    const located = path.endsWith('.feature') ? this.#located : [...byFile.get(path), ...astray];
    const stem = stemOf(path);
    const keys = [
      stem,
      stem.replace(/^test[-_]?/iu, ''),
      fileName(folderOf(path)),
      ...sought.classes,
      ...sought.names.map(({ raw }) => raw),
    ];
    const named = keys.flatMap((key) => [...this.#byStem.get(key)]);
    // The package of a module itself, and one of a version, may be called anything.
    if (path.endsWith('.go')) named.push(...this.#packages);
    return [...new Set([...located, ...named, ...this.#others])].filter((placed) => isOf(placed, sought, places));
  }

  #homesIn(places: Places): { readonly byFile: MultiMap<FilePath, Placed>; readonly astray: readonly Placed[] } {
    const known = this.#homes.get(places);
    if (known) return known;
    const byFile = new MultiMap<FilePath, Placed>();
    const astray: Placed[] = [];
    for (const placed of this.#located) {
      const { file = '' } = placed.result;
      const home = places.homeOf(placed.run.path, file) ?? places.sourceOf(placed.run.path, file);
      if (home === undefined) astray.push(placed);
      else byFile.add(home, placed);
    }
    const homes = { byFile, astray };
    this.#homes.set(places, homes);
    return homes;
  }
}

function isOf(placed: Placed, sought: Sought, places: Places): boolean {
  const near = nearness(sought.path, placed, sought.classes, places);
  if (placed.result.whole === 'file') return near > 0;
  const { file } = placed.result;
  return near >= 0 && isIn(sought, placed, near === SAME_FILE || (near > 0 && file !== undefined && isNamesake(sought.path, file)));
}

/** True if the link's test, or the group that it is on, is in the group. */
function isIn(sought: Sought, { result }: Placed, inFile: boolean): boolean {
  const { annotation, path, around, names } = sought;
  // A package of Go that does not build; and a link on a file is on each group in it.
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
