import type { CoveredFile, TestResult } from '../../model/evidence.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';

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

/**
 * A loss where a report counts more failures than it tells of: `stats.failures` is 1, and no test failed.
 *
 * @param announced what it counts.
 * @param told how many it tells of.
 */
export function untold(announced: number, told: number, line = 0): readonly Loss[] {
  return announced > told ? [{ reason: say('it announces {0} failures more than it tells of', announced - told), line }] : [];
}

/** The same for formats of which it is not known how their totals count rows of data: only where nothing failed at all. */
export function untoldWholly(results: readonly TestResult[], ...totals: readonly (string | undefined)[]): readonly Loss[] {
  const announced = totals.reduce((sum, total) => sum + (Number.parseInt(total ?? '', 10) || 0), 0);
  return failuresOf(results) > 0 ? [] : untold(announced, 0);
}

/** How many of these failed, whole files and groups too. */
export function failuresOf(results: readonly TestResult[]): number {
  return results.filter(({ outcome }) => outcome === 'failed').length;
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
