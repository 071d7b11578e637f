import { declaredTests } from '../formats/carried/declaredTests.ts';
import { WantedTests } from '../index/evidence/wantedTests.ts';
import type { IndexView } from '../index/view.ts';
import type { Evidence, EvidenceFile } from '../model/evidence.ts';
import type { Declaration } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { Breather } from './pace/breather.ts';

/** Folders of files that tests read, which are not tests themselves. */
const DATA = /(?:^|\/)(?:__)?(?:fixtures?|test[-_]?data|snapshots?|goldens?)(?:__)?\//iu;

/** What is asked of an index. */
interface LinkedTests extends Pick<IndexView, 'files' | 'facts'> {
  /** Files that say anything. */
  telling(): Iterable<readonly [path: FilePath, ...unknown[]]>;
}

/** Where files of tests are read, as they are without any editor. */
export interface StoredTests {
  /** Another number after a file changed; undefined where it is not there. */
  version(path: FilePath): number | undefined;
  /** Empty for what is not text. */
  text(path: FilePath): string | Promise<string>;
}

interface Known {
  readonly version: number;
  readonly tests: readonly Declaration[];
}

/**
 * Tests of a workspace folder that results which name no file may be of, whether or not they say anything: files of tests are read for it as they are on the disk, and only where there are such
 * results of linked tests.
 */
export class ProjectTests {
  readonly #stored: StoredTests;
  readonly #index: LinkedTests;
  readonly #known = new Map<FilePath, Known>();
  #files: readonly EvidenceFile[] = [];
  #wanted = new WantedTests([]);
  #tests: Evidence['tests'];

  constructor(stored: StoredTests, index: LinkedTests) {
    this.#stored = stored;
    this.#index = index;
  }

  /**
   * The tests as they are now; the same map as long as nothing changed.
   *
   * @param files results of test runs.
   * @param paths files that may have changed; all where the results are others.
   * @throws the signal's reason when it is aborted.
   */
  async of(files: readonly EvidenceFile[], paths: Iterable<FilePath>, signal?: AbortSignal): Promise<Evidence['tests']> {
    const areOthers = files !== this.#files;
    if (areOthers) {
      this.#files = files;
      this.#wanted = new WantedTests(files);
    }
    const changed = areOthers ? Array.from(this.#index.telling(), ([path]) => path) : [...paths];
    const isMore = this.#want(changed) || areOthers;
    if (isMore) this.#known.clear();
    let isNew = isMore;
    const breather = new Breather(signal);
    for (const path of isMore ? this.#index.files.keys() : changed) {
      if (this.#wanted.isEmpty) break;
      if (this.#index.files.get(path) !== 'test' && !this.#known.has(path)) continue;
      if (await this.#read(path)) isNew = true;
      await breather.pause();
    }
    if (isNew) this.#tests = this.#known.size > 0 ? new Map(Array.from(this.#known, ([path, { tests }]) => [path, tests])) : undefined;
    return this.#tests;
  }

  /** Takes up what links of the files are on; true if more is wanted now. */
  #want(paths: readonly FilePath[]): boolean {
    let isMore = false;
    for (const path of paths)
      for (const { declaration } of this.#index.facts(path)?.annotations ?? [])
        if (declaration && this.#wanted.add(declaration)) isMore = true;
    return isMore;
  }

  /** True if its tests may be others now. */
  async #read(path: FilePath): Promise<boolean> {
    const version = this.#index.files.get(path) === 'test' && !DATA.test(path) ? this.#stored.version(path) : undefined;
    if (version === undefined) return this.#known.delete(path);
    if (this.#known.get(path)?.version === version) return false;
    const text = await this.#stored.text(path);
    const tests = this.#wanted.mayStandIn(text) ? declaredTests(path, text, (name) => this.#wanted.isWanted(name)) : [];
    const before = this.#known.get(path)?.tests ?? [];
    this.#known.set(path, { version, tests });
    return tests.length > 0 || before.length > 0;
  }
}
