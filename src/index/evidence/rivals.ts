import type { Evidence, EvidenceFile } from '../../model/evidence.ts';
import type { FilePath } from '../../model/position.ts';
import { annotationOn } from '../../formats/carried/declaredTests.ts';
import { MultiMap } from '../multiMap.ts';
import type { Found } from './newestResults.ts';
import type { Places } from './places/places.ts';
import type { Entry } from './resultTable.ts';
import type { Sought } from './names/sought.ts';
import { soughtOf } from './names/sought.ts';
import type { Candidate } from './tie.ts';
import { tied } from './tie.ts';
import { lastWord } from './names/testWords.ts';

/** Tests of one name that are looked at one by one. */
const MOST_OF_A_NAME = 1000;

/** A test that a result may be of. */
interface Rival {
  readonly path: FilePath;
  readonly fit: Candidate['fit'];
}

/**
 * Tests of the project by their names. A result that does not name a file may be of any test that it fits, so that it proves one only where no other test is meant as well,
 * or where there are as many results as tests and all of them passed. jest-junit leaves out files that do not load: one `works` may then be of either file.
 */
export class Rivals {
  readonly #byLast = new MultiMap<string, Sought>();
  /** Those of which the last word is not known. */
  readonly #templates: Sought[] = [];
  readonly #known = new WeakMap<Places, WeakMap<Entry, readonly Rival[]>>();

  constructor(tests: Evidence['tests'] = new Map()) {
    for (const [path, declarations] of tests)
      for (const declaration of declarations) {
        const sought = soughtOf(path, annotationOn(declaration));
        for (const name of sought.names) {
          if (name.kind === 'fixed') this.#byLast.add(lastWord(name.words), sought);
          else if (this.#templates.length < MOST_OF_A_NAME) this.#templates.push(sought);
        }
      }
  }

  /**
   * Without what may as well be of another test. A failure counts for each test that it may be of.
   *
   * @param found results of one link.
   * @param fits whether a test that a result may be of fits it as well as that of the link.
   */
  without<One extends Found<Entry>>(
    found: readonly One[],
    path: FilePath,
    places: Places,
    fits: (one: One, fit: Candidate['fit']) => boolean,
  ): readonly One[] {
    const groups = new Map<EvidenceFile, MultiMap<string, One>>();
    for (const one of found) {
      const ofRun = groups.get(one.entry.run) ?? new MultiMap<string, One>();
      groups.set(one.entry.run, ofRun);
      ofRun.add(one.key, one);
    }
    return found.filter((one) => {
      const { result, run } = one.entry;
      if (result.file !== undefined || result.outcome === 'failed') return true;
      const others = this.#fitting(one.entry, places).filter((rival) => rival.path !== path && fits(one, rival.fit)).length;
      if (others === 0) return true;
      const alike = [...(groups.get(run)?.get(one.key) ?? [])];
      return alike.length > others && alike.every(({ entry }) => entry.result.outcome === 'passed');
    });
  }

  /** Tests of the project that a result without a file may be of. */
  #fitting(entry: Entry, places: Places): readonly Rival[] {
    let known = this.#known.get(places);
    if (!known) this.#known.set(places, (known = new WeakMap()));
    let rivals = known.get(entry);
    if (!rivals) known.set(entry, (rivals = this.#fittingNow(entry, places)));
    return rivals;
  }

  #fittingNow(entry: Entry, places: Places): readonly Rival[] {
    const last = new Set(entry.variants.map(({ words }) => lastWord(words)));
    const tests = [...[...last].flatMap((word) => [...this.#byLast.get(word)]).slice(0, MOST_OF_A_NAME), ...this.#templates];
    return [...new Set(tests)].flatMap((sought) => {
      for (const name of sought.names) {
        const candidate = tied(sought, name, entry, places);
        if (candidate) return [{ path: sought.path, fit: candidate.fit }];
      }
      return [];
    });
  }
}
