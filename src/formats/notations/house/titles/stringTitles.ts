import type { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import type { TitleForms } from '../../../languages/language.ts';
import type { Reading } from '../annotations/reading.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import { outerOf, partsFrom } from './title.ts';
import { testName } from '../../../carried/testName.ts';
import type { Outer, Title } from './title.ts';

/** How far before a string the words are looked for that make it a tag or a title. */
const BEFORE = 300;

/**
 * Tags, `@Tag("IP-1.1.1/AC2")`, and titles of languages where blocks have no brackets, `it "AC2 …" do`;
 * there indentation says what is in what.
 *
 * `outer` tells what is around one that is in no other; `place` is the offset behind which no title is asked for, and outside of which no tag is.
 */
export function stringTitles(
  reading: Reading,
  tokens: readonly Token[],
  forms: TitleForms,
  declarations: DeclarationFinder,
  { outer, place }: { readonly outer: Outer; readonly place: number | undefined },
): Title[] {
  if (!forms.title && !forms.tag && !forms.behind) return [];
  const titles: Title[] = [];
  /** Tags of classes, which say what the tests in them are about. */
  const classes = new Map<number, Title>();
  const groups: { indent: number; title: Title }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'string' || token.piece === 'middle' || token.piece === 'tail') continue;
    if (place !== undefined && token.start > place) break;
    const isAsked = place === undefined || token.end >= place || token.piece === 'head';
    if (!isAsked && !forms.title && !forms.behind) continue;
    const before = reading.text.slice(Math.max(0, token.start - BEFORE), token.start);
    const line = reading.lines.lineAt(token.start);
    const isSubject = forms.subject?.pattern.test(emptied(reading.text, token, before)) === true;
    if (isSubject || forms.title?.pattern.test(before) || isBefore(reading.text, token, before, forms.behind)) {
      const lineText = reading.lines.lineText(line, BEFORE);
      const column = lineText.length - lineText.trimStart().length;
      // What is below a subject is in it, unless it is one.
      const indent = isSubject ? column - 0.5 : column;
      while ((groups.at(-1)?.indent ?? -1) >= indent) groups.pop();
      const parent = groups.at(-1)?.title ?? outer(line);
      const start = reading.lines.startOf(line) + column;
      const parts = partsFrom(reading.text, tokens, index);
      const declaration = {
        name: testName(reading.text, token.innerStart, parts.at(-1)?.end ?? token.innerEnd),
        kind: 'test',
        range: reading.lines.rangeOf(start, token.end),
        ...(isSubject && { group: true as const }),
      } as const;
      const title: Title = { source: 'test-title', parts, declaration, ...(parent && { parent }) };
      groups.push({ indent, title });
      titles.push(title);
    } else if (isAsked && forms.tag?.pattern.test(before)) {
      const declaration = declarations.attributed(line);
      const from = declaration?.range.start.line ?? line;
      const parent = classes.get(from) ?? outerOf(classes, declarations, from) ?? outer(from);
      const title: Title = {
        source: 'test-title',
        parts: partsFrom(reading.text, tokens, index),
        ...(declaration && { declaration }),
        ...(parent && { parent }),
      };
      if (declaration?.kind === 'class') classes.set(from, title);
      titles.push(title);
    }
  }
  return titles;
}

/** The line of a string up to the next one, the string empty: `it should "" in {`. */
function emptied(text: string, { end }: Token, before: string): string {
  return `${before.slice(before.lastIndexOf('\n') + 1).trimStart()}""${text.slice(end, end + BEFORE)}`;
}

/** True if the string begins a statement and such code follows it. */
function isBefore(text: string, { end }: Token, before: string, behind: ShownPattern | undefined): boolean {
  return behind !== undefined && /(?:^|[\n{;(,])[^\S\n]*$/u.test(before) && behind.pattern.test(text.slice(end, end + BEFORE));
}
