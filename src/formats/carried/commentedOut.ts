import { ATTRIBUTE } from '../carriers/code/attributes.ts';
import type { CommentLine } from '../carriers/code/commentLines.ts';
import { isDeadBranch } from '../carriers/code/lexical/deadBranch.ts';
import { DeclarationFinder } from '../carriers/code/declarations.ts';
import { scan } from '../carriers/code/scan.ts';
import type { Language } from '../languages/language.ts';
import { LineMap } from '../../text/lineMap.ts';
import { CalledTests } from './testHeads.ts';

/** How many lines below an annotation may be code that is commented out with it, and how many are looked at to see where a test ends. */
const LINES_BELOW = 10;
const LINES_OF_TEST = 40;
/** Longer lines are data. */
const LONGEST_LINE = 400;

/** What behind the mark of a comment makes it documentation, which may show code: `/**`, `///`, `//!`, `--|`, `#'`, `##`. */
const DOCUMENTS = /^[/!*|'#^:.<-]/u;
/** How a line of code ends that declares something; prose that says `function of the stock` does not. */
const LOOKS_LIKE_CODE =
  /(?:[{};(,)>]|=>|=)\s*$|\bdo(?:\s*\|[^|]*\|)?\s*$|^\s*(?:async\s+)?(?:def|class|func|fun|fn|sub)\b.*[:)]\s*$|^\s*def\s+\w+[?!]?\s*$/u;
/** Another annotation of the same test. */
const ANNOTATION = /^\s*@\w+:?\s+\S/u;

/**
 * True for an annotation that is commented out together with its test: it is in a branch that nothing compiles, in a comment within a comment, `/* // @verifies … *\/`, or code that declares something follows it in
 * its comment, `// it('adds', f)`. What such an annotation is on never runs, and the code below is something else.
 */
export function isCommentedOut(text: string, lines: LineMap, line: CommentLine, language: Language): boolean {
  if (isDeadBranch(text.slice(line.comment.start, line.comment.innerStart))) return true;
  return isNested(text, lines, line, language) || holdsCode(belowIn(text, lines, line), language);
}

/** True where a comment of one line begins within another comment: `// // @verifies`. */
function isNested(text: string, lines: LineMap, { line, start, comment }: CommentLine, { comments }: Language): boolean {
  const lead = text.slice(Math.max(lines.startOf(line), comment.innerStart), start);
  if (!/\s$/u.test(lead) || (!comment.block && !/^\s/u.test(lead))) return false;
  return comments.some((form) => form.endsWith('…') && form.slice(0, -1).trim() === lead.trim());
}

/** The lines below one in its comment, without the marks of comments; none in documentation. */
function belowIn(text: string, lines: LineMap, { line, comment }: CommentLine): readonly string[] {
  if (DOCUMENTS.test(text.slice(comment.innerStart, comment.innerStart + 1))) return [];
  const mark = text.slice(comment.start, comment.innerStart);
  const below: string[] = [];
  const end = Math.min(lines.lineCount, line + 1 + LINES_OF_TEST);
  for (let next = line + 1; next < end; next += 1) {
    if (comment.block) {
      const from = lines.startOf(next);
      if (from >= comment.innerEnd) break;
      below.push(text.slice(from, Math.min(lines.endOf(next), comment.innerEnd, from + LONGEST_LINE)));
      continue;
    }
    const own = lines.lineText(next, LONGEST_LINE).trimStart();
    if (!own.startsWith(mark)) break;
    below.push(own.slice(mark.length));
  }
  return below;
}

function holdsCode(below: readonly string[], language: Language): boolean {
  const near = below.slice(0, LINES_BELOW);
  if (!near.some((line) => LOOKS_LIKE_CODE.test(line) && !ANNOTATION.test(line))) return false;
  const text = below.join('\n');
  const lines = new LineMap(text);
  const tokens = scan(text, language.syntax);
  const calls = language.tests?.titles?.calls;
  const finder = new DeclarationFinder(text, lines, tokens, language, calls && new CalledTests(text, lines, tokens, calls));
  return near.some((line, at) => {
    if (!LOOKS_LIKE_CODE.test(line) || ANNOTATION.test(line) || ATTRIBUTE.pattern.test(line)) return false;
    const kind = finder.on(at)?.kind;
    return kind !== undefined && kind !== 'other';
  });
}
