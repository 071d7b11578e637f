import { CONSTANTS } from '../../../src/suggest/constants.ts';
import type { Constants } from '../../../src/suggest/constants.ts';
import { evaluate, meanOf, prepare } from './evaluate.ts';
import type { Figures, Prepared } from './evaluate.ts';
import { loadSets } from './sets.ts';

/** What suggestions are held against: BM25 of whole files, which anybody has. */
const BM25: Constants = {
  ...CONSTANTS,
  bm25: 0,
  plainBm25: 1,
  cosine: 0,
  names: 0,
  functions: 0,
  comments: 0,
  unitCosine: 0,
  unitBm25: 0,
  ownScale: 0,
  feedback: 0,
  neighbour: 0,
};

/** What each constant was tried at beside its value, for a set that had no say in it. */
const TRIED: Readonly<Partial<Record<keyof Constants, readonly number[]>>> = {
  bm25: [0.5, 1],
  plainBm25: [0.5, 1],
  cosine: [1, 1.5],
  names: [0.5, 1],
  functions: [0.5, 1],
  comments: [0.5, 1],
  unitCosine: [0.5, 1, 1.5],
  unitBm25: [0, 0.5],
  ownScale: [0, 0.5, 1],
  feedback: [0, 0.25, 0.4],
  neighbour: [0, 0.2, 0.3],
  cut: [0.6, 0.7, 0.8],
  ownCut: [0.4, 0.5, 0.6],
};

const COLUMNS = ['map', 'recall5', 'recall10', 'hit5', 'f1'] as const satisfies readonly (keyof Figures)[];

/**
 * Evaluates suggestions on the public sets below a folder, as a table in Markdown: with the constants in use, with BM25 alone, and with constants that
 * each set's others chose.
 */
export function suggestTable(folder: string): string {
  const { sets, missing } = loadSets(folder);
  const prepared = sets.map(prepare);
  const used = prepared.map((each) => evaluate(each, CONSTANTS));
  const bm25 = prepared.map((each) => evaluate(each, BM25));
  const left = leaveOneOut(prepared);
  const names = sets.map(({ name }) => name);
  return [
    table('Constants in use', names, used),
    table('BM25 alone', names, bm25),
    table('Constants chosen on the other sets', names, left),
    ...(missing.length > 0 ? [`Not there: ${missing.join(', ')}\n`] : []),
  ].join('\n');
}

function table(title: string, names: readonly string[], figures: readonly Figures[]): string {
  const rows = [...names.map((name, at) => ({ name, of: figures[at] })), { name: '**mean**', of: meanOf(figures) }];
  const lines = rows.map(({ name, of }) => `| ${name} | ${COLUMNS.map((column) => of?.[column].toFixed(3)).join(' | ')} |`);
  return `${title}\n\n| set | MAP | R@5 | R@10 | hit@5 | F1 |\n| --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}

/** From where each choice sets out: every score alike, and nothing else. */
const START: Constants = {
  ...CONSTANTS,
  bm25: 1,
  plainBm25: 1,
  cosine: 1,
  names: 1,
  functions: 1,
  comments: 1,
  unitCosine: 1,
  unitBm25: 1,
  ownScale: 0,
  feedback: 0,
  neighbour: 0,
  cut: 0.5,
  ownCut: 0.5,
};

/** The figures of each set with constants that the others alone chose: one constant after another takes the value that is best for their mean. */
function leaveOneOut(prepared: readonly Prepared[]): readonly Figures[] {
  const known = new Map<string, readonly Figures[]>();
  const figures = (constants: Constants): readonly Figures[] => {
    const key = JSON.stringify(constants);
    const all = known.get(key) ?? prepared.map((each) => evaluate(each, constants));
    known.set(key, all);
    return all;
  };
  return prepared.flatMap((_, out) => {
    let chosen = START;
    let most = worth(figures(chosen), out);
    for (const [name, values] of Object.entries(TRIED)) {
      const from = chosen;
      for (const value of values) {
        const tried = { ...from, [name]: value };
        const its = worth(figures(tried), out);
        if (its <= most) continue;
        most = its;
        chosen = tried;
      }
    }
    return figures(chosen)[out] ?? [];
  });
}

/** How good figures are, those of one set left out. */
function worth(all: readonly Figures[], out: number): number {
  const { map, hit5, f1 } = meanOf(all.filter((_, at) => at !== out));
  return map + hit5 + f1;
}
