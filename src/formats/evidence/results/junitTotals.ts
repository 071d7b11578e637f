import { say } from '../../../model/message.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { untold } from '../reading.ts';
import type { Loss } from '../reading.ts';

interface Total {
  readonly announced: number;
  readonly line: number;
  seen: number;
}

/**
 * Holds what `failures` and `errors` of a report and its suites announce against what is told of tests: `<testsuite failures="1">` without a case that failed has lost one. So
 * RSpec, WebdriverIO, web-test-runner and Karma write what fails outside of tests.
 */
export class JUnitTotals {
  readonly lost: Loss[] = [];
  #open: Total[] = [];
  /** node-tap counts a test and the assertions in it, and the suites around it count both again. */
  #repeats = false;

  /** Begins another document. */
  begin(): void {
    this.#open = [];
    this.#repeats = false;
  }

  /** A `testsuites` or `testsuite` begins on that line. */
  open(attributes: XmlElement['attributes'], line: number): void {
    const [failures = 0, errors = 0] = ['failures', 'errors'].map((name) => Number.parseInt(attributes[name] ?? '', 10) || 0);
    if (attributes['name'] === 'TAP Tests') this.#repeats = true;
    // mocha before version 8 has the same number in both.
    this.#open.push({ announced: failures === errors ? failures : failures + errors, line, seen: 0 });
  }

  /** So many failures were told. */
  failed(count: number): void {
    const inner = this.#open.at(-1);
    if (inner) inner.seen += count;
  }

  /** Of something that failed nobody is told what it is. */
  unnamed(line: number): void {
    this.lost.push({ reason: say('it has an error that is of no test'), line });
    this.failed(1);
  }

  close(): void {
    const total = this.#open.pop();
    if (!total) return;
    if (total.seen === 0 || !this.#repeats) this.lost.push(...untold(total.announced, total.seen, total.line));
    this.failed(Math.max(total.seen, total.announced));
  }
}
