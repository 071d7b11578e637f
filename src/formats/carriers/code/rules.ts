import { escapeRegExp } from '../../../text/patterns/regExp.ts';
import type { Rule, Scan } from './scan.ts';

/** Where a mark counts; elsewhere it is something else: `$#` in a shell, `don't` in YAML. */
export type Where = 'anywhere' | 'line-start' | 'first-column' | 'word-start' | 'spaced' | 'value-start';

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s;&|()[\]{},:=`!<>-]/u.test(text[at - 1] ?? '');
}

/** Where YAML begins a flow scalar: behind an indicator, not in the midst of words. */
const VALUE_START = /(?:^|[\n\r]|[:\-?[{,(!|>])[ \t]*$/u;

function standsAt(scan: Scan, at: number, where: Where): boolean {
  if (where === 'anywhere') return true;
  if (where === 'word-start') return isWordStart(scan.text, at);
  if (where === 'spaced') return at === 0 || /[\s[(]/u.test(scan.text[at - 1] ?? '');
  if (where === 'value-start') return VALUE_START.test(scan.text.slice(Math.max(0, at - 50), at));
  if (where === 'line-start') return scan.startsLine(at);
  return at === 0 || scan.text[at - 1] === '\n' || scan.text[at - 1] === '\r';
}

/** `lineComment('//')`: a comment up to the end of its line. */
export function lineComment(open: string, where: Where = 'anywhere'): Rule {
  return {
    first: open.slice(0, 1),
    match(scan, at) {
      if (!scan.text.startsWith(open, at) || !standsAt(scan, at, where)) return undefined;
      const end = scan.lineEnd(at);
      return scan.comment(at, end, at + open.length, end, false);
    },
  };
}

/** A comment word in any letter case at the start of a line, as `REM` in batch files or `C` in old Fortran. */
export function wordComment(word: string, where: 'line-start' | 'first-column' = 'line-start'): Rule {
  return {
    first: `${word.slice(0, 1).toUpperCase()}${word.slice(0, 1).toLowerCase()}`,
    match(scan, at) {
      const end = at + word.length;
      if (scan.text.slice(at, end).toUpperCase() !== word.toUpperCase() || /\w/u.test(scan.text[end] ?? '')) return undefined;
      if (!standsAt(scan, at, where)) return undefined;
      const lineEnd = scan.lineEnd(at);
      return scan.comment(at, lineEnd, end, lineEnd, false);
    },
  };
}

/** `blockComment('/*', '*\/')`; where the language nests, each open one needs its own end. */
export function blockComment(open: string, close: string, nested = false, where: Where = 'anywhere'): Rule {
  const marks = new RegExp([open, close].map(escapeRegExp).join('|'), 'g');
  return {
    first: open.slice(0, 1),
    match(scan, at) {
      const { text } = scan;
      if (!text.startsWith(open, at) || !standsAt(scan, at, where)) return undefined;
      const innerStart = at + open.length;
      if (!nested) {
        const found = text.indexOf(close, innerStart);
        const innerEnd = found < 0 ? text.length : found;
        return scan.comment(at, found < 0 ? innerEnd : innerEnd + close.length, innerStart, innerEnd, true);
      }
      let depth = 1;
      marks.lastIndex = innerStart;
      for (let match = marks.exec(text); match; match = marks.exec(text)) {
        depth += match[0] === close ? -1 : 1;
        if (depth === 0) return scan.comment(at, marks.lastIndex, innerStart, match.index, true);
      }
      return scan.comment(at, text.length, innerStart, text.length, true);
    },
  };
}

/** A block between two lines that begin with a word, as `=begin` and `=end` in Ruby. */
export function lineBlock(open: string, close: string): Rule {
  return {
    first: open.slice(0, 1),
    match(scan, at) {
      const { text } = scan;
      if (!text.startsWith(open, at) || !standsAt(scan, at, 'first-column')) return undefined;
      const found = text.indexOf(`\n${close}`, at);
      const innerEnd = found < 0 ? text.length : found + 1;
      return scan.comment(at, found < 0 ? innerEnd : scan.lineEnd(innerEnd), scan.lineEnd(at), innerEnd, true);
    },
  };
}

/** How a string literal is written. */
export interface StringForm {
  /** Backslash by default; `double` for `''`, none where nothing escapes. */
  readonly escape?: 'backslash' | 'double' | 'backtick' | 'none';
  /** True where the literal may hold line ends; else a missing end costs only its line. */
  readonly multiline?: boolean;
  readonly where?: Where;
  /** Opens a substitution that holds code: `${`. */
  readonly substitution?: string;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' };

/** What is before a character that ends a string, but here does not; nothing where it is the end itself, twice, or where there is no way. */
const ESCAPE_MARKS = { backslash: '\\', double: '', backtick: '`', none: '' } as const;

/** `quoted('"', '"', { substitution: '${' })`. */
export function quoted(open: string, close = open, form: StringForm = {}): Rule {
  const { escape = 'backslash', multiline = false, where = 'anywhere', substitution } = form;
  const escapeMark = ESCAPE_MARKS[escape];
  const bracket = substitution?.slice(-1) ?? '';
  const stops = [...(substitution === undefined ? [] : [substitution]), ...(escapeMark === '' ? [] : [escapeMark]), close].map(
    escapeRegExp,
  );
  if (!multiline) stops.push(String.raw`[\n\r]`);
  const stop = new RegExp(stops.join('|'), 'g');

  function body(scan: Scan, at: number, innerStart: number, resumed: boolean): number {
    const { text } = scan;
    stop.lastIndex = innerStart;
    for (let match = stop.exec(text); match; match = stop.exec(text)) {
      const found = match[0];
      if (found === close) {
        if (escape === 'double' && text.startsWith(close, stop.lastIndex)) stop.lastIndex += close.length;
        else return scan.string(at, stop.lastIndex, innerStart, match.index, resumed ? 'tail' : undefined);
      } else if (found === substitution) {
        scan.frames.push({ opening: bracket, closing: CLOSING[bracket] ?? '', depth: 0, resume: (s, o) => body(s, o, o + 1, true) });
        return scan.string(at, stop.lastIndex, innerStart, match.index, resumed ? 'middle' : 'head');
      } else if (found === escapeMark) {
        stop.lastIndex += text.startsWith('\r\n', stop.lastIndex) ? 2 : 1;
      } else {
        return scan.string(at, match.index, innerStart, match.index, resumed ? 'tail' : undefined);
      }
    }
    return scan.string(at, text.length, innerStart, text.length, resumed ? 'tail' : undefined);
  }

  return {
    first: open.slice(0, 1),
    ...(bracket !== '' && { brackets: `${bracket}${CLOSING[bracket] ?? ''}` }),
    match(scan, at) {
      if (!scan.text.startsWith(open, at) || !standsAt(scan, at, where)) return undefined;
      return body(scan, at, at + open.length, false);
    },
  };
}

/** A character literal, `'x'` or `'\u{1F600}'`; a lone quote (`'a` of Rust, `x'range` of Ada) is passed over. */
export const character: Rule = {
  first: "'",
  match(scan, at) {
    CHARACTER.lastIndex = at;
    const match = CHARACTER.exec(scan.text);
    return match ? scan.string(at, CHARACTER.lastIndex, at + 1, CHARACTER.lastIndex - 1) : undefined;
  },
};

const CHARACTER = /'(?:\\[^\n\r][^'\n\r]{0,10}|[^'\\\n\r]{1,4})'/y;

/** A literal whose end repeats something of its beginning, as `r##"…"##`; `close` says what ends it. */
export function delimited(first: string, open: RegExp, close: (match: RegExpExecArray) => string): Rule {
  const sticky = new RegExp(open.source, `${open.flags.replace(/[gy]/gu, '')}y`);
  return {
    first,
    match(scan, at) {
      sticky.lastIndex = at;
      const match = sticky.exec(scan.text);
      if (!match) return undefined;
      const innerStart = at + match[0].length;
      const end = close(match);
      const found = scan.text.indexOf(end, innerStart);
      const innerEnd = found < 0 ? scan.text.length : found;
      return scan.string(at, found < 0 ? innerEnd : innerEnd + end.length, innerStart, innerEnd);
    },
  };
}
