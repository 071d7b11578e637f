import { say } from '../../../model/message.ts';
import type { Loss } from '../reading.ts';

/**
 * How many tests TAP output has announced and how many it has: a plan stands before its tests or behind them, and output of several runs may follow one
 * another. What is missing is lost: the run was stopped, or the output cut off.
 */
export class TapPlan {
  readonly #lost: Loss[] = [];
  /** By the plan before the tests; undefined where there was none. */
  #planned: number | undefined;
  #seen = 0;

  /** Takes a line that is not indented, counted from 0. */
  read(content: string, line: number): void {
    if (/^(?:not )?ok\b/u.test(content)) this.#seen += 1;
    else if (/^TAP version \d+$/u.test(content)) this.#close(line);
    else if (content.startsWith('Bail out!')) {
      this.#lost.push({ reason: say('the run was stopped before its end'), line });
      this.#planned = undefined;
    }
    const plan = /^1\.\.(?<count>\d{1,9})(?=\s|$)/u.exec(content)?.groups?.['count'];
    if (plan === undefined) return;
    const isBehind = this.#planned === undefined && this.#seen > 0;
    if (!isBehind) this.#close(line);
    this.#planned = Number(plan);
    if (isBehind) this.#close(line);
  }

  /** All that was lost. */
  end(line: number): readonly Loss[] {
    this.#close(Math.max(0, line));
    return this.#lost;
  }

  #close(line: number): void {
    const missing = (this.#planned ?? 0) - this.#seen;
    if (missing > 0) this.#lost.push({ reason: say('it has {0} tests fewer than it announces', missing), line });
    this.#planned = undefined;
    this.#seen = 0;
  }
}
