import type { TestResult } from '../../../model/evidence.ts';
import { durationOf, failureOf } from '../failure.ts';

/** A key of the block at its outermost depth: `error: |-`, `duration_ms: 1.52`, `message: "boom"`. */
const KEY = /^(?<name>[\w-]+):(?:\s+(?<value>.*))?$/u;
/** How YAML announces a text of several lines. */
const BLOCK = /^[|>][-+]?\d*$/u;
const MESSAGE: ReadonlySet<string> = new Set(['error', 'message']);
/** Keys that tell of a failure: node --test and others `error` and `stack`, Vitest `at`, tape `operator`, `expected`, `actual`. */
const STACK: ReadonlySet<string> = new Set(['stack']);
const AT: ReadonlySet<string> = new Set(['at']);
/** node-tap has nothing else. */
const DIFF: ReadonlySet<string> = new Set(['diff']);
/** Vitest has the message of an error in a block of its own. */
const INNER = /^\s*message:\s+(?<value>.*)$/mu;
/** Characters of one block that are kept. */
const MOST = 20_000;

/** What the YAML behind a test point of TAP says, as far as it tells of a failure: `message`, `error`, `stack`, `at` and `duration_ms`. */
export class TapDiagnostic {
  #indent = 0;
  #key = '';
  #size = 0;
  #end: string | undefined;
  readonly #texts = new Map<string, string[]>();

  /** True within a block. */
  get isOpen(): boolean {
    return this.#end !== undefined;
  }

  /** Takes a line; true for one of a block, its first and its last among them. */
  read(line: string, indent: number): boolean {
    if (this.#end === undefined) {
      if (line.slice(indent) !== '---') return false;
      this.#end = `${line.slice(0, indent)}...`;
      this.#texts.clear();
      this.#size = 0;
    } else if (line === this.#end) this.#end = undefined;
    else this.#inside(line, indent);
    return true;
  }

  #inside(line: string, indent: number): void {
    this.#size += line.length;
    if (this.#size > MOST) return;
    if (this.#texts.size === 0) this.#indent = indent;
    const content = line.trimStart();
    const key = indent === this.#indent ? KEY.exec(content)?.groups : undefined;
    if (key) {
      this.#key = key['name'] ?? '';
      const value = key['value'] ?? '';
      this.#texts.set(this.#key, BLOCK.test(value) ? [] : [unquoted(value)]);
    } else this.#texts.get(this.#key)?.push(line.slice(Math.min(indent, this.#indent + 2)));
  }

  /** As a part of a result. */
  said(failed: boolean): Pick<TestResult, 'failure' | 'duration'> {
    const milliseconds = this.#textOf(new Set(['duration_ms']));
    const time = milliseconds === '' ? {} : durationOf(Number(milliseconds));
    if (!failed) return time;
    const written = this.#textOf(MESSAGE) || this.#textOf(DIFF);
    const inner = written.startsWith('name: ') ? INNER.exec(written)?.groups?.['value'] : undefined;
    return {
      ...failureOf({ message: inner === undefined ? written : unquoted(inner), text: this.#textOf(STACK), trace: this.#textOf(AT) }),
      ...time,
    };
  }

  #textOf(keys: ReadonlySet<string>): string {
    return [...this.#texts].flatMap(([key, lines]) => (keys.has(key) ? [lines.join('\n').trim()] : [])).join('\n');
  }
}

function unquoted(value: string): string {
  const { single, double } = /^(?:'(?<single>.*)'|"(?<double>.*)")$/su.exec(value)?.groups ?? {};
  if (single !== undefined) return single.replaceAll("''", "'");
  return double === undefined ? value : double.replaceAll(/\\(["\\])/gu, '$1').replaceAll(String.raw`\n`, '\n');
}
