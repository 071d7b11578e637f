import type { CommentLine } from '../../../carriers/code/commentLines.ts';
import type { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import type { Ignores } from '../../../carriers/code/ignores.ts';
import type { Language } from '../../../languages/language.ts';
import type { Reading } from '../annotations/reading.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import { callTitles } from './callTitles.ts';
import { composeTitles } from './compose.ts';
import { gherkinTitles } from './gherkin.ts';
import { nameTitles } from './nameTitles.ts';
import { robotTitles } from './robot.ts';
import { stringTitles } from './stringTitles.ts';
import { outerOf } from './title.ts';
import type { Outer, Title } from './title.ts';

/** A test file, looked through once for all its readers. */
interface TestCode {
  readonly tokens: readonly Token[];
  readonly comments: readonly CommentLine[];
  readonly language: Language;
  readonly ignores: Ignores;
  readonly declarations: DeclarationFinder;
}

// @implements RT-2.2~895ebc
/**
 * What a test file says without any keyword: titles, tags and names of its tests verify what they name.
 *
 * @param place offset of the only place that is asked for; all titles are read without it.
 */
export function readTitles(reading: Reading, { tokens, comments, language, ignores, declarations }: TestCode, place?: number): void {
  const live = (titles: Title[]): Title[] =>
    (place === undefined ? titles : titlesAt(titles, place)).filter((title) =>
      title.parts.every((part) => !ignores.has(reading.lines.lineAt(part.start))),
    );
  const { titles: forms = {} } = language.tests ?? {};
  const strings = place === undefined || tokens.some(({ kind, start, end }) => kind === 'string' && start <= place && place <= end);
  if (forms.layout === 'gherkin') composeTitles(reading, live(gherkinTitles(reading, tokens)));
  else if (forms.layout === 'robot') composeTitles(reading, live(robotTitles(reading)));
  else {
    const names = nameTitles(reading, tokens, declarations, strings ? undefined : place);
    const byLine = new Map(names.flatMap((title) => (title.declaration ? [[title.declaration.range.start.line, title] as const] : [])));
    const outer: Outer = (line) => outerOf(byLine, declarations, line);
    const called = strings && forms.calls ? callTitles(reading, tokens, forms.calls, outer, place) : [];
    const written = strings ? stringTitles(reading, tokens, forms, declarations, { outer, place }) : [];
    composeTitles(reading, live([...names, ...called, ...written]));
  }
  if (forms.documentation) composeTitles(reading, documentedTitles(reading, comments, forms.documentation, declarations));
}

/** The titles that are at a place, and the groups around them. */
function titlesAt(titles: readonly Title[], place: number): Title[] {
  const wanted = new Set<Title>();
  for (const title of titles) {
    if (!title.parts.some(({ start, end }) => start <= place && place <= end)) continue;
    for (let group: Title | undefined = title; group && !wanted.has(group); group = group.parent) wanted.add(group);
  }
  return titles.filter((title) => wanted.has(title));
}

/** Titles in documentation comments: `@testdox IP-1.1.1/AC2 …` and `@group IP-1.1.1` of PHPUnit. */
function documentedTitles(
  reading: Reading,
  comments: readonly CommentLine[],
  { pattern }: ShownPattern,
  declarations: DeclarationFinder,
): Title[] {
  return comments.flatMap((comment) => {
    const text = reading.text.slice(comment.start, Math.min(comment.end, comment.start + 2000));
    const lead = pattern.exec(text)?.[0];
    if (lead === undefined || comment.fenced) return [];
    const declaration = declarations.of(comment.comment);
    const parts = [{ start: comment.start + lead.length, end: comment.end, cutBefore: false, cutAfter: false }];
    return [{ source: 'test-title', parts, ...(declaration && { declaration }) } satisfies Title];
  });
}
