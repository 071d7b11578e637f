import { meaningOf } from '../../model/linkKind.ts';
import * as l10n from '@vscode/l10n';
import type { TestDraft, TestFramework } from '../../formats/languages/language.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { Reading } from '../../formats/extraction/reading.ts';
import type { IndexView } from '../../index/view.ts';
import type { TextEdit } from '../../model/finding.ts';
import { requirementOf, withCriteria } from '../../model/item.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { nameOf } from '../../query/list.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import { applyEdits } from '../edits.ts';
import { shorten } from '../hover/markdown.ts';
import type { Refusal } from '../refusal.ts';
import { namesItem } from './namesItem.ts';
import { frameworkOf } from './testFrameworks.ts';
import { notWritten } from '../refusal.ts';

/** Longest title of a test, and longest line of its comment, in UTF-16 code units. */
const LONGEST_TITLE = 100;
const LONGEST_LINE = 100;
/** A test file is looked for beside code by these names; `{}` is the name of the code file. */
const NEAR: readonly string[] = ['{}.test', '{}.spec', '{}_test', '{}Test', '{}Tests', 'test_{}', '{}IT'];
const FOLDERS: readonly string[] = ['', 'test/', 'tests/', '__tests__/'];

/** A test that is written but for its body. */
export interface ScaffoldedTest {
  readonly edit: TextEdit;
  /** Line on which it begins once the edit is made. */
  readonly line: number;
}

/**
 * The test file whose tests are nearest to an item: one that verifies its siblings, one that verifies something else of its
 * document, one beside the code that implements it, else any that verifies something. Undefined where there is none.
 */
export function testFileFor(view: IndexView, item: Item): FilePath | undefined {
  const requirement = requirementOf(item);
  const neighbours = view.documents().find(({ path }) => path === item.path)?.requirements ?? [];
  return (
    verifying(view, withCriteria(requirement)) ??
    verifying(
      view,
      neighbours.flatMap((one) => [one, ...one.criteria]),
    ) ??
    besideCode(view, withCriteria(requirement)) ??
    verifying(view, view.requirements()) ??
    verifying(view, Array.from(view.requirements(), ({ criteria }) => criteria).flat())
  );
}

function verifying(view: IndexView, items: Iterable<Item>): FilePath | undefined {
  for (const { key } of items) {
    const test = view.coverage(key).links.find(({ is, path }) => is === 'verifies' && view.facts(path)?.role === 'test');
    if (test) return test.path;
  }
  return undefined;
}

function besideCode(view: IndexView, items: readonly Item[]): FilePath | undefined {
  const code = items.flatMap(({ key }) => view.coverage(key).links).filter(({ is }) => is === 'implements');
  for (const { path } of code) {
    const [, folder = '', name = '', extension = ''] = /^(.*?\/)?([^/]+?)(\.[^./]+)$/su.exec(path) ?? [];
    const folders = [
      ...FOLDERS.map((one) => folder + one),
      ...['test/', 'tests/'].flatMap((one) => [one + folder, one + folder.replace(/^[^/]+\//u, '')]),
      folder.replace('src/main/', 'src/test/'),
    ];
    const found = folders
      .flatMap((one) => NEAR.map((pattern) => one + pattern.replace('{}', name) + extension))
      .find((file) => view.files.has(file));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A test for an item at the end of a test file, in the framework that the file follows; its body fails until it is written. */
export function scaffoldTest(view: IndexView, { extractor }: Reading, item: Item, path: FilePath, text: string): ScaffoldedTest | Refusal {
  if (extractor.roleOf(path) !== 'test') return { refusal: l10n.t('{0} is no test file', path) };
  const annotation = writerOf(view.notations, item).annotation?.('verifies', view.referenceTo(item, path), item);
  if (annotation === undefined) return notWritten(item);
  const framework = frameworkOf(path, text);
  if (!framework)
    return { refusal: l10n.t('How tests are written in {0} is not known; write one with an annotation, {1}', path, annotation) };
  const names = new Set(text.match(/[A-Za-z_]\w*/gu));
  const draft = draftOf(view, item, path, annotation);
  for (const titled of [true, false]) {
    const lines = framework.write({ ...draft, titled }, names);
    const made = place(path, text, framework, lines);
    const { annotations } = extractor.extract(path, applyEdits(text, [made.edit]));
    const counts = annotations.some(
      ({ kind, reference }) =>
        meaningOf(view.configuration.kinds, kind) === 'verifies' && reference.range.start.line >= made.line && namesItem(reference, item),
    );
    if (counts) return made;
  }
  return { refusal: l10n.t('A test at the end of {0} would not count; write one with an annotation, {1}', path, annotation) };
}

function draftOf(view: IndexView, item: Item, path: FilePath, annotation: string): Omit<TestDraft, 'titled'> {
  const words = shorten(nameOf(item).replaceAll(/\s+/gu, ' ').trim(), LONGEST_TITLE);
  return { reference: view.referenceTo(item, path), annotation, words, lines: bodyLines(item) };
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

function place(path: FilePath, text: string, { place: where, indent }: TestFramework, test: readonly string[]): ScaffoldedTest {
  const end = lineEndOf(text);
  const lines = linesOf(text);
  let last = lines.length - 1;
  while (last > 0 && (lines[last] ?? '').trim() === '') last -= 1;
  const closing = where === 'inside' ? (lines[last] ?? '').lastIndexOf('}') : -1;
  if (closing >= 0) {
    // Before the bracket that ends the class or the module.
    const at = { line: last, character: 0 };
    const outer = /^\s*/u.exec(lines[last] ?? '')?.[0] ?? '';
    const inner = test.map((line) => outer + indent + line);
    return { edit: { path, range: { start: at, end: at }, newText: ['', ...inner, ''].join(end) }, line: last + 1 };
  }
  const at = { line: last, character: (lines[last] ?? '').length };
  const isEmpty = text.trim() === '';
  const lead = isEmpty ? '' : end + end;
  const tail = last === lines.length - 1 ? end : '';
  return { edit: { path, range: { start: at, end: at }, newText: lead + test.join(end) + tail }, line: isEmpty ? 0 : last + 2 };
}
