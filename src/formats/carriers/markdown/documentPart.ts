import { splitLines } from '../../../text/lines.ts';
import { readFrontMatter } from './frontMatter.ts';

/** A section of a document with what is around it; the lines of all other sections are blank. */
export interface DocumentPart {
  readonly text: string;
  /** True if an id may be defined outside of it too. */
  mayDefineElsewhere(id: string): boolean;
}

/** Every line that begins a heading, code or HTML, for a look at it; nearly all others are told apart by their first character. */
const LEAD = /^(?:#| {0,3}[`~<])/;
/** A heading that nothing can be around: not in a list, a quotation or HTML. */
const HEADING = /^(#{1,6})(?=[ \t]|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** What ends HTML of a kind that is told by more than its first characters. */
const BLANK = /^\s*$/;
/** Where lines that look like headings may be something else, and what ends it (CommonMark 0.31, section 4.6). */
const RAW = [
  { open: /^ {0,3}<!--/, close: /-->/ },
  { open: /^ {0,3}<(?:script|pre|style|textarea)\b/i, close: /<\/(?:script|pre|style|textarea)>/i },
  { open: /^ {0,3}<\?/, close: /\?>/ },
  { open: /^ {0,3}<!\[CDATA\[/, close: /\]\]>/ },
  { open: /^ {0,3}<![a-z]/i, close: />/ },
  { open: /^ {0,3}<[a-z/]/i, close: BLANK },
] as const;
/** What makes a heading of the line above, unless that is something else. */
export const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** What may be before an id that leads its line. */
const LEADING = /^[^\p{L}]*$/u;
const DEFINITION = /^\s*#|\*\*|__|\bid\b/i;

/**
 * Cuts out of a document the section of a line, the headings that it is under and the front matter, each at its line.
 * Undefined where a glance at each line does not tell: under no heading or one that may be underlined, behind HTML that may be
 * none, and where an ignore mark might switch the line off.
 */
export function documentPart(text: string, line: number): DocumentPart | undefined {
  if (text.includes('reqtrace-ignore')) return undefined;
  const lines = splitLines(text);
  const frontMatter = readFrontMatter(lines).lines;
  const headings = headingsOf(lines, frontMatter);
  if (!headings) return undefined;
  const next = headings.findIndex((heading) => heading.line > line);
  const at = (next < 0 ? headings.length : next) - 1;
  const own = headings[at];
  if (!own || mayBeUnderlined(lines, frontMatter, own.line)) return undefined;
  const last = next < 0 ? lines.length : (headings[next]?.line ?? lines.length);
  // The first heading may be the document's title, which gets its id from the front matter.
  const kept = new Set([headings[0]?.line, ...linesAbove(headings, at)]);
  const isKept = (index: number): boolean => index < frontMatter || (own.line <= index && index < last) || kept.has(index);
  return {
    text: lines.map((content, index) => (isKept(index) ? content : '')).join('\n'),
    mayDefineElsewhere: (id) => lines.some((content, index) => mayDefine(content, id) && !isKept(index)),
  };
}

/** The lines of the headings that a heading stands under, the nearest first. */
export function linesAbove(headings: readonly HeadingLine[], at: number): readonly number[] {
  const lines: number[] = [];
  let level = headings[at]?.level ?? 0;
  for (let above = at - 1; above >= 0 && level > 1; above--) {
    const heading = headings[above];
    if (!heading || heading.level >= level) continue;
    lines.push(heading.line);
    ({ level } = heading);
  }
  return lines;
}

function mayDefine(line: string, id: string): boolean {
  const at = line.indexOf(id);
  return at >= 0 && (DEFINITION.test(line) || LEADING.test(line.slice(0, at)));
}

/** The line of a heading that a glance tells, and its level. */
export interface HeadingLine {
  readonly line: number;
  readonly level: number;
}

/** Headings that nothing is around, told by a glance at each line: undefined where that does not tell. */
export function headingsOf(lines: readonly string[], from: number): readonly HeadingLine[] | undefined {
  const headings: { line: number; level: number }[] = [];
  let close: RegExp | undefined;
  for (let line = from; line < lines.length; line++) {
    const content = lines[line] ?? '';
    if (close) {
      if (close === BLANK && (openedBy(content) ?? BLANK) !== BLANK) return undefined;
      if (close.test(content)) close = undefined;
      continue;
    }
    if (!LEAD.test(content)) continue;
    const marks = HEADING.exec(content)?.[1];
    if (marks) headings.push({ line, level: marks.length });
    else close = openedBy(content);
  }
  return headings;
}

function mayBeUnderlined(lines: readonly string[], from: number, to: number): boolean {
  return lines.some((content, index) => from < index && index < to && UNDERLINE.test(content) && (lines[index - 1] ?? '').trim() !== '');
}

/** What ends the code or the HTML that a line begins. */
function openedBy(line: string): RegExp | undefined {
  const fence = FENCE.exec(line)?.[1];
  if (fence) return new RegExp(`^ {0,3}${fence}[${fence.charAt(0)}]*[ \\t]*$`);
  const raw = RAW.find(({ open }) => open.test(line));
  return raw && !raw.close.test(line) ? raw.close : undefined;
}
