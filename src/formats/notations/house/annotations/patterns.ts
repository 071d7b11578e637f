import type { FormatContext } from '../../../notation/context.ts';
import type { LinkKind } from '../../../../model/linkKind.ts';
import type { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import type { Ignores } from '../../../carriers/code/ignores.ts';
import type { ListMember } from '../../../references/list.ts';
import { mentionStems } from './mentions.ts';
import type { Reading } from './reading.ts';
import { readList, wholeReference } from './referenceList.ts';
import type { ReferenceList } from './referenceList.ts';
import { reportNear } from './reportNear.ts';
import { say } from '../../../../model/message.ts';

/** A line longer than this, in characters, is machine-made and not searched. */
const LONGEST_LINE = 2_000;
/**
 * A pattern can take time quadratic in the length of a line, so the squares of the lengths are what a file may spend: 4 MB of
 * lines of a hundred characters, but not of two thousand.
 */
const MOST_WORK = 400_000_000;

/** A notation of the project's own, ready to be looked for. */
export interface CompiledPattern {
  readonly expression: RegExp;
  readonly kind: LinkKind;
}

const compiled = new WeakMap<FormatContext, readonly CompiledPattern[]>();

/** The `annotations` of the configuration, compiled once; one that does not compile is the configuration's problem and finds nothing. */
export function patternsOf(context: FormatContext): readonly CompiledPattern[] {
  const known = compiled.get(context);
  if (known) return known;
  const patterns = context.configuration.annotations.flatMap(({ pattern, kind }) => {
    const expression = compile(pattern, 'dgu') ?? compile(pattern, 'dg');
    return expression ? [{ expression, kind }] : [];
  });
  compiled.set(context, patterns);
  return patterns;
}

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/**
 * Reads the project's own notations line by line, wherever they stand.
 *
 * @param only the line that is asked for; all of them without it.
 */
export function readPatterns(
  reading: Reading,
  patterns: readonly CompiledPattern[],
  ignores: Ignores,
  declarations: DeclarationFinder | undefined,
  only?: number,
): void {
  if (patterns.length === 0) return;
  let work = 0;
  for (let line = 0; line < reading.lines.lineCount; line++) {
    const start = reading.lines.startOf(line);
    const length = reading.lines.endOf(line) - start;
    if (ignores.has(line)) continue;
    if (length > LONGEST_LINE || work + length * length > MOST_WORK) {
      reading.note(start, 'nothing', () => say('Too long, or after too many long lines, to look for the patterns of the configuration'));
      continue;
    }
    work += length * length;
    if (only !== undefined && line !== only) continue;
    const text = reading.lines.lineText(line);
    for (const pattern of patterns) readLine(reading, text, start, pattern, declarations);
  }
}

function readLine(
  reading: Reading,
  text: string,
  start: number,
  { expression, kind }: CompiledPattern,
  declarations: DeclarationFinder | undefined,
): void {
  for (const match of text.matchAll(expression)) {
    const span = match.indices?.groups?.['ref'];
    if (span === undefined) continue;
    const [from] = span;
    const written = match.groups?.['ref'] ?? '';
    // A pattern such as `[0-9.]+` takes the full stop of its sentence along.
    const to = from + written.replace(/[.,;:]+$/u, '').length;
    // What goes on behind a pattern that ends with the reference is one list with it.
    const end = span[1] === match.index + match[0].length ? text.length : to;
    // In the line alone: the project's own ids may take time quadratic in the length of a text.
    const inLine = readList(reading.ids, text, { from, end });
    if (inLine.references.length === 0 || inLine.end < to) {
      reading.note(start + from, 'nothing', () => say('"{0}" fits a pattern of the configuration but is not a reference', written));
      continue;
    }
    const { references, near, ...list } = moved(inLine, start);
    for (const found of references) {
      if (!found.between && reading.take(found.start)) continue;
      reading.annotate(kind, 'pattern', reading.reference(found), declarations?.near(found.start));
      reading.note(found.start, 'annotation', () => say('Fits a pattern of the configuration: {0} {1}', kind, wholeReference(found)));
    }
    mentionStems(reading, list);
    if (near) reportNear(reading, near);
  }
}

/** A list that was read in one line, in the offsets of the whole text. */
function moved({ references, stems, near, ...list }: ReferenceList, by: number): ReferenceList {
  const move = <Place extends ListMember>(place: Place): Place => ({ ...place, start: place.start + by, end: place.end + by });
  return { ...list, end: list.end + by, references: references.map(move), stems: stems.map(move), ...(near && { near: move(near) }) };
}
