import * as l10n from '@vscode/l10n';
import { bodyAt, plainOf, snippetOf, withoutMarks } from '../../../formats/languages/skeletons/stops.ts';
import type { TestDraft, TestFramework } from '../../../formats/languages/language.ts';
import { writerOf } from '../../../formats/notation/notation.ts';
import type { Reading } from '../../../formats/extraction/reading.ts';
import type { IndexView } from '../../../index/view.ts';
import type { Annotation } from '../../../model/facts.ts';
import type { TextEdit } from '../../../model/finding.ts';
import { requirementOf } from '../../../model/item.ts';
import type { Item } from '../../../model/item.ts';
import { meaningOfAnnotation } from '../../../model/linkKind.ts';
import type { FilePath, Position } from '../../../model/position.ts';
import { nameOf } from '../../../query/list.ts';
import { lineEndOf, linesOf } from '../../../text/lines.ts';
import { LineMap } from '../../../text/lineMap.ts';
import { applyEdits } from '../../edits.ts';
import { shorten } from '../../hover/markdown.ts';
import type { Refusal } from '../../refusal.ts';
import { notWritten } from '../../refusal.ts';
import { namesItem } from '../namesItem.ts';
import { frameworkOf } from './testFrameworks.ts';
import type { TestSpot } from './testSpot.ts';
import { testSpot } from './testSpot.ts';

/** Longest title of a test, and longest line of its comment, in UTF-16 code units. */
const LONGEST_TITLE = 100;
const LONGEST_LINE = 100;

/** A test that is written but for its body, and switched off until then. */
export interface ScaffoldedTest {
  /** The edits of the file, in order; the last of them is the test. */
  readonly edits: readonly TextEdit[];
  /** The last edit as a snippet, with the cursor in the body; then it goes to what switches the test off. */
  readonly snippet: string;
  /** Line on which the test begins once the edits are made. */
  readonly line: number;
  /** Where its body is to be written then. */
  readonly body: Position;
}

/**
 * A test for an item in a test file, in the framework that the file follows and where tests of the same requirement stand, called as these are. It is
 * switched off in the framework's own way, so that it counts when a person has written it and not before.
 */
export function scaffoldTest(view: IndexView, reading: Reading, item: Item, path: FilePath, text: string): ScaffoldedTest | Refusal {
  const { extractor } = reading;
  if (extractor.roleOf(path) !== 'test') return { refusal: l10n.t('{0} is not a test file', path) };
  const annotation = writerOf(view.notations, item).annotation?.('verifies', view.referenceTo(item, path), item);
  if (annotation === undefined) return notWritten(item);
  const framework = frameworkOf(path, text);
  if (!framework)
    return { refusal: l10n.t('How tests are written in {0} is not known; write one with an annotation, {1}', path, annotation) };
  const spot = testSpot(view, extractor, item, { path, text }, framework);
  for (const draft of drafts(view, item, path, spot)) {
    const made = place(path, text, framework, spot, written(framework, draft, text));
    const { annotations } = extractor.extract(path, applyEdits(text, made.edits));
    if (annotations.some((one) => counts(view, item, path, made, one))) return made;
  }
  return { refusal: l10n.t('A test in {0} would not count; write one with an annotation, {1}', path, annotation) };
}

/** True for an annotation that a new test has, for the item and no other. */
function counts(view: IndexView, item: Item, path: FilePath, made: ScaffoldedTest, annotation: Annotation): boolean {
  const { reference, declaration } = annotation;
  const { line } = reference.range.start;
  if (
    meaningOfAnnotation(view.configuration.kinds, annotation) !== 'verifies' ||
    line < made.line ||
    line > made.body.line ||
    !namesItem(reference, item)
  )
    return false;
  const meant = view.resolve(reference, path);
  return (meant.kind !== 'item' || meant.item === item) && (!declaration || declaration.off !== undefined);
}

/** The ways to name the item, those of its neighbours first: in a title, then in a comment. */
function* drafts(view: IndexView, item: Item, path: FilePath, { neighbour, within }: TestSpot): Iterable<TestDraft> {
  const write = writerOf(view.notations, item);
  const words = withoutMarks(shorten(nameOf(item).replaceAll(/\s+/gu, ' ').trim(), LONGEST_TITLE));
  const lines = bodyLines(item).map(withoutMarks);
  const references = [...new Set([...likeNeighbours(view, item, path, neighbour), view.referenceTo(item, path)])];
  for (const titled of [true, false]) {
    for (const reference of references) {
      const annotation = write.annotation?.('verifies', reference, item);
      if (annotation !== undefined) yield { reference, annotation, words, lines, titled, ...(within !== undefined && { within }) };
    }
  }
}

/** How references of the tests around would name it: `AC2` in a group that names the requirement, with the document where they have it. */
function likeNeighbours(view: IndexView, item: Item, path: FilePath, neighbour: Annotation | undefined): string[] {
  const { localId } = item.facts;
  const requirement = requirementOf(item).facts.localId;
  const bare = item.type === 'requirement' || item.facts.whole ? localId : `${requirement}/${localId}`;
  const inGroup = neighbour && (neighbour.reference.composed || neighbour.declaration?.group) && item.type === 'criterion';
  const documents = [
    neighbour?.reference.document,
    ...(view.facts(path)?.annotations.some(({ reference }) => reference.document !== undefined) && !neighbour
      ? tailsOf(requirementOf(item).documentKey)
      : []),
  ];
  const qualified = documents
    .filter((document) => document !== undefined)
    .map((document) => `${document}#${bare}`)
    .filter((reference) => means(view, reference, item, path));
  return [...(inGroup ? [localId] : []), ...qualified.slice(0, 1)];
}

function tailsOf(documentKey: string): string[] {
  const parts = documentKey.split('/');
  return parts.map((_, at) => parts.slice(parts.length - 1 - at).join('/'));
}

function means(view: IndexView, reference: string, item: Item, path: FilePath): boolean {
  const [document = '', rest = ''] = reference.split('#');
  const { localId } = item.facts;
  const id = item.type === 'criterion' && !item.facts.whole ? rest.slice(0, -localId.length - 1) : rest;
  const criterion = item.type === 'criterion' && !item.facts.whole ? localId : undefined;
  const meant = view.resolve({ id, document, ...(criterion !== undefined && { criterion }) }, path);
  return meant.kind === 'item' && meant.item === item;
}

/** The lines of the test; what its title says already no comment says again. */
function written(framework: TestFramework, draft: TestDraft, text: string): readonly string[] {
  const names = new Set(text.match(/[A-Za-z_]\w*/gu));
  const bare = framework.write({ ...draft, lines: [] }, names);
  const title = plainWords(plainOf(bare.join(' ')));
  return title.includes(plainWords(draft.lines.join(' '))) ? bare : framework.write(draft, names);
}

/** Words alone, so that `anOrderOfMore` says what `An order of more.` says. */
function plainWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .match(/\p{L}+|\p{N}+/gu);
  return ` ${(words ?? []).join(' ')} `;
}

/** Given, When and Then each on a line, where the criterion is written so; else its text. */
function bodyLines(item: Item): string[] {
  const { text } = item.facts;
  const whole = `${text} ${item.type === 'criterion' ? item.facts.detail : ''}`.replaceAll(/\s+/gu, ' ').trim();
  const steps = whole.split(/(?:^|[\s,;.*-]+)(?=(?:Given|GIVEN|When|WHEN|Then|THEN|And|AND|But|BUT)\s)/u).filter((step) => step !== '');
  const hasSteps = ['when', 'then'].every((word) => steps.some((step) => step.toLowerCase().startsWith(`${word} `)));
  if (!hasSteps) return wrapped(whole === '' ? nameOf(item) : whole);
  return steps.flatMap((step) =>
    wrapped(step.replace(/^[A-Za-z]+/u, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())),
  );
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function place(path: FilePath, text: string, framework: TestFramework, spot: TestSpot, test: readonly string[]): ScaffoldedTest {
  const end = lineEndOf(text);
  const lines = linesOf(text);
  const imports = (framework.imports ?? []).filter(({ has }) => !has.test(text)).map(({ line }) => importEdit(path, lines, line, end));
  let before = spot.line;
  while (before > 0 && (lines[before - 1] ?? '').trim() === '') before -= 1;
  const at = before === 0 ? { line: 0, character: 0 } : { line: before - 1, character: (lines[before - 1] ?? '').length };
  const gap = before === 0 ? -1 : gapOf(lines[before - 1] ?? '', spot, framework);
  const marked = end.repeat(gap + 1) + test.map((line) => spot.indent + line).join(end) + tailOf(lines, before, end);
  const edit: TextEdit = { path, range: { start: at, end: at }, newText: plainOf(marked) };
  const moved = imports.reduce((sum, { newText }) => sum + linesOf(newText).length - 1, 0) + at.line;
  const inBody = new LineMap(edit.newText).positionAt(bodyAt(marked) ?? 0);
  const character = inBody.character + (inBody.line === 0 ? at.character : 0);
  return {
    edits: [...imports, edit],
    snippet: `${snippetOf(marked)}$0`,
    line: moved + gap + 1,
    body: { line: moved + inBody.line, character },
  };
}

/** Empty lines above a test: none right below the head of what it is in. */
function gapOf(above: string, { indent, within }: TestSpot, { gap = 1 }: TestFramework): number {
  if (within !== undefined && (above === within || above.trim() === '{')) return 0;
  return indent === '' ? gap : 1;
}

/** What is between a test and what comes behind it. */
function tailOf(lines: readonly string[], next: number, end: string): string {
  if (next >= lines.length) return end;
  const text = (lines[next] ?? '').trim();
  if (text === '') return next === 0 && next === lines.length - 1 ? end : '';
  return /^(?:[)\]}]|end\b)/u.test(text) ? '' : end;
}

/** Behind the last import; else at the top, below what has to be first. */
function importEdit(path: FilePath, lines: readonly string[], line: string, end: string): TextEdit {
  const last = lines.findLastIndex((one) => /^(?:import|from|use|using|require)\b/u.test(one));
  const top = lines.findIndex((one) => !/^(?:#|\s*$)/u.test(one));
  const isText = /^[rRuU]?(?:"""|''')/u.exec(lines[top] ?? '');
  const afterText = isText
    ? lines.findIndex((one, index) => (index > top || one.trim().length > 6) && one.trimEnd().endsWith(isText[0].slice(-3))) + 1
    : 0;
  const at = { line: last >= 0 ? last + 1 : afterText || Math.max(0, top), character: 0 };
  return { path, range: { start: at, end: at }, newText: line + end + (last >= 0 ? '' : end) };
}
