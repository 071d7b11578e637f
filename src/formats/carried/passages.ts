import type { Declaration } from '../../model/facts.ts';
import type { Range } from '../../model/position.ts';
import type { Token } from '../carriers/code/scan.ts';
import { inCodeSpan } from '../carriers/code/commentLines.ts';
import type { CommentLine } from '../carriers/code/commentLines.ts';
import { lastWhere } from '../../text/search.ts';
import type { CarriedCode } from './carriedCode.ts';

/** Words of a code file that belong together, however many lines they are on: a comment without its marks, or the title of a test. */
export interface Passage {
  readonly kind: 'comment' | 'title';
  /** Its lines, ended by `\n`. */
  readonly text: string;
  /** The line that it begins on. */
  readonly line: number;
  /** What it is on or names. */
  readonly declaration: Declaration | undefined;
  /** Offset in the file of an offset in the text. */
  offsetOf(at: number): number;
  /** Range in the file of a part of its text, which is on one line. */
  rangeOf(start: number, end: number): Range;
  /** True for a place between backticks, which is only an example. */
  isExample(at: number): boolean;
}

/** Code right before a string that is the title of a test in a call that makes such calls: `test.prop([fc.string()])(`. */
const CURRIED = /\b(?:it|test|describe)\b[^;{}]{0,400}\)\s*\(\s*$/u;
const BEFORE = 500;

/**
 * The comments of a file, in order. Line comments on lines that follow each other in one column are one passage; what is in a fence is left out.
 */
export function commentPassages(code: CarriedCode): readonly Passage[] {
  const passages: Passage[] = [];
  let open: CommentLine[] = [];
  const close = (): void => {
    const [first] = open;
    if (first) passages.push(commentPassage(code, first, open));
    open = [];
  };
  for (const line of code.comments) {
    const last = open.at(-1);
    if (line.fenced || (last && !goesOn(code, last, line))) close();
    if (!line.fenced) open.push(line);
  }
  close();
  return passages;
}

function goesOn({ lines }: CarriedCode, last: CommentLine, next: CommentLine): boolean {
  if (last.comment === next.comment) return last.line + 1 === next.line;
  if (last.comment.block || next.comment.block || last.line + 1 !== next.line) return false;
  const column = ({ line, comment }: CommentLine): number => comment.start - lines.startOf(line);
  return column(last) === column(next);
}

function commentPassage(code: CarriedCode, first: CommentLine, lines: readonly CommentLine[]): Passage {
  const texts = lines.map(({ start, end }) => code.text.slice(start, Math.max(start, end)));
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  const indexOf = (at: number): number =>
    Math.max(
      0,
      lastWhere(starts.length, (index) => (starts[index] ?? 0) <= at),
    );
  const offsetOf = (at: number): number => (lines[indexOf(at)]?.start ?? 0) + at - (starts[indexOf(at)] ?? 0);
  let declaration: Declaration | undefined | false = false;
  return {
    kind: 'comment',
    text: texts.join('\n'),
    line: first.line,
    get declaration() {
      if (declaration === false) declaration = code.declarations?.of((lines.at(-1) ?? first).comment);
      return declaration;
    },
    offsetOf,
    rangeOf: (start, end) => code.lines.rangeOf(offsetOf(start), offsetOf(start) + end - start),
    isExample(at) {
      const line = lines[indexOf(at)];
      return line !== undefined && inCodeSpan(code.text, line, offsetOf(at));
    },
  };
}

/** The titles of the tests of a file, and of groups of them, in order: strings that a call of a test or a tag takes. */
export function titlePassages(code: CarriedCode): readonly Passage[] {
  return code.tokens.flatMap((token) => {
    if (token.kind !== 'string' || code.ignores.has(code.lines.lineAt(token.start))) return [];
    const declaration = titled(code, token);
    if (declaration === undefined) return [];
    const { innerStart, innerEnd } = token;
    return [
      {
        kind: 'title',
        text: code.text.slice(innerStart, innerEnd).replaceAll('\n', ' '),
        line: code.lines.lineAt(token.start),
        declaration,
        offsetOf: (at: number) => innerStart + at,
        rangeOf: (start: number, end: number) => code.lines.rangeOf(innerStart + start, innerStart + end),
        isExample: () => false,
      } satisfies Passage,
    ];
  });
}

/** The test that a string titles or tags. */
function titled({ text, lines, language, declarations }: CarriedCode, { start, innerStart, innerEnd }: Token): Declaration | undefined {
  const line = lines.lineAt(start);
  const forms = language?.tests?.titles ?? {};
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (forms.tag?.pattern.test(before)) return declarations?.attributed(line);
  const call = forms.calls?.call.pattern;
  const callee = /\(\s*(?:[\p{L}$@]{0,2})$/u.exec(before);
  const isCalled = callee !== null && call !== undefined && isCallOfTest(call, before.slice(0, callee.index), before);
  if (!isCalled && forms.title?.pattern.test(before) !== true) return undefined;
  const name = text.slice(innerStart, innerEnd);
  return { name, kind: 'test', range: lines.rangeOf(start, Math.min(innerEnd + 1, lines.endOf(line))) };
}

function isCallOfTest(call: RegExp, callee: string, before: string): boolean {
  return call.test(callee) || (/\)\s*$/u.test(callee) && CURRIED.test(before));
}
