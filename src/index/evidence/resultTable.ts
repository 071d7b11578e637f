import { isSourceFile } from '../../formats/evidence/sourceFile.ts';
import type { EvidenceFile, TestResult } from '../../model/evidence.ts';
import { MultiMap } from '../multiMap.ts';
import { stemsOf } from './places/plainPath.ts';
import type { Placed } from './places/placed.ts';
import { headKeys, instanceBases, tailKeys, wordsOf } from './names/testWords.ts';

/** A result as it is looked up. */
export interface Entry extends Placed {
  /** Words of its groups and its title, first as they are, then without what tells instances apart. */
  readonly variants: readonly Variant[];
}

interface Variant {
  readonly words: string;
  /** As it is written, groups and title on lines of their own. */
  readonly raw: string;
  /** What of the title is left out, ` [a-b]`. */
  readonly instance: string;
}

/** Modules in modules. */
const MOST_MODULES = 12;

/** Takes the names of a result apart: `rejects[1]` is looked up as `rejects` too. */
export function entryOf(run: EvidenceFile, result: TestResult): Entry {
  const groups = result.groups.join('\n');
  const baseGroups = result.groups.map((group) => instanceBases(group).at(-1) ?? group).join('\n');
  const titles = [result.title, ...instanceBases(result.title)];
  const variants = [...new Set([groups, baseGroups])].flatMap((around) =>
    titles.map((title) => {
      const raw = `${around}\n${title}`;
      const instance = `${around === groups ? '' : groups}${result.title.slice(title.length)}`;
      return { words: wordsOf(raw), raw, instance };
    }),
  );
  return { result, run, variants };
}

/** What a test of Rust is in by its name: `['stock', 'stock::rejects']` for `stock::rejects::of_none`. */
function modulesOf(title: string): readonly string[] {
  const names = title.split('::', MOST_MODULES);
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('::'));
}

/** Files that Node runs; other runners test a file of another language as a whole, and call the test by its path. */
const RUN_BY_NODE = /\.[cm]?[jt]s$/iu;

/** True for a file that passed though none of its tests may have run: that does not even show that the file passes. */
export function isHollow(entry: Entry): boolean {
  return isPassedFile(entry) && RUN_BY_NODE.test(entry.result.title);
}

/**
 * True for a file that passed as a whole: node --test makes a case of it where no test in it ran, as where it ends its process. It says nothing of any test that has
 * a name.
 */
export function isPassedFile({ result: { outcome, title } }: Entry): boolean {
  return outcome === 'passed' && /^(?:[\\/]|[A-Za-z]:[\\/]|\S+$)/u.test(title) && isSourceFile(title);
}

/** All words of a result, as it is written: `' Orders rejects 1 '`. */
export function wordsOfEntry({ variants }: Entry): string {
  return variants[0]?.words ?? ' ';
}

/** Results that are looked up by their names: those of one file, or those that name none. */
export class ResultTable {
  readonly all: Entry[] = [];
  readonly #byTail = new MultiMap<string, Entry>();
  readonly #byHead = new MultiMap<string, Entry>();
  readonly #byGroup = new MultiMap<string, Entry>();
  readonly #byStem = new MultiMap<string, Entry>();

  add(entry: Entry): void {
    const { result, variants } = entry;
    this.all.push(entry);
    for (const { words } of variants) for (const key of tailKeys(words)) this.#byTail.add(key, entry);
    for (const key of headKeys(wordsOf(result.title))) this.#byHead.add(key, entry);
    for (const group of [...result.groups, ...modulesOf(result.title)])
      for (const key of tailKeys(wordsOf(group))) this.#byGroup.add(key, entry);
    for (const stem of stemsOf(result)) this.#byStem.add(stem, entry);
  }

  /** Results whose names end in the words, and some others; instances of tests of that name too. */
  ending(words: string): Iterable<Entry> {
    return this.#byTail.get(tailKeys(words).at(-1) ?? '');
  }

  /** Results whose titles begin with the words, and some others. */
  beginning(words: string): Iterable<Entry> {
    return this.#byHead.get(headKeys(words).at(-1) ?? '');
  }

  /** Results that are in a group whose name ends in the words, and some others. */
  inGroup(words: string): Iterable<Entry> {
    return this.#byGroup.get(tailKeys(words).at(-1) ?? '');
  }

  /** Results that may be of a file of that stem. */
  ofStem(stem: string): Iterable<Entry> {
    return this.#byStem.get(stem);
  }
}
