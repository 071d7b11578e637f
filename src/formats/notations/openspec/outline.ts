/** A heading as OpenSpec sees it, with what is below it. */
export interface Header {
  /** 1 to 6. */
  readonly level: number;
  /** As written, without the hashes before it. */
  readonly title: string;
  readonly line: number;
  /** Column at which the title begins. */
  readonly column: number;
  /** Last line that is not blank before the next heading of its level or above. */
  readonly last: number;
  /** The headings directly below it. */
  readonly children: readonly Header[];
}

/** The headings of a text, all of them in order, and which of its lines are code. */
export interface Outline {
  readonly headers: readonly Header[];
  isCode(line: number): boolean;
}

const HEADER = /^(#{1,6})\s+(.+)$/u;
/** The readers of deltas take this one without a blank, too. */
const TIGHT_REQUIREMENT = /^(###)(Requirement:.*)$/iu;
const FENCE = /^\s*(`{3,}|~{3,})/u;
const CLOSING_FENCE = /^\s*(`{3,}|~{3,})\s*$/u;

/**
 * Reads the headings of a text as OpenSpec 1.13.2 does (src/core/parsers/markdown-parser.ts, code-fence.ts): a line with one to six hashes at its
 * very beginning, wherever it stands but in fenced code. A line that is underlined is none, and one in a comment is.
 */
export function readOutline(lines: readonly string[]): Outline {
  const code = codeLines(lines);
  const headers: Draft[] = [];
  const open: Draft[] = [];
  const end = lastNonBlank(lines, lines.length - 1);
  for (const [line, text] of lines.entries()) {
    const match = code[line] ? undefined : (HEADER.exec(text) ?? TIGHT_REQUIREMENT.exec(text));
    const title = match?.[2]?.trim() ?? '';
    if (!match || title === '') continue;
    const level = match[1]?.length ?? 0;
    for (let above = open.at(-1); above && above.level >= level; above = open.at(-1)) {
      above.last = lastNonBlank(lines, line - 1);
      open.pop();
    }
    const header: Draft = { level, title, line, column: text.indexOf(title, level), last: end, children: [] };
    open.at(-1)?.children.push(header);
    headers.push(header);
    open.push(header);
  }
  return { headers, isCode: (line) => code[line] === 1 };
}

/** The last line up to this one that says something. */
function lastNonBlank(lines: readonly string[], line: number): number {
  let last = line;
  while (last > 0 && (lines[last] ?? '').trim() === '') last--;
  return Math.max(0, last);
}

/** A fence at any column opens, and one of its kind that is as long closes it. */
function codeLines(lines: readonly string[]): Uint8Array {
  const code = new Uint8Array(lines.length);
  let fence: string | undefined;
  for (const [line, text] of lines.entries()) {
    if (fence === undefined) {
      fence = FENCE.exec(text)?.[1];
      if (fence !== undefined) code[line] = 1;
      continue;
    }
    code[line] = 1;
    const closing = CLOSING_FENCE.exec(text)?.[1];
    if (closing?.startsWith(fence)) fence = undefined;
  }
  return code;
}

interface Draft extends Header {
  readonly children: Draft[];
  last: number;
}
