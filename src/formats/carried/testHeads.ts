import type { Declaration } from '../../model/facts.ts';
import type { LineMap } from '../../text/lineMap.ts';
import { openByLine } from '../../text/openByLine.ts';
import { bareText } from '../carriers/code/bareText.ts';
import type { TestHeads } from '../carriers/code/describedTest.ts';
import type { Token } from '../carriers/code/scan.ts';
import { bodyOff, callOff } from '../carriers/code/switchedOff.ts';
import type { CallForm } from '../languages/language.ts';
import { Siblings } from './siblings.ts';
import { GROUP_CALL, testCalls } from './testCalls.ts';
import type { TestCall } from './testCalls.ts';
import { testName } from './testName.ts';

/** As much of a call as options are sought in, on either side of its function, in UTF-16 code units. */
const OPTIONS = 300;
/** Groups in groups. */
const DEEPEST = 32;

interface Head {
  readonly call: TestCall;
  readonly line: number;
  readonly end: number;
}

interface Found {
  readonly heads: readonly Head[];
  /** The one around the beginning of each line, once somebody has asked. */
  around?: readonly (Head | undefined)[];
  /** All that begin on a line. */
  readonly starting: ReadonlyMap<number, readonly Head[]>;
  /** The first of a line, where the line is about it. */
  readonly byLine: ReadonlyMap<number, Head>;
  readonly of: ReadonlyMap<TestCall, Head>;
}

/** Tests of a text that are calls, by the lines that they begin on: `await t.test('adds', f)`; found when first asked for. */
export class CalledTests implements TestHeads {
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #tokens: readonly Token[];
  readonly #form: CallForm;
  #found: Found | undefined;
  #siblings: Siblings | undefined;
  #tails: Map<number, Token> | undefined;

  constructor(text: string, lines: LineMap, tokens: readonly Token[], form: CallForm) {
    this.#text = text;
    this.#lines = lines;
    this.#tokens = tokens;
    this.#form = form;
  }

  on(line: number): Declaration | undefined {
    const head = this.#find().byLine.get(line);
    return head && this.#declaration(head);
  }

  around(line: number): Declaration | undefined {
    const found = this.#find();
    const own = found.byLine.get(line);
    if (!own) found.around ??= openByLine(found.heads, this.#lines);
    const head = own ? own.call.parent && found.of.get(own.call.parent) : found.around?.[line];
    return head && this.#declaration(head);
  }

  known({ name, range }: Declaration): Declaration | undefined {
    for (const head of this.#find().starting.get(range.start.line) ?? []) {
      const declaration = this.#declaration(head);
      if (declaration.name === name) return declaration;
    }
    return undefined;
  }

  besides({ name }: Declaration): readonly string[] {
    this.#siblings ??= new Siblings(
      this.#find()
        .heads.filter(({ call }) => !GROUP_CALL.pattern.test(call.callee))
        .map(({ call }) => this.#name(call)),
    );
    return this.#siblings.of(name);
  }

  #find(): Found {
    if (this.#found) return this.#found;
    const { calls, ends } = testCalls(this.#text, this.#tokens, this.#form);
    const heads = calls.map((call) => ({ call, line: this.#lines.lineAt(call.from), end: ends.get(call) ?? call.at }));
    const byLine = new Map<number, Head>();
    for (const head of heads) if (!byLine.has(head.line) && this.#leads(head.call)) byLine.set(head.line, head);
    const starting = new Map<number, Head[]>();
    for (const head of heads) if (starting.get(head.line)?.push(head) === undefined) starting.set(head.line, [head]);
    this.#found = { heads, starting, byLine, of: new Map(heads.map((head) => [head.call, head])) };
    return this.#found;
  }

  /** True where the line is about the test and declares no function or class before it. */
  #leads({ from }: TestCall): boolean {
    return !DECLARES.test(this.#text.slice(this.#lines.startOf(this.#lines.lineAt(from)), from));
  }

  #declaration({ call, line, end }: Head): Declaration {
    const { end: nameEnd } = this.#title(call);
    const text = this.#lines.lineText(line);
    const last = Math.max(line, this.#lines.lineAt(nameEnd));
    const name = this.#name(call);
    const isGroup = GROUP_CALL.pattern.test(call.callee);
    const off = this.#offAround(call) ?? this.#off(call, end, isGroup);
    return {
      name,
      kind: 'test',
      range: {
        start: { line, character: text.length - text.trimStart().length },
        end: { line: last, character: this.#lines.lineText(last).trimEnd().length },
      },
      ...(isGroup && { group: true }),
      ...(off && { off }),
    };
  }

  #name(call: TestCall): string {
    const { start, end } = this.#title(call);
    return testName(this.#text, start, end);
  }

  #title({ token: index, name, from }: TestCall): { readonly start: number; readonly end: number } {
    if (index === undefined) return name ?? { start: from, end: from };
    const first = this.#tokens[index];
    if (!first) return { start: from, end: from };
    const last = first.piece === 'head' ? this.#tail(index) : undefined;
    return { start: first.innerStart, end: (last ?? first).innerEnd };
  }

  /** The last piece of the text with values in it whose first piece is this token. Found for all at once: many may have no end. */
  #tail(head: number): Token | undefined {
    if (!this.#tails) {
      this.#tails = new Map();
      const open: number[] = [];
      for (const [at, token] of this.#tokens.entries()) {
        if (token.piece === 'head') open.push(at);
        const first = token.piece === 'tail' ? open.pop() : undefined;
        if (first !== undefined) this.#tails.set(first, token);
      }
    }
    return this.#tails.get(head);
  }

  /** What is switched off is so with all that is in it. */
  #offAround({ parent }: TestCall): Declaration['off'] {
    for (let group = parent, levels = 0; group && levels < DEEPEST; group = group.parent, levels++) {
      const off = this.#off(group, this.#find().of.get(group)?.end ?? group.at, true);
      if (off) return off;
    }
    return undefined;
  }

  #off(call: TestCall, end: number, isGroup: boolean): Declaration['off'] {
    const title = this.#title(call);
    const bare = (from: number, to: number): string => bareText(this.#text, this.#tokens, from, Math.max(from, to));
    const behind = bare(title.end, Math.min(end + 1, title.end + OPTIONS)).replace(/(?:=>|\bfunction\b|\bfunc\b|\bfn\b)[\s\S]*$/u, '');
    const trailing = /\}\s*(,\s*(?:\{[^{}]*\}|[^{}]*)\s*)$/u.exec(bare(Math.max(title.end, end - OPTIONS), end))?.[1] ?? '';
    // Tags of Catch2, `"[.slow]"`.
    const tags = /^"\s*,\s*("[^"\n]*")/u.exec(this.#text.slice(title.end, title.end + OPTIONS))?.[1] ?? '';
    // `->skip()` of Pest.
    const chain = /^\)(?:\s*->\s*\w+\([^()]*\))+/u.exec(bare(end, Math.min(this.#text.length, end + OPTIONS)))?.[0] ?? '';
    const off = callOff(call.callee, [bare(call.at, title.start), behind, trailing, tags, chain].join('\n'));
    if (off || isGroup) return off;
    if (this.#form.needsBody === true && chain === '' && /^["'`]?\s*,?\s*\)$/u.test(bare(title.end, end + 1))) return 'todo';
    return bodyOff(bare(call.at, end + 1));
  }
}

/** What declares something before a test on its line: `function shared() { it('works', f); }`. */
const DECLARES = /\b(?:function\s+\w+|class\s+\w+)/u;
