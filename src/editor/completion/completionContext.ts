import { ANY_KEYWORD } from '../../formats/notations/house/grammar.ts';
import type { Range as LspRange } from 'vscode-languageserver-types';
import type { Extractor } from '../../formats/extract.ts';
import type { FileRole, PlaceFacts, Reference } from '../../model/facts.ts';
import type { FilePath, Position, Range } from '../../model/position.ts';
import { contains, rangeAt } from '../../model/position.ts';

/** A text in an editor, saved or not. */
export interface OpenText {
  readonly path: FilePath;
  /** All of it, or a range. */
  getText(range?: LspRange): string;
  offsetAt(position: Position): number;
}

/** A place where a reference is being written. */
export interface CompletionContext {
  /** What was typed of it so far: `IP-1.`, `launch#`, `IP-1.1/`. */
  readonly typed: string;
  /** What a chosen reference replaces: all of the reference that is there already. */
  readonly range: Range;
  /** Where only a criterion is written since the id stands elsewhere, as in a nested test title: that id. */
  readonly within?: Pick<Reference, 'id' | 'document'>;
}

/** What a reference is made of, as far as one can be typed: letters, digits and the marks between them. */
const REFERENCE_BEFORE = /[\p{L}\p{N}_./#-]*$/u;
const REFERENCE_AFTER = /^[\p{L}\p{N}_./#-]*/u;
/** What a half-typed id looks like; anything else in a title or prose is a word of its own. */
const ID_LIKE = /^[A-Z][A-Z0-9]*(?:-|$)|[#/]/u;
const KEYWORD = new RegExp(`${ANY_KEYWORD}\\s`, 'u');
/** Only references and what separates them since the quote that opened a title. */
const TITLE_START = /["'`](?:[A-Z][\p{L}\p{N}_./#-]*[\s,]+)*$/u;
/** A line longer than this is no line that a person writes annotations on. */
const LONGEST_LINE = 2000;

const LONGEST_REFERENCE = 200;

/** Ids that no project has, put where the reference would stand to see what the reader makes of it. */
const PROBE = 'REQTRACEPROBE-0';
const CRITERION_PROBE = 'AC0';

/**
 * Tells whether a reference is being written at a position: `// @verifies IP-|`, `it("IP-1.1/|`, `**Covers**: |`,
 * `- ref: |` of a waiver. The line alone rules out nearly every place at once; for what is left, the
 * reader itself is asked what an id there would be, so that completion and coverage never disagree.
 */
export function completionContext(text: OpenText, position: Position, extractor: Extractor): CompletionContext | undefined {
  const { line } = position;
  const lineText = lineOf(text, line);
  if (lineText.length > LONGEST_LINE) return undefined;
  const beforeCursor = lineText.slice(0, position.character);
  const typed = REFERENCE_BEFORE.exec(beforeCursor.slice(-LONGEST_REFERENCE))?.[0] ?? '';
  const start = position.character - typed.length;
  const end = position.character + (REFERENCE_AFTER.exec(lineText.slice(position.character))?.[0].length ?? 0);
  const before = lineText.slice(0, start);
  if (!isLikely(before, typed, extractor.roleOf(text.path), extractor)) return undefined;

  const range = rangeAt(line, start, end);
  if (typed.startsWith('A')) {
    const composed = referenceAt(
      probeAt(text, range, () => CRITERION_PROBE, extractor),
      { line, character: start },
    );
    if (composed?.composed) {
      return { typed, range, within: { id: composed.id, ...(composed.document !== undefined && { document: composed.document }) } };
    }
  }
  const facts = probeAt(text, range, (id) => id, extractor);
  const place = { line, character: start };
  // Nobody writes the reason of a waiver before its reference.
  const isWaiver = facts.invalidWaivers.some((waiver) => contains(waiver, place));
  return referenceAt(facts, place) || isWaiver ? { typed, range } : undefined;
}

/** The line of a position, cut in two there; undefined for one that no person writes annotations on. */
export function lineAt(text: OpenText, { line, character }: Position): { readonly before: string; readonly after: string } | undefined {
  const lineText = lineOf(text, line);
  return lineText.length > LONGEST_LINE ? undefined : { before: lineText.slice(0, character), after: lineText.slice(character) };
}

/** What the reader makes of a place if something with an id of no project stood in a range: `probeAt(text, range, (id) => `@req ${id}`, …)`. */
export function probeAt(text: OpenText, range: Range, written: (id: string) => string, extractor: Extractor): PlaceFacts {
  const whole = text.getText();
  const probed = whole.slice(0, text.offsetAt(range.start)) + written(PROBE) + whole.slice(text.offsetAt(range.end));
  return extractor.extractAt(text.path, probed, range.start);
}

function lineOf(text: OpenText, line: number): string {
  return text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/u, '');
}

/** Rules out by the line alone what can hold no reference; must stay cheap, since it runs on every word that is typed. */
function isLikely(before: string, typed: string, role: FileRole, extractor: Extractor): boolean {
  if (KEYWORD.test(before)) return true;
  if (role === 'document' && /covers[*_\s]*:/iu.test(before)) return true;
  if (role === 'configuration') return /\bref["']?\s*:\s*["']?$/u.test(before);
  if (ID_LIKE.test(typed)) return role === 'test' || extractor.configuration.annotations.length > 0;
  return role === 'test' && typed === '' && TITLE_START.test(before);
}

/** The reference that counts at a position; a mention is none, since it says nothing. */
function referenceAt({ references }: PlaceFacts, position: Position): Reference | undefined {
  return references.find(({ range }) => contains(range, position));
}
