import type { TestResult } from '../../../model/evidence.ts';
import { failureOf } from '../failure.ts';

/** Characters of what follows one test that are kept. */
const MOST = 20_000;
/** Comments that speak of what comes next, or of the whole run: node-tap and Perl name a subtest, LuaUnit a class, many count at their end. */
const OF_OTHERS =
  /^(?:Subtest:|Starting class:|Started on |Ran \d|Looks like you|(?:not )?ok\b|(?:tests|suites|pass|passed|fail|failed|cancelled|skip|skipped|todo|duration_ms|time=)[ :=]?\d|\d+\.\.\d+$)/u;
/** Words that tools put before a message. */
const LEAD = /^(?:Failure|Error) message: /u;

/**
 * What TAP without YAML says of a failure in lines behind its test point: comments (`#   Failed test 'adds'` and `# (in test file test/a.bats, line 8)`), or, of Mocha, lines that are indented more
 * than the point.
 */
export class TapComments {
  readonly #takesComments: boolean;
  #lines: string[] = [];
  #size = 0;
  #indent: number | undefined;
  #isComment = false;

  /** @param takesComments false for a tool whose comments are titles. */
  constructor(takesComments: boolean) {
    this.#takesComments = takesComments;
  }

  /** A test point begins, at this indentation. */
  begin(indent: number): void {
    this.#lines = [];
    this.#size = 0;
    this.#indent = indent;
  }

  /** Takes a line that is not a test point; the first that does not go on ends it. */
  read(content: string, indent: number): void {
    if (this.#indent === undefined) return;
    const isComment = content.startsWith('#');
    const said = isComment ? content.replace(/^#+\s?/u, '') : content;
    const goesOn = isComment ? this.#takesComments && indent === this.#indent && !OF_OTHERS.test(said.trimStart()) : indent > this.#indent;
    if (!goesOn || content === '' || this.#size > MOST) this.#indent = undefined;
    else {
      this.#isComment = isComment;
      this.#size += content.length;
      this.#lines.push(isComment ? said : `${' '.repeat(indent)}${content}`);
    }
  }

  /** As a part of a result. */
  said(): Pick<TestResult, 'failure'> {
    const least = Math.min(...this.#lines.map((line) => line.length - line.trimStart().length));
    const text = this.#lines.map((line) => line.slice(least).replace(LEAD, '')).join('\n');
    // A trace follows the message of Mocha only.
    return this.#isComment ? failureOf({ message: text }) : failureOf({ text });
  }
}
