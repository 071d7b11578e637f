import type { EvidenceFile, LinkResult } from '../../model/evidence.ts';
import type { Annotation } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { fileName, folderOf } from '../../text/paths.ts';
import { MultiMap } from '../multiMap.ts';
import type { Fit } from './explain.ts';
import { isSpeltOtherwise, isWithin } from './explain.ts';
import type { Found } from './newestResults.ts';
import { newestResult } from './newestResults.ts';
import type { Places } from './places/places.ts';
import { stemOf } from './places/plainPath.ts';
import type { Rivals } from './rivals.ts';
import type { Entry } from './resultTable.ts';
import { entryOf, isHollow, isPassedFile, ResultTable, wordsOfEntry } from './resultTable.ts';
import type { ShownName, Sought } from './names/sought.ts';
import { soughtOf } from './names/sought.ts';
import type { Candidate } from './tie.ts';
import { best, isOfItsModules, tied } from './tie.ts';
import { isOfAnother } from './names/titleStarts.ts';
import type { Nearness } from './places/testPlace.ts';
import { COMPILED, nearness } from './places/testPlace.ts';
import { namesId, wordsOf } from './names/testWords.ts';
import { WholeFailures } from './wholeFailures.ts';

/** A result of a test in what an annotation is on. */
interface Part extends Found<Entry> {
  readonly near: Nearness;
}

/** Where results that name a file are of. */
interface Homes {
  readonly byFile: MultiMap<FilePath, Entry>;
  /** Failures of which the path leads nowhere. */
  readonly astray: ResultTable;
}

/** Results of one name that are looked at one by one. */
const MOST_OF_A_NAME = 200;
/** Results of one file that are looked at one by one. */
const MOST_IN_FILE = 5000;

/** Where a test has sections. */
const SECTIONED = /\.(?:c|cc|cpp|cxx|h|hh|hpp|m|mm)$/u;

/** Words that look like an id, such as ` IP 1 1 1 `; what is before may belong to it or not. */
const ID_WORDS = /(?<= )[A-Z][A-Z0-9]*(?: [A-Z][A-Z0-9]*){0,4} \d+(?: \d+){0,8}(?= )/gu;

/**
 * Results of test runs, found by the links that they are about.
 *
 * No format names a test as its source does, so names are compared by their words. A result is of a link's test if its name ends in the words of
 * the test, the group around the test is in it too, and nothing says that it is of another file. The surest place wins: a result that names the file goes before one that only fits.
 */
export class ResultIndex {
  /** Results that name no file. */
  readonly #free = new ResultTable();
  readonly #located: Entry[] = [];
  readonly #homes = new WeakMap<Places, Homes>();
  /** Of all that name a file; made when first asked for. */
  #anywhere: ResultTable | undefined;
  readonly #byId = new MultiMap<string, Entry>();
  readonly #wholes = new WholeFailures();

  constructor(files: readonly EvidenceFile[]) {
    for (const run of files)
      for (const result of run.results) {
        if (result.whole) this.#wholes.add({ result, run });
        else this.#add(entryOf(run, result));
      }
  }

  /** What the newest results say of the test of a `verifies` link; undefined where they say nothing. */
  resultOf(path: FilePath, annotation: Annotation, places: Places, rivals: Rivals): LinkResult | undefined {
    const sought = soughtOf(path, annotation);
    const wholes = this.#wholes.of(sought, places);
    const test = this.#leaf(sought, places);
    const found =
      test.length > 0
        ? [...rivals.without(test, path, places, fitsAsWell), ...this.#sections(sought, places)]
        : rivals.without(this.#parts(sought, places), path, places, ({ near }) => near === 0);
    const result = newestResult(found, wholes, path);
    const isOff = annotation.declaration?.off !== undefined;
    return result?.outcome === 'passed' && isOff ? { ...result, outcome: 'skipped' } : result;
  }

  #add(entry: Entry): void {
    if (entry.result.file === undefined) this.#free.add(entry);
    else this.#located.push(entry);
    for (const { 0: id } of wordsOfEntry(entry).matchAll(ID_WORDS)) {
      const words = id.split(' ');
      const number = words.findIndex((word) => /^\d/u.test(word));
      for (let from = 0; from < number; from += 1) this.#byId.add(` ${words.slice(from).join(' ')} `, entry);
    }
  }

  /** Results that name the file, or what it was compiled to. */
  #ofFile(path: FilePath, places: Places): readonly Entry[] {
    return firstOf(this.#homesIn(places).byFile.get(path), MOST_IN_FILE);
  }

  #homesIn(places: Places): Homes {
    const known = this.#homes.get(places);
    if (known) return known;
    const homes: Homes = { byFile: new MultiMap(), astray: new ResultTable() };
    for (const entry of this.#located) {
      const { file = '', outcome } = entry.result;
      const home = places.homeOf(entry.run.path, file) ?? places.sourceOf(entry.run.path, file);
      if (home !== undefined) homes.byFile.add(home, entry);
      else if (outcome === 'failed') homes.astray.add(entry);
    }
    this.#homes.set(places, homes);
    return homes;
  }

  /** Results that name no file, and failures of which the path leads nowhere; for what a feature says, all: it is tested by code in other files. */
  #elsewhere(path: FilePath, places: Places): readonly ResultTable[] {
    if (!path.endsWith('.feature')) return [this.#free, this.#homesIn(places).astray];
    if (!this.#anywhere) {
      this.#anywhere = new ResultTable();
      for (const entry of this.#located) this.#anywhere.add(entry);
    }
    return [this.#free, this.#anywhere];
  }

  /** Results of the very test. */
  #leaf(sought: Sought, places: Places): readonly Candidate[] {
    const candidates = sought.names.flatMap((name) => this.#candidates(sought, name, places));
    if (candidates.length > 0) return best(candidates, sought);
    const apart = { ...sought, around: [], strict: false };
    return best(
      sought.elsewhere.flatMap((name) =>
        this.#candidates(apart, name, places).map((candidate) => ({ ...candidate, fit: { ...candidate.fit, sure: false } })),
      ),
      sought,
    );
  }

  #candidates(sought: Sought, name: ShownName, places: Places): Candidate[] {
    return [...this.#mayBe(sought, name, places)].flatMap((entry) => tied(sought, name, entry, places) ?? []);
  }

  /** Results of that name, among others. */
  #mayBe(sought: Sought, name: ShownName, places: Places): ReadonlySet<Entry> {
    const inFile = this.#ofFile(sought.path, places);
    const others = this.#elsewhere(sought.path, places).flatMap((table) => {
      if (name.kind === 'fixed') {
        // Where nothing may be between the group and the test, far fewer results end in both than in the test.
        const [inner] = sought.around;
        const isTight = inner?.kind === 'fixed' && !sought.loose && sought.strict;
        return few(table, table.ending(isTight ? inner.words + name.words.slice(1) : name.words), sought);
      }
      const { parts, opens, closes } = name.template;
      const named = [...(opens ? table.beginning(parts[0] ?? '') : []), ...(closes ? table.ending(parts.at(-1) ?? '') : [])];
      return [...around(table, sought), ...few(table, named, sought)];
    });
    return new Set([...inFile, ...others]);
  }

  /** Sections of a test of Catch2, `adds/an item`, which are reported beside it. */
  #sections(sought: Sought, places: Places): readonly Found[] {
    if (!SECTIONED.test(sought.path)) return [];
    return sought.names
      .flatMap((name) => [...this.#within(sought, name, places)].filter(({ result }) => result.title.startsWith(`${name.raw}/`)))
      .filter((entry) => nearness(sought.path, entry, sought.classes, places) >= 0)
      .map((entry) => ({ entry, key: wordsOfEntry(entry) }));
  }

  /** Results of tests in the group, the class or the file that the annotation is on, or that name its item. */
  #parts(sought: Sought, places: Places): readonly Part[] {
    const { path, annotation, classes } = sought;
    const { reference, source } = annotation;
    const found = new Map<Entry, Nearness>();
    const take = (entry: Entry) => {
      const near = nearness(path, entry, classes, places);
      if (near >= 0) found.set(entry, near);
    };
    if (!sought.ofFile)
      for (const name of sought.names)
        for (const entry of this.#within(sought, name, places)) if (isOfItsModules(sought, name, entry, places)) take(entry);
    if (found.size === 0 && (source === 'test-title' || source === 'test-name')) {
      for (const entry of this.#byId.get(wordsOf(reference.id)))
        if (namesId(wordsOfEntry(entry), reference.id, reference.criterion) && isSpeltOtherwise(sought, wordsOfEntry(entry))) take(entry);
    }
    if (found.size === 0 && sought.ofFile) {
      const ofStem = this.#elsewhere(path, places).flatMap((table) => firstOf(table.ofStem(stemOf(path)), MOST_IN_FILE));
      for (const entry of [...this.#ofFile(path, places), ...ofStem])
        if (!isHollow(entry) && nearness(path, entry, classes, places) > 0) take(entry);
    }
    // Of each run on its own, as for a single test.
    const nearest = new Map<EvidenceFile, Nearness>();
    for (const [{ run }, near] of found) nearest.set(run, Math.max(near, nearest.get(run) ?? 0));
    return [...found]
      .filter(([entry, near]) => near === nearest.get(entry.run) || isAstray(entry, near, nearest.get(entry.run)))
      .map(([entry, near]) => ({ entry, near, key: wordsOfEntry(entry) }));
  }

  /** Results of tests in what has that name. */
  *#within(sought: Sought, name: ShownName, places: Places): Iterable<Entry> {
    const others = this.#elsewhere(sought.path, places).flatMap((table) =>
      name.kind === 'fixed'
        ? [...few(table, table.inGroup(name.words), sought), ...few(table, table.beginning(name.words), sought)]
        : around(table, sought),
    );
    for (const entry of new Set([...this.#ofFile(sought.path, places), ...others])) {
      const variant = entry.variants.at(-1);
      if (variant && !isPassedFile(entry) && !isOfAnother(sought, name, entry) && isWithin(sought, name, variant.words, variant.raw))
        yield entry;
    }
  }
}

/** True for a failure that may be of the file though its path leads nowhere, unless others of its run lead there. */
function isAstray({ result }: Entry, near: Nearness, nearest = 0): boolean {
  return result.file !== undefined && near < COMPILED && nearest < COMPILED && result.outcome === 'failed';
}

/** True if nothing but the fit tells where a result is from, and it fits another test as well. */
function fitsAsWell({ near, fit }: Candidate, other: Fit): boolean {
  return near === 0 && (other.sure || !fit.sure) && (other.rank >= fit.rank || other.outside.length <= fit.outside.length);
}

/** Results of the file, or of the group around the test. */
function around(table: ResultTable, { path, around: groups }: Sought): readonly Entry[] {
  const group = groups.find((name) => name.kind === 'fixed')?.words ?? ' ';
  return [table.ofStem(stemOf(path)), table.inGroup(group), table.beginning(group)].flatMap((entries) => firstOf(entries, MOST_IN_FILE));
}

/** Entries to choose from: all of them, or where these are many, those that may be of the file. Names like `works` are in every other file. */
function few(table: ResultTable, entries: Iterable<Entry>, { path, classes }: Sought): readonly Entry[] {
  const all = firstOf(entries, MOST_OF_A_NAME + 1);
  if (all.length <= MOST_OF_A_NAME) return all;
  // Tests of Go are told by their package, and modules of Rust in files of one name by their folder.
  const stem = /(?:\.go|\/mod\.rs)$/u.test(path) ? fileName(folderOf(path)) : stemOf(path);
  return [stem, ...classes].flatMap((stem) => firstOf(table.ofStem(stem), MOST_IN_FILE));
}

function firstOf<Value>(values: Iterable<Value>, most: number): Value[] {
  const first: Value[] = [];
  for (const value of values) {
    if (first.length >= most) break;
    first.push(value);
  }
  return first;
}
