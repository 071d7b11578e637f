import type { Outcome } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { NODE_LEFT_OUT } from './nodeLeftOut.ts';

/** What `status` or `result` of a test that passed says: GoogleTest, CTest, Behave, Unity, TestRail's importers and others; Jenkins says `FIXED`. */
const PASSED: ReadonlySet<string> = new Set(
  'run passed pass ok success successful succeeded complete completed executed finished good fixed flaky expected'.split(' '),
);
/** What it says of one that failed, with or without an element that says so. */
const FAILED: ReadonlySet<string> = new Set(
  'failed fail failure error errored broken timedout timeout crashed panicked regression unexpected'.split(' '),
);

/** Elements of a case, without what sets them apart from others of their kind: `failures`, `rerunError`. */
const FAILURE = /^(?:fail(?:ure|ed)?|error(?:ed)?)s?$/u;
/** What failed before it failed again, or passed in the end: the elements beside it say which (Surefire). */
const RERUN = /^(?:flaky|rerun)(?:failure|error)$/u;
/** What tells of a test, and not how it ended: output, properties, attachments, steps. */
const TOLD =
  /^(?:(?:system|std|standard)?[-_]?(?:out|err|error-?output)|output|logs?|messages?|info|trace|stack-?trace|propert(?:y|ies)|(?:test)?-?attachments?|files?|artifacts?|links?|images?|screenshots?|videos?|meta-?data|meta|labels?|tags?|categor(?:y|ies)|annotations?|comments?|notes?|description|summary|requirements?|parameters?|params?|arguments?|args|custom-?fields?|steps?|test-?steps?|benchmarks?|measurements?|metrics?|perf(?:ormance)?|assertions?|class|time|duration|start(?:ed)?|end(?:ed)?|host(?:name)?|owners?|authors?|passed|pass|success)$/u;

/** Skipped in name: Catch2 lets tests fail that are tagged so, and OUnit's todo is a failure of that type. */
const TODO = /!mayfail|!shouldfail|\btodo\b/iu;
/** Skipped in name: EUnit says so of a test that took too long, CTest of one whose program is missing. */
const BROKEN = /^timeout$|unable to find executable/iu;

/** Characters of what is said of a failure that are gathered. */
const LONGEST = 20_000;

/**
 * What a `testcase` of JUnit XML says of one test, gathered from its attributes and the elements in it. There is no standard for them, so that a status or an element that
 * is not known to go with a pass is not a pass: `status="Inconclusive"`, `<warning>` of PHPUnit, `executed="false"`.
 */
export class JUnitCase {
  readonly attributes: XmlElement['attributes'];
  /** True for an error and no failure. */
  error = false;
  message = '';
  /** What is in the elements that tell of a failure. */
  text = '';
  /** What it printed. */
  output = '';
  /** Skipped because it does not match what the run was to run. */
  leftOut = false;
  /** How many elements in it tell of a failure, of attempts before the last too. */
  failures = 0;
  #failed: boolean;
  #skipped: boolean;
  /** Still to be written, or allowed to fail. */
  #todo = false;
  /** How many elements are open in it. */
  #depth = 0;
  /** True within an element that tells of a failure. */
  #inFailure = false;
  #inOutput = false;

  constructor(attributes: XmlElement['attributes']) {
    this.attributes = attributes;
    const said = (name: string): string => (attributes[name] ?? '').trim().toLowerCase();
    const statuses = ['result', 'status', 'outcome'].map((name) => said(name).replaceAll(/[\s_-]/gu, '')).filter((status) => status !== '');
    this.#failed = statuses.some((status) => FAILED.has(status)) || isNo(said('success')) || isNo(said('passed'));
    this.#skipped =
      statuses.some((status) => !PASSED.has(status)) ||
      isNo(said('executed')) ||
      ['skipped', 'ignored', 'disabled'].some((name) => isYes(said(name)));
  }

  /** Takes what an element in it says. */
  open(element: XmlElement): void {
    const { type = '', message = '', name = '', value = '' } = element.attributes;
    const kind = element.name.replace(/^.*:/u, '').toLowerCase();
    this.#depth += 1;
    if (FAILURE.test(kind) || RERUN.test(kind)) this.failures += 1;
    this.#inFailure = this.#depth === 1 && FAILURE.test(kind);
    this.#inOutput = this.#depth === 1 && (kind === 'system-out' || kind === 'system-err');
    if (FAILURE.test(kind)) {
      this.#failed = true;
      this.error ||= kind.startsWith('error');
      this.message ||= message;
      this.#todo ||= /\btodo\b/iu.test(type);
    } else if (kind === 'skipped' || kind === 'disabled') {
      this.#skipped = true;
      this.#todo ||= TODO.test(type) || TODO.test(message);
      this.error ||= BROKEN.test(type) || BROKEN.test(message);
      this.leftOut ||= NODE_LEFT_OUT.test(message);
    } else if (kind === 'property') {
      // node-tap has properties instead.
      this.#skipped ||= (name === 'skip' || name === 'todo') && value !== 'false';
      this.#todo ||= name === 'todo' && value !== 'false';
    } else if (this.#depth === 1 && !RERUN.test(kind) && !TOLD.test(kind)) this.#skipped = true;
  }

  /** Takes text in it. */
  take(part: string): void {
    if (this.#inFailure && this.text.length < LONGEST) this.text += part;
    if (this.#inOutput && this.output.length < LONGEST) this.output += part;
  }

  close(): void {
    this.#depth -= 1;
    this.#inFailure = false;
    this.#inOutput = false;
  }

  get outcome(): Outcome {
    if (this.#todo && !this.error) return 'skipped';
    if (this.#failed || this.error) return 'failed';
    return this.#skipped ? 'skipped' : 'passed';
  }
}

function isNo(value: string): boolean {
  return value === 'false' || value === 'no';
}

function isYes(value: string): boolean {
  return value !== '' && !isNo(value) && value !== '0';
}
