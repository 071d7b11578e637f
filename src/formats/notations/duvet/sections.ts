import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import { sectionOf } from './grammar.ts';
import type { NumberedLine } from './sentences.ts';

/** A section of a specification up to the next heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Of its heading, and the column of the title there. */
  readonly line: number;
  readonly column: number;
  readonly lines: readonly NumberedLine[];
  /** Lines in blocks of code. */
  readonly code: ReadonlySet<number>;
}

interface Head {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly column: number;
}

const NO_CODE: ReadonlySet<number> = new Set();
const NUMBERED = /^(?<id>(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,8})\.?(?::?\s+(?<title>\S.*))?$/u;
const APPENDIX = /^(?:Appendix|APPENDIX|Annex)\s+(?<id>[A-Z](?:\.\d{1,3}){0,8})(?:\s*[.:-]+)?(?:\s+(?<title>\S.*))?$/u;
/** A line of a table of contents, and what looks like a heading in a figure. */
const NO_TITLE = /\.{5}|(?: \.){2}|\s{5}|[{[(;]$|^;/u;
/** What a printed page begins or ends with. */
const PAGE = /^RFC [1-9]\d*\s{2}|\[Page [1-9]\d*\]\s*$|^\f/u;
/** A heading without a number, as `Acknowledgements` at the end. */
const NAMED = /^[A-Z][\p{L}' -]{2,60}$/u;

/** The sections of a document of the IETF in plain text: numbered headings at the beginning of a line, each of which follows the one before. */
export function ietfSections(lines: readonly string[]): readonly Section[] {
  const heads: Head[] = [];
  const ends: number[] = [];
  let before: string | undefined;
  for (const [line, text] of lines.entries()) {
    if (text === '' || /^\s/u.test(text) || PAGE.test(text)) continue;
    const head = headIn(text, line);
    const number = head?.id.replace(/^(?:section|appendix)-/u, '');
    if (head && number !== undefined && (follows(before, number) || (stands(lines, line) && isBehind(before, number)))) {
      before = number;
      heads.push(head);
    } else if (NAMED.test(text.trimEnd()) && stands(lines, line)) ends.push(line);
  }
  return heads.map((head, at) => {
    const next = heads[at + 1]?.line ?? lines.length;
    const end = ends.find((line) => line > head.line && line < next) ?? next;
    return { ...head, lines: withoutPages(lines, head.line + 1, end), code: NO_CODE };
  });
}

function headIn(text: string, line: number): Head | undefined {
  const groups = (NUMBERED.exec(text.trimEnd()) ?? APPENDIX.exec(text.trimEnd()))?.groups;
  const { id, title = '' } = groups ?? {};
  if (id === undefined || NO_TITLE.test(title)) return undefined;
  return { id: sectionOf(id), title, line, column: Math.max(0, text.indexOf(title)) };
}

/** True for a line with empty lines around it. */
function stands(lines: readonly string[], line: number): boolean {
  return (lines[line - 1] ?? '').trim() === '' && (lines[line + 1] ?? '').trim() === '';
}

/** True for a number that is a later one, though not the next: of the section before, the heading may be indented. */
function isBehind(before: string | undefined, number: string): boolean {
  const [last, next] = [(before ?? '0').split('.').map(Number), number.split('.').map(Number)];
  const at = next.findIndex((part, index) => part !== (last[index] ?? 0));
  return at >= 0 && (next[at] ?? 0) > (last[at] ?? 0) && (next[at] ?? 0) <= (last[at] ?? 0) + MOST_SKIPPED;
}

const MOST_SKIPPED = 3;

/** True for the number of a section that may come next: `2`, `1.1` and `A` behind `1`. */
function follows(before: string | undefined, number: string): boolean {
  if (before === undefined) return number === '1' || number === '1.0';
  if (before === number) return false;
  const [last, next] = [before.split('.'), number.split('.')];
  for (const [at, part] of next.entries()) {
    const other = last[at];
    if (other === undefined) return true;
    if (part === other) continue;
    const isLetter = /^[A-Z]$/u.test(part);
    if (!isLetter) return /^\d+$/u.test(other) && Number(part) === Number(other) + 1;
    return /^\d+$/u.test(other) ? part === 'A' : part.charCodeAt(0) === other.charCodeAt(0) + 1;
  }
  return true;
}

/** Lines of a section without what pages begin and end with, and without the empty lines around that. */
function withoutPages(lines: readonly string[], first: number, end: number): readonly NumberedLine[] {
  const kept: NumberedLine[] = [];
  let turned = false;
  let isHead = false;
  for (let line = first; line < end; line += 1) {
    const text = lines[line] ?? '';
    // A form feed may have the first line of the page below it.
    if (PAGE.test(text) || (isHead && text.trim() !== '')) {
      turned = true;
      isHead = text.startsWith('\f') && text.trim() === '';
      while (kept.at(-1)?.text.trim() === '') kept.pop();
    } else if (!turned || text.trim() !== '') {
      turned = false;
      kept.push({ line, text });
    }
  }
  return kept;
}

/** The sections of a document in Markdown: each heading with its anchor, `{#anchor}` or made of its words. */
export function markdownSections({ lines, markdown: { blocks } }: CarriedDocument): readonly Section[] {
  const taken = new Set<string>();
  const code = new Set<number>();
  const heads = blocks.flatMap((block) => {
    noteCode(block, code);
    if (block.type !== 'heading') return [];
    const { plain: text } = block.inline;
    const written = /\s*\{#(?<anchor>[\w.-]+)\}\s*$/u.exec(text);
    const title = (written ? text.slice(0, written.index) : text).trim();
    const id = unused(written?.groups?.['anchor'] ?? slug(title), taken);
    const column = Math.max(0, (lines[block.first] ?? '').indexOf(title));
    return id === '' ? [] : [{ id, title, line: block.first, column, below: block.last }];
  });
  return heads.map(({ below, ...head }, at) => {
    const end = heads[at + 1]?.line ?? lines.length;
    const own = lines.slice(below + 1, end).map((text, index) => ({ line: below + 1 + index, text }));
    return { ...head, lines: own, code };
  });
}

function noteCode(block: Block, code: Set<number>): void {
  if (block.type === 'code') for (let line = block.first; line <= block.last; line += 1) code.add(line);
  else if (block.type === 'quote') for (const inner of block.blocks) noteCode(inner, code);
  else if (block.type === 'list') for (const item of block.items) for (const inner of item.blocks) noteCode(inner, code);
}

/** `2-1-error-codes` for `2.1 Error codes`. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

function unused(id: string, taken: Set<string>): string {
  let name = id;
  for (let count = 1; taken.has(name); count += 1) name = `${id}-${count}`;
  taken.add(name);
  return name;
}
