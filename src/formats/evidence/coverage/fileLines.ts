import { LineHits, readCoverage } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

/**
 * Collects the lines of files that a report has one after the other: `begin('a.ts')`, `add(1, true)`, `end()`, at last `read(lost)`. A file may come
 * several times, and one that nothing ends was cut off, so that nobody knows which of its lines ran.
 */
export class FileLines {
  readonly #files = new Map<string, LineHits>();
  #open: string | undefined;

  /** @param file as the tool writes it; lines of one without a name are left out. */
  begin(file: string): void {
    this.#open = file;
    if (file !== '' && !this.#files.has(file)) this.#files.set(file, new LineHits());
  }

  /** Takes a line of the file that is open, counted from 1; outside of any it says nothing. */
  add(line: number, ran: boolean): void {
    if (this.#open !== undefined) this.#files.get(this.#open)?.add(line, ran);
  }

  end(): void {
    this.#open = undefined;
  }

  /**
   * What was read of the report.
   *
   * @param located where a file is, as far as the rest of the report tells.
   */
  read(lost: readonly Loss[], timestamp?: string, located = (file: string): string => file): ReadEvidence {
    if (this.#open !== undefined) this.#files.delete(this.#open);
    if (lost[0] && this.#files.size === 0) return { kind: 'malformed', ...lost[0] };
    return readCoverage(
      Array.from(this.#files, ([file, lines]) => lines.covered(located(file))),
      timestamp,
      lost,
    );
  }
}
