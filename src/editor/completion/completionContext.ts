import type { Range as LspRange } from 'vscode-languageserver-types';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { Typing } from '../../formats/notation/typing.ts';
import type { PlaceFacts, Reference } from '../../model/facts.ts';
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
  /** Where only a criterion is written since the id is elsewhere, as in a nested test title: that id. */
  readonly within?: Pick<Reference, 'id' | 'document'>;
  /** The notation in whose words it is written; absent for those of the house, which belong to all items. */
  readonly notation?: string;
  /** Where it may look, as what is around it says. */
  readonly place?: Pick<Reference, 'scope' | 'reach'>;
}

/** A line, cut in two where the cursor stands. */
export interface Line {
  readonly before: string;
  readonly after: string;
}

/** A line longer than this is not a line that a person writes annotations on. */
const LONGEST_LINE = 2000;

const LONGEST_REFERENCE = 200;

/**
 * Whether a reference is being written at a position: `// @verifies IP-|`, `it("IP-1.1/|`, `**Covers**: |`,
 * `- ref: |` of a waiver. The line alone rules out nearly every place at once; for what is left, the
 * reader itself is asked what an id there would be, so that completion and coverage never disagree.
 */
export function completionContext(text: OpenText, position: Position, extractor: Extractor): CompletionContext | undefined {
  const line = lineAt(text, position);
  if (!line) return undefined;
  for (const { ids } of extractor.notations) {
    const context = ids.typing && contextIn(ids.typing, text, position, line, extractor);
    if (context) return context;
  }
  return undefined;
}

function contextIn(
  typing: Typing,
  text: OpenText,
  { line, character }: Position,
  { before, after }: Line,
  extractor: Extractor,
): CompletionContext | undefined {
  const typed = typing.before.exec(before.slice(-LONGEST_REFERENCE))?.[0] ?? '';
  const start = character - typed.length;
  if (!typing.mayRefer(before.slice(0, start), typed, extractor.roleOf(text.path), extractor)) return undefined;

  const range = rangeAt(line, start, character + (typing.after.exec(after)?.[0].length ?? 0));
  const place = range.start;
  const { part } = typing;
  if (part && typed.startsWith(part.begins)) {
    const composed = referenceAt(probeAt(text, range, part.probe, extractor), place);
    if (composed?.composed) {
      return { typed, range, within: { id: composed.id, ...(composed.document !== undefined && { document: composed.document }) } };
    }
  }
  const facts = probeAt(text, range, typing.probe, extractor);
  const reference = referenceAt(facts, place);
  // Nobody writes the reason of a waiver before its reference.
  const isWaiver = facts.invalidWaivers.some((waiver) => contains(waiver, place));
  if (!reference && !isWaiver) return undefined;
  if (reference?.notation === undefined) return { typed, range };
  const { notation, scope, reach } = reference;
  return { typed, range, notation, place: { ...(scope !== undefined && { scope }), ...(reach && { reach }) } };
}

/** The line of a position, cut in two there; undefined for one that no person writes annotations on. */
export function lineAt(text: OpenText, { line, character }: Position): Line | undefined {
  const lineText = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/u, '');
  return lineText.length > LONGEST_LINE ? undefined : { before: lineText.slice(0, character), after: lineText.slice(character) };
}

/** How the reader would read a place if a range contained an id that no project has, or a text with one: `@implements REQTRACEPROBE-0`. */
export function probeAt(text: OpenText, range: Range, probe: string, extractor: Extractor): PlaceFacts {
  const whole = text.getText();
  const probed = whole.slice(0, text.offsetAt(range.start)) + probe + whole.slice(text.offsetAt(range.end));
  return extractor.extractAt(text.path, probed, range.start);
}

/** The reference that counts at a position; a mention is none, since it says nothing. */
function referenceAt({ references }: PlaceFacts, position: Position): Reference | undefined {
  return references.find(({ range }) => contains(range, position));
}
