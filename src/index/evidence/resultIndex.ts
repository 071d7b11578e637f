import type { EvidenceFile, LinkResult, Outcome, TestResult } from '../../model/evidence.ts';
import type { Annotation, Declaration } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';
import { compareText } from '../order.ts';
import { countWords, findTemplate, headKeys, namesId, spokenName, tailKeys, templateOf, withoutInstance, wordsOf } from './testWords.ts';
import type { Nearness } from './testPlace.ts';
import { nearness, stemOf, stemsOf } from './testPlace.ts';

/** A result as it is looked up. */
interface Entry {
  readonly result: TestResult;
  readonly run: EvidenceFile;
  /** Words of its groups and its title; the same without what tells instances of one test apart. */
  readonly words: string;
  readonly baseWords: string;
}

/** A result that may be of the test, and how well it fits. */
interface Candidate {
  readonly entry: Entry;
  readonly near: Nearness;
  /** False for one instance of a test with parameters. */
  readonly exact: boolean;
}

/** The test of a link, as it is looked for. */
interface Sought {
  readonly path: FilePath;
  readonly annotation: Annotation;
  /** Words of its name; undefined for an annotation that stands on nothing. */
  readonly words: string | undefined;
  readonly rawName: string;
  /** Words of the innermost group or class around it, where there is one with a fixed name. */
  readonly group: string | undefined;
  /** True if between that group and the fixed words of the test stands something that is made when the tests run. */
  readonly loose: boolean;
  readonly classes: readonly string[];
}

/** Results of one name that are looked at one by one. */
const MOST_OF_A_NAME = 200;
/** Results of one file that are looked at one by one. */
const MOST_IN_FILE = 5000;

/** Where a group is what stands around the test in the source, and nothing else. */
const SCRIPT = /\.(?:[cm]?[jt]sx?|vue|svelte|coffee)$/u;

/** Words that look like an id, such as ` IP 1 1 1 `; what stands before may belong to it or not. */
const ID_WORDS = /(?<= )[A-Z][A-Z0-9]*(?: [A-Z][A-Z0-9]*){0,4} \d+(?: \d+){0,8}(?= )/gu;

/**
 * Results of test runs, found by the links that they are about.
 *
 * No format names a test as its source does, so names are compared by their words. A result is of a link's test if its name ends in the words of
 * the test, the group around the test is in it too, and nothing says that it is of another file. The surest place wins: a result that names the file goes before one that only fits.
 */
export class ResultIndex {
  readonly #byTail = new MultiMap<string, Entry>();
  readonly #byHead = new MultiMap<string, Entry>();
  readonly #byGroup = new MultiMap<string, Entry>();
  readonly #byStem = new MultiMap<string, Entry>();
  readonly #byId = new MultiMap<string, Entry>();

  constructor(files: readonly EvidenceFile[]) {
    for (const run of files) for (const result of run.results) this.#add(run, result);
  }

  /** What the newest results say of the test of a `verifies` link; undefined where they say nothing. */
  resultOf(path: FilePath, annotation: Annotation): LinkResult | undefined {
    const sought = soughtOf(path, annotation);
    const test = this.#leaf(sought);
    if (test.length > 0) return outcomeOf(newestRun(test));
    const parts = this.#parts(sought);
    return parts.length > 0 ? outcomeOf(newestOfEach(parts)) : undefined;
  }

  #add(run: EvidenceFile, result: TestResult): void {
    const groups = result.groups.join(' ');
    const base = withoutInstance(result.title);
    const entry: Entry = { result, run, words: wordsOf(`${groups} ${result.title}`), baseWords: wordsOf(`${groups} ${base}`) };
    for (const key of [...tailKeys(entry.words), ...tailKeys(entry.baseWords)]) this.#byTail.add(key, entry);
    for (const key of headKeys(wordsOf(result.title))) this.#byHead.add(key, entry);
    for (const group of result.groups) for (const key of tailKeys(wordsOf(group))) this.#byGroup.add(key, entry);
    for (const stem of stemsOf(result)) this.#byStem.add(stem, entry);
    for (const { 0: id } of entry.words.matchAll(ID_WORDS)) {
      const words = id.split(' ');
      const number = words.findIndex((word) => /^\d/u.test(word));
      for (let from = 0; from < number; from += 1) this.#byId.add(` ${words.slice(from).join(' ')} `, entry);
    }
  }

  /** Results of the very test. */
  #leaf(sought: Sought): Entry[] {
    const { words } = sought;
    if (words === undefined || words === ' ') return [];
    const template = templateOf(sought.rawName);
    const candidates: Candidate[] = [];
    if (template) {
      for (const entry of this.#around(sought)) {
        const start = findTemplate(entry.words, template);
        if (start >= 0) this.#consider(candidates, sought, entry, entry.words.slice(0, start + 1), true);
      }
    } else {
      // Where nothing may stand between the group and the test, far fewer results end in both than in the test.
      const tail = sought.group === undefined || sought.loose ? words : sought.group + words.slice(1);
      for (const entry of this.#few(this.#byTail.get(tailKeys(tail).at(-1) ?? ''), sought)) {
        const exact = entry.words.endsWith(words);
        if (exact) this.#consider(candidates, sought, entry, entry.words.slice(0, 1 - words.length), true);
        else if (entry.baseWords.endsWith(words))
          this.#consider(candidates, sought, entry, entry.baseWords.slice(0, 1 - words.length), false);
      }
    }
    return best(candidates, sought);
  }

  #consider(candidates: Candidate[], sought: Sought, entry: Entry, before: string, exact: boolean): void {
    const near = nearness(sought.path, entry.result, sought.classes);
    if (near < 0) return;
    // What stands between the group around the test and the test would be another group: the result is of another test of the same title.
    const between = unexplained(sought, entry, before);
    if (between === undefined || (between !== ' ' && !sought.loose)) return;
    candidates.push({ entry, near, exact });
  }

  /** Results of tests in the group, the class or the file that the annotation stands on, or that name its item. */
  #parts(sought: Sought): Entry[] {
    const { path, annotation, words, classes } = sought;
    const { reference, declaration, source } = annotation;
    const found = new Map<Entry, Nearness>();
    const take = (entry: Entry) => {
      const near = nearness(path, entry.result, classes);
      if (near >= 0) found.set(entry, near);
    };
    if (words !== undefined && words !== ' ' && declaration?.kind !== 'other') {
      const inGroups = this.#few(this.#byGroup.get(tailKeys(words).at(-1) ?? ''), sought);
      const inTitles = this.#few(this.#byHead.get(headKeys(words).at(-1) ?? ''), sought);
      for (const entry of new Set([...inGroups, ...inTitles])) {
        const at = entry.baseWords.indexOf(words);
        const isAround = at >= 0 && at + words.length < entry.baseWords.length;
        if (isAround && (sought.group === undefined || entry.baseWords.slice(0, at + 1).includes(sought.group))) take(entry);
      }
    }
    if (found.size === 0 && (source === 'test-title' || source === 'test-name')) {
      for (const entry of this.#byId.get(wordsOf(reference.id))) if (namesId(entry.words, reference.id, reference.criterion)) take(entry);
    }
    if (found.size === 0 && (declaration === undefined || declaration.kind === 'other')) {
      for (const entry of firstOf(this.#byStem.get(stemOf(path)), MOST_IN_FILE)) if (nearness(path, entry.result, classes) > 0) take(entry);
    }
    const nearest = [...found.values()].reduce((most, near) => Math.max(most, near), 0);
    return [...found].filter(([, near]) => near === nearest).map(([entry]) => entry);
  }

  /** Results of the file, or of the group around the test. */
  #around({ path, group }: Sought): ReadonlySet<Entry> {
    const inGroups = group === undefined ? [] : firstOf(this.#byGroup.get(tailKeys(group).at(-1) ?? ''), MOST_IN_FILE);
    const inTitles = group === undefined ? [] : firstOf(this.#byHead.get(headKeys(group).at(-1) ?? ''), MOST_IN_FILE);
    return new Set([...firstOf(this.#byStem.get(stemOf(path)), MOST_IN_FILE), ...inGroups, ...inTitles]);
  }

  /** Entries to choose from: all of them, or where these are many, those that may be of the file. Names like `works` are in every other file. */
  #few(entries: Iterable<Entry>, { path, classes }: Sought): readonly Entry[] {
    const all = firstOf(entries, MOST_OF_A_NAME + 1);
    if (all.length <= MOST_OF_A_NAME) return all;
    const folder = path.split('/').at(-2) ?? '';
    return [...new Set([stemOf(path), folder, ...classes].flatMap((stem) => firstOf(this.#byStem.get(stem), MOST_IN_FILE)))];
  }
}

function firstOf<Value>(values: Iterable<Value>, most: number): Value[] {
  const first: Value[] = [];
  for (const value of values) {
    if (first.length >= most) break;
    first.push(value);
  }
  return first;
}

function soughtOf(path: FilePath, annotation: Annotation): Sought {
  const { declaration } = annotation;
  const rawName = declaration ? spokenName(declaration) : '';
  const names = (declaration?.within ?? []).map(groupName);
  const around = names.filter((name) => name !== undefined);
  const group = around.at(-1);
  return {
    path,
    annotation,
    words: declaration && wordsOf(rawName),
    rawName,
    group: group === undefined || wordsOf(group) === ' ' ? undefined : wordsOf(group),
    loose: (names.length > 0 && names.at(-1) === undefined) || /^[$%#]/u.test(rawName) || path.endsWith('.rs'),
    classes: [...around, ...(declaration?.kind === 'class' ? [rawName] : [])],
  };
}

/**
 * Words of the result that stand between what is known to be around the test and the test; undefined if what is around it is not in the result.
 *
 * @param before all words of the result before those of the test.
 */
function unexplained({ path, group }: Sought, { result }: Entry, before: string): string | undefined {
  if (group !== undefined) {
    const at = before.lastIndexOf(group);
    return at < 0 ? undefined : before.slice(at + group.length - 1);
  }
  const stem = wordsOf(stemOf(path));
  const at = stem === ' ' ? -1 : before.lastIndexOf(stem);
  if (at >= 0) return before.slice(at + stem.length - 1);
  // Elsewhere a suite or a class may be a package or a fixture, which the source does not show around the test.
  const groups = SCRIPT.test(path) ? 0 : countWords(wordsOf(result.groups.join(' ')));
  return countWords(before) > groups ? before : ' ';
}

/** What a result shows of something around a test: the name of a class or the title of a group; a helper function is not in it. */
function groupName(name: string): string | undefined {
  if (templateOf(name)) return undefined;
  if (name.endsWith('()')) return /^test/iu.test(name) ? name.slice(0, -2) : undefined;
  const kind: Declaration['kind'] =
    /^(?:class|struct|interface|record|object|trait|type|enum|protocol|extension|actor|mixin|module) \S+$/u.test(name) ? 'class' : 'test';
  return spokenName({ name, kind });
}

/** Those that fit best: of the surest file, the test itself before its instances, its very spelling before the same words. */
function best(candidates: readonly Candidate[], { rawName }: Sought): Entry[] {
  const nearest = candidates.reduce((most, { near }) => Math.max(most, near), 0);
  const near = candidates.filter((candidate) => candidate.near === nearest);
  const exact = near.filter((candidate) => candidate.exact);
  const entries = (exact.length ? exact : near).map(({ entry }) => entry);
  const spelt = entries.filter(({ result }) => result.title.endsWith(rawName));
  return spelt.length && exact.length ? spelt : entries;
}

/** All are of one test: those of the run that began last. */
function newestRun(entries: readonly Entry[]): readonly Entry[] {
  const last = entries.reduce((time, { run }) => Math.max(time, run.time), -Infinity);
  return entries.filter(({ run }) => run.time === last);
}

/** Of each test the results of the run that began last. */
function newestOfEach(entries: readonly Entry[]): readonly Entry[] {
  const tests = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = tests.get(entry.baseWords);
    if (known) known.push(entry);
    else tests.set(entry.baseWords, [entry]);
  }
  return [...tests.values()].flatMap(newestRun);
}

function outcomeOf(entries: readonly Entry[]): LinkResult {
  const outcome =
    (['failed', 'passed', 'skipped'] as const satisfies readonly Outcome[]).find((one) =>
      entries.some(({ result }) => result.outcome === one),
    ) ?? 'skipped';
  const [first] = entries
    .filter(({ result }) => result.outcome === outcome)
    .map(({ run }) => run)
    .sort((a, b) => b.time - a.time || compareText(a.path, b.path));
  return { outcome, path: first?.path ?? '', time: first?.time ?? 0 };
}
