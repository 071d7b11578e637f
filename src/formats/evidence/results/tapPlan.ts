import { say } from '../../../model/message.ts';
import type { Loss } from '../reading.ts';

/**
 * How many tests TAP output has announced and how many it has: a plan is before its tests or behind them, and output of several runs may follow one
 * another. What is missing is lost: the run was stopped, or the output cut off. So it is without a plan, which the protocol asks for (testanything.org, versions 12 to 14): node --test,
 * tape, mocha, AVA, QUnit and `done_testing` of Perl write it last.
 */
export class TapPlan {
  readonly #lost: Loss[] = [];
  /** By the plan before the tests; undefined where there was none. */
  #planned: number | undefined;
  #seen = 0;
  /** True once anything was said that a plan has to count. */
  #begun = false;
  /** True for output of prove, which says at its end how all of it went. */
  #isScript = false;
  #isOver = false;

  /** Takes a line that is not indented, counted from 0. */
  read(content: string, line: number): void {
    if (/^Result: \w+$/u.test(content)) this.#isOver = true;
    if (/^(?:not )?ok\b/u.test(content)) {
      this.#seen += 1;
      // What prove says of a whole script.
      if (content !== 'ok' || !this.#isScript) this.#begun = true;
    } else if (/^TAP version \d+$/u.test(content)) this.#begin(line);
    else if (content.startsWith('Bail out!')) {
      this.#stopped(line);
      this.#reset();
    }
    const plan = /^1\.\.(?<count>\d{1,9})(?=\s|$)/u.exec(content)?.groups?.['count'];
    if (plan === undefined) return;
    const isBehind = this.#planned === undefined && this.#seen > 0;
    if (this.#planned !== undefined) this.#close(line);
    this.#planned = Number(plan);
    if (isBehind) this.#close(line, true);
  }

  /** Output of another script begins, as prove runs them. */
  script(line: number): void {
    this.#isScript = true;
    this.#isOver = false;
    this.#begin(line);
  }

  /** A test within another, whose own point is still to come. */
  inside(): void {
    this.#begun = true;
  }

  /** A script ended badly, which is told of it. */
  died(): void {
    this.#reset();
  }

  /**
   * All that was lost.
   *
   * @param isCut true where the output ends within something: a line, a group in braces, what is said of a test.
   */
  end(line: number, isCut: boolean): readonly Loss[] {
    const at = Math.max(0, line);
    const before = this.#lost.length;
    this.#close(at);
    if ((isCut || (this.#isScript && !this.#isOver)) && this.#lost.length === before) this.#stopped(at);
    return this.#lost;
  }

  #begin(line: number): void {
    this.#close(line);
    this.#begun = true;
  }

  #close(line: number, isBehind = false): void {
    const missing = (this.#planned ?? 0) - this.#seen;
    if (isBehind && missing < 0) this.#lost.push({ reason: say('it has {0} tests more than it announces', -missing), line });
    else if (missing > 0) this.#lost.push({ reason: say('it has {0} tests fewer than it announces', missing), line });
    else if (this.#begun && this.#planned === undefined)
      this.#lost.push({ reason: say('it has no plan such as 1..5, as where a run was stopped'), line });
    this.#reset();
  }

  #stopped(line: number): void {
    this.#lost.push({ reason: say('the run was stopped before its end'), line });
  }

  #reset(): void {
    this.#planned = undefined;
    this.#seen = 0;
    this.#begun = false;
  }
}
