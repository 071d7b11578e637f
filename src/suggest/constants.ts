/** What the scores of suggestions are made of. Each number was chosen on public sets; docs/suggestions.md says how. */
export interface Constants {
  /** How fast further occurrences of a term stop to count, and how much a long file is held against it (BM25). */
  readonly saturation: number;
  readonly lengthPenalty: number;
  /** Weights of the scores: BM25 with and without what is rare among requirements, cosine of files, cosines of names, functions and comments, cosine and BM25 of the best function. */
  readonly bm25: number;
  readonly plainBm25: number;
  readonly cosine: number;
  readonly names: number;
  readonly functions: number;
  readonly comments: number;
  readonly unitCosine: number;
  readonly unitBm25: number;
  /** How far a score is told by the best of its own question, and not by what the best of a question usually is: from 0 to 1. */
  readonly ownScale: number;
  /** What the terms of the first three files say of the others. */
  readonly feedback: number;
  /** What the best neighbour in the graph of imports and names passes on. */
  readonly neighbour: number;
  /** What a file gets from links that similar requirements have into it. */
  readonly links: number;
  /** Of the median of the best scores, and of the best of its own, what a suggestion has to reach. */
  readonly cut: number;
  readonly ownCut: number;
}

/** Those in use. */
export const CONSTANTS: Constants = {
  saturation: 2,
  lengthPenalty: 0.75,
  bm25: 1,
  plainBm25: 1,
  cosine: 1,
  names: 0.5,
  functions: 0.5,
  comments: 0.5,
  unitCosine: 1,
  unitBm25: 0.5,
  ownScale: 0.5,
  feedback: 0.25,
  neighbour: 0.2,
  links: 0.5,
  cut: 0.7,
  ownCut: 0.5,
};
