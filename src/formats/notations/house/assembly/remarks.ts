import type { Problem } from '../../../../model/finding.ts';
import type { NearMiss } from '../document/nearMiss.ts';
import type { Notes } from '../document/notes.ts';

/** What is said about a document while it is put together: notes for `reqtrace explain`, near-misses and problems. */
export class Remarks {
  readonly notes: Notes;
  readonly #nearMisses: NearMiss[] = [];
  readonly #problems: Problem[] = [];

  constructor(notes: Notes) {
    this.notes = notes;
  }

  get nearMisses(): readonly NearMiss[] {
    return this.#nearMisses;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  nearMiss(nearMiss: NearMiss | undefined): void {
    if (!nearMiss) return;
    if (this.notes.wanted) this.notes.add(nearMiss.range.start.line, 'near-miss', nearMiss.message);
    this.#nearMisses.push(nearMiss);
  }

  problem(problem: Problem | undefined): void {
    if (!problem) return;
    this.notes.add(problem.range.start.line, 'problem', problem.message);
    this.#problems.push(problem);
  }
}
