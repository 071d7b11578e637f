import type { CoveredFile, TestResult } from '../../model/evidence.ts';
import type { Message } from '../../model/message.ts';

/** Why a part of a text could not be read: `reason` is a part of a sentence, `it is not valid JSON`; `line` begins at 0. */
export interface Loss {
  readonly reason: Message;
  readonly line: number;
}

/** What a reader of one format made of a text. */
export type ReadEvidence =
  | {
      readonly kind: 'read';
      readonly results: readonly TestResult[];
      readonly coverage: readonly CoveredFile[];
      /** When the run began, as written. */
      readonly timestamp?: string | undefined;
      /** What could not be read; all else counts. */
      readonly lost?: readonly Loss[];
    }
  /** Nothing of it could be read. */
  | ({ readonly kind: 'malformed' } & Loss)
  /** It is whole, and says nothing that counts here. */
  | { readonly kind: 'unread'; readonly reason: Message };

/** What the reader of a format with test results only gives. */
export function readResults(results: readonly TestResult[], timestamp?: string, lost: readonly Loss[] = []): ReadEvidence {
  return { kind: 'read', results, coverage: [], timestamp, lost };
}

/** What the reader of a format with line coverage only gives. */
export function readCoverage(coverage: readonly CoveredFile[], timestamp?: string, lost: readonly Loss[] = []): ReadEvidence {
  return { kind: 'read', results: [], coverage, timestamp, lost };
}

/** Lines of one file by what became of them; a line that ran once ran, whatever other entries say. */
export class LineHits {
  readonly #hits = new Map<number, boolean>();

  /** @param line counted from 1, as the formats do. */
  add(line: number, ran: boolean): void {
    if (Number.isSafeInteger(line) && line > 0) this.#hits.set(line - 1, ran || this.#hits.get(line - 1) === true);
  }

  covered(file: string): CoveredFile {
    const lines = [...this.#hits].sort(([a], [b]) => a - b);
    const pick = (ran: boolean) => lines.filter(([, hit]) => hit === ran).map(([line]) => line);
    return { file, hit: pick(true), missed: pick(false) };
  }
}
