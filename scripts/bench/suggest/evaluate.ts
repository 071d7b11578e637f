import { CarriedCode } from '../../../src/formats/carried/carriedCode.ts';
import type { Constants } from '../../../src/suggest/constants.ts';
import { profileOf } from '../../../src/suggest/profile.ts';
import type { Profile } from '../../../src/suggest/profile.ts';
import { rankInSteps } from '../../../src/suggest/rank.ts';
import type { Ranking } from '../../../src/suggest/rank.ts';
import type { Query } from '../../../src/suggest/scorers.ts';
import { Vocabulary } from '../../../src/suggest/vocabulary.ts';
import { isShown } from '../../../src/suggest/bands.ts';
import type { TraceSet } from './sets.ts';

/** How well answers fit those of people, each the mean over requirements that have any; `f1` over all links at the one cut. */
export interface Figures {
  readonly map: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly hit5: number;
  readonly f1: number;
}

/** A set read once, to be ranked under many constants. */
export interface Prepared {
  readonly set: TraceSet;
  readonly ids: readonly string[];
  readonly queries: readonly Query[];
  readonly words: Vocabulary;
  readonly profiles: readonly Profile[];
}

/** Reads the files of a set as a project's would be. */
export function prepare(set: TraceSet): Prepared {
  const role = set.name.endsWith('tests') ? 'test' : 'code';
  const ids = [...set.requirements.keys()];
  const words = new Vocabulary();
  return {
    set,
    ids,
    queries: ids.map((id) => Float64Array.from(words.termsIn([set.requirements.get(id) ?? '']))),
    words,
    profiles: [...set.files].map(([path, text]) => profileOf(new CarriedCode({ path, text, role }), words)),
  };
}

/** What a ranking of a set is worth, under the cut and the bands that people see. */
export function evaluate(prepared: Prepared, constants: Constants): Figures {
  const ranking = ranked(prepared, constants);
  return figuresOf(
    prepared,
    ranking.ranked.map(({ scores }) => scores),
    (scores, file) => isShown(scores[file] ?? 0, Math.max(...scores), ranking.usualTop, constants),
  );
}

function ranked({ profiles, queries, words }: Prepared, constants: Constants): Ranking {
  const steps = rankInSteps(profiles, queries, words, undefined, constants);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The figures of any scores, one list for each requirement. */
function figuresOf(
  { set, ids, profiles }: Prepared,
  all: readonly Float64Array[],
  isTaken: (scores: Float64Array, file: number) => boolean,
): Figures {
  let [map, recall5, recall10, hit5, questions, taken, right, links] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [index, id] of ids.entries()) {
    const scores = all[index] ?? new Float64Array();
    const wanted = new Set([...(set.answers.get(id) ?? [])].filter((file) => set.files.has(file)));
    const order = profiles.map((_, file) => file).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    const hits = order.map((file) => wanted.has(profiles[file]?.path ?? ''));
    // A cut is judged by all it takes, for requirements to which nobody linked anything as well.
    for (const [place, file] of order.entries()) {
      if (!isTaken(scores, file)) continue;
      taken += 1;
      if (hits[place]) right += 1;
    }
    if (wanted.size === 0) continue;
    questions += 1;
    links += wanted.size;
    let found = 0;
    let precision = 0;
    for (const [place, hit] of hits.entries()) {
      if (!hit) continue;
      found += 1;
      precision += found / (place + 1);
    }
    const within = (count: number): number => hits.slice(0, count).filter(Boolean).length;
    map += precision / wanted.size;
    recall5 += within(5) / wanted.size;
    recall10 += within(10) / wanted.size;
    hit5 += within(5) > 0 ? 1 : 0;
  }
  const f1 = (2 * right) / (taken + links || 1);
  return { map: map / questions, recall5: recall5 / questions, recall10: recall10 / questions, hit5: hit5 / questions, f1 };
}

/** The mean of several sets, each as one. */
export function meanOf(all: readonly Figures[]): Figures {
  const mean = (of: keyof Figures): number => all.reduce((sum, figures) => sum + figures[of], 0) / all.length;
  return { map: mean('map'), recall5: mean('recall5'), recall10: mean('recall10'), hit5: mean('hit5'), f1: mean('f1') };
}
