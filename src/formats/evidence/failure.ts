import type { Failure, Frame, TestResult } from '../../model/evidence.ts';
import { cutShort } from '../../text/cutShort.ts';
import { decodePercent } from '../../text/percent.ts';
import { mayHoldTests } from './sourceFile.ts';

/** Longest message that is kept, in UTF-16 code units: thousands of tests may fail at once. */
const LONGEST = 1000;
/** Longest part of a text in which places are looked for. */
const LONGEST_LOOKED_AT = 20_000;
/** Lines that are kept of a trace. */
const MOST_FRAMES = 6;

/** Colours and other sequences for terminals (ECMA-48), as runners put them into messages. */
const ESCAPES = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b[@-Z\\-_]/gu;
/** Characters that nothing shows, other than tabs and line ends, and those that turn the direction of reading. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** `test\stock_test.py:12`, `File "tests/test_a.py", line 12`, `Stock.cs:line 12`, `Stock.kt(12)`, `t/stock.t line 12`: it begins where no path goes on, so that nothing is read twice. */
const PLACE =
  /(?<![\w./\\@~+[\]$:-])(?:file:\/\/)?(?<file>(?:[A-Za-z]:(?=[\\/]))?[\w./\\@~+[\]$%-]{1,300}?\.\w{1,8})(?:"?, line |:line | line (?=\d)|:|\((?=\d))(?<line>\d{1,7})\b/gu;
/** How a line of a trace of JavaScript ends; what is before it may hold blanks. */
const ENDS = /:(?<line>\d{1,7}):\d{1,7}\)?$/u;
/** What is not the project's own. */
const FOREIGN =
  /(?:^|[/\\])(?:node_modules|site-packages|dist-packages|\.cargo|rustc|vendor|\.pnpm|gems|usr[/\\]lib|lib[/\\]python[\d.]*)(?:[/\\]|$)|^node:|^<|^\/build\//u;
/** A line of a trace within the JVM or one of its libraries for tests. */
const FOREIGN_LINE =
  /^\s*at (?:java|javax|jdk|sun|com\.sun|kotlin|scala|groovy|org\.(?:junit|opentest4j|testng|assertj|hamcrest|mockito|spockframework|gradle|apache))[./]/u;

/** What a format says of a failure. */
export interface ToldFailure {
  readonly message?: string | undefined;
  /** The message with the trace behind it, where they are in one. */
  readonly text?: string | undefined;
  /** What only tells places. */
  readonly trace?: string | undefined;
  /** The place, where the format has fields for it; lines begin at 1. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** The failure of a result, as a part of it to be spread: empty if nothing is known. */
export function failureOf({ message = '', text = '', trace = '', file, line }: ToldFailure): Pick<TestResult, 'failure'> {
  const [own, whole] = [plainText(message), plainText(text)];
  const told = own === '' || (whole !== '' && saysLess(own, whole)) ? withoutTrace(whole) || own : own;
  const at = file !== undefined && line !== undefined && line > 0 ? [{ file, line }] : [];
  const frames = [...at, ...framesIn(`${own}\n${whole}\n${trace}`)].slice(0, MOST_FRAMES);
  if (told === '' && frames.length === 0) return {};
  return { failure: { message: cutShort(told, LONGEST), frames } satisfies Failure };
}

/** A time as a part of a result, to be spread: milliseconds, of which fractions of a thousandth are noise. Empty for anything that is not a time. */
export function durationOf(milliseconds: number | undefined): Pick<TestResult, 'duration'> {
  if (milliseconds === undefined || !Number.isFinite(milliseconds) || milliseconds < 0) return {};
  return { duration: Math.round(milliseconds * 1000) / 1000 };
}

/** A number of seconds as formats of XML write it: `0.012`, and `1,234.5` of PHPUnit and Ginkgo. */
export function secondsIn(text: string | undefined): number | undefined {
  const plain = (text ?? '').trim().replace(/s$/u, '');
  const number = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^\d+(?:\.\d*)?(?:e-?\d+)?$/iu.test(number) ? Number(number) * 1000 : undefined;
}

/** Places in a trace, each once; those of libraries and of the runner left out. */
export function framesIn(text: string): readonly Frame[] {
  const frames = new Map<string, Frame>();
  for (const line of text.slice(0, LONGEST_LOOKED_AT).split('\n')) {
    for (const frame of FOREIGN_LINE.test(line) ? [] : framesOf(line.trimEnd())) {
      const { file } = frame;
      if (frame.line > 0 && !FOREIGN.test(file) && mayHoldTests(file)) frames.set(`${file}:${frame.line}`, frame);
    }
    if (frames.size >= MOST_FRAMES) break;
  }
  return [...frames.values()].slice(0, MOST_FRAMES);
}

/** True for a message that a tool cuts short, or puts where there is none: gotestsum says `Failed`, Boost.Test `failure`. */
function saysLess(message: string, text: string): boolean {
  return (
    /^(?:failed|failure|error|test failed|assertion failed)[.!]?$/iu.test(message) ||
    (message.endsWith('...') && text.includes(message.slice(0, -3)))
  );
}

function framesOf(line: string): readonly Frame[] {
  const end = ENDS.exec(line);
  if (end) {
    const head = line.slice(0, end.index);
    const open = head.lastIndexOf('(');
    const file = open < 0 ? head.replace(/^\s*(?:at (?:async )?|[^\s@]*@|[^\w\s./\\~@]+\s+)?/u, '') : head.slice(open + 1);
    if (!/[\s:](?:\/|[A-Za-z]:\\)|["'<>|?*]/u.test(file.replace(/^(?:file:\/*)?(?:[A-Za-z]:)?/u, '')))
      return [{ file: pathOf(file), line: Number(end.groups?.['line']) }];
  }
  return Array.from(line.matchAll(PLACE), ({ groups }) => ({ file: pathOf(groups?.['file'] ?? ''), line: Number(groups?.['line']) }));
}

/** The path that is meant, also where it is written as a URI: `/c:/a b.ts` and `file:///C:/a%20b.ts`. */
function pathOf(written: string): string {
  const path = written.startsWith('file://') ? decodePercent(written.slice('file://'.length)) : written;
  const plain = path.replace(/^\/(?=[A-Za-z]:)/u, '');
  return plain.startsWith('[') && !plain.includes(']') ? plain.slice(1) : plain;
}

function plainText(text: string): string {
  return text.slice(0, LONGEST_LOOKED_AT).replaceAll(ESCAPES, '').replaceAll(/\r\n?/gu, '\n').replaceAll(UNSEEN, '').trim();
}

/** Lines of a trace of JavaScript, of the JVM or of .NET. */
const TRACE_LINE = /\([^()]*:\d+:\d+\)$|^\s*at \S/u;
/** What go prints around what a test does. */
const OF_GO = /^\s*(?:=== |--- (?:PASS|FAIL|SKIP): ).*\n?/gmu;

/** What is before a trace. */
function withoutTrace(text: string): string {
  const lines = text.replaceAll(OF_GO, '').split('\n');
  const at = lines.findIndex((line) => TRACE_LINE.test(line.trimEnd()));
  return (at < 0 ? lines : lines.slice(0, at)).join('\n').trim();
}
