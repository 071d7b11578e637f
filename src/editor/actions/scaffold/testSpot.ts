import type { Extractor } from '../../../formats/extraction/extract.ts';
import { annotationOn, declaredTests } from '../../../formats/carried/declaredTests.ts';
import { LOOP } from '../../../formats/carriers/code/declarations.ts';
import type { TestFramework } from '../../../formats/languages/language.ts';
import type { IndexView } from '../../../index/view.ts';
import type { Annotation, Declaration } from '../../../model/facts.ts';
import { requirementOf } from '../../../model/item.ts';
import type { Item } from '../../../model/item.ts';
import { meaningOfAnnotation } from '../../../model/linkKind.ts';
import type { FilePath } from '../../../model/position.ts';
import { extentOf } from '../../../query/diff/code/extent.ts';
import { linesOf } from '../../../text/lines.ts';

/** Where a new test goes into a file. */
export interface TestSpot {
  /** The line before which it is put; as many as there are for the end. */
  readonly line: number;
  /** White space before each of its lines. */
  readonly indent: string;
  /** The line that begins the class or group that it goes into; absent for none. */
  readonly within?: string;
  /** The test of the same requirement that it follows, or the group that names the requirement. */
  readonly neighbour?: Annotation;
}

/** A file of tests, taken apart as far as the place of another test asks for. */
interface TestFile {
  readonly lines: readonly string[];
  /** The line from which on no test is found. */
  readonly guard: number;
  readonly verifying: readonly Annotation[];
}

/**
 * Where a test of an item belongs in a test file: behind the last test of the same requirement, in the group that names the requirement, behind the last
 * test that is not within a group of another requirement, in the class or the module that ends the file, at its end. Always before what only starts
 * the tests, `if __name__ == "__main__":`.
 */
export function testSpot(
  view: IndexView,
  extractor: Extractor,
  item: Item,
  { path, text }: { readonly path: FilePath; readonly text: string },
  framework: TestFramework,
): TestSpot {
  const lines = linesOf(text);
  const found = lines.findIndex((line) => framework.guard?.pattern.test(line));
  const guard = found < 0 ? lines.length : found;
  const verifying = extractor
    .extract(path, text)
    .annotations.filter(
      (annotation) =>
        meaningOfAnnotation(view.configuration.kinds, annotation) === 'verifies' &&
        annotation.declaration !== undefined &&
        annotation.declaration.range.start.line < guard,
    );
  const file: TestFile = { lines, guard, verifying };
  const own = verifying.filter(({ reference }) => {
    const meant = view.resolve(reference, path);
    return meant.kind === 'item' && requirementOf(meant.item) === requirementOf(item);
  });
  const test = own.findLast(({ declaration }) => declaration && !declaration.group);
  if (test?.declaration) return { ...behind(file, outOfLoops(file, test)), neighbour: test };
  const group = own.findLast(({ declaration }) => declaration?.group);
  const inGroup = group && inside(file, group, framework);
  if (inGroup) return inGroup;
  const last = declaredTests(path, text, () => true).findLast(({ range }) => range.start.line < guard);
  if (last) return behind(file, outOfOthers(file, annotationOn(last), framework));
  return (framework.place === 'end' ? undefined : beforeEnd(file, framework)) ?? { line: guard, indent: '' };
}

/** A test that is made for each row of a table would be made as often; so the next one follows the loop. */
function outOfLoops({ lines, verifying }: TestFile, annotation: Annotation): Annotation {
  const loop = headsAround(lines, lineOf(annotation)).findLast((line) => LOOP.pattern.test(lines[line] ?? ''));
  return loop === undefined ? annotation : onLine(verifying, loop);
}

/** Groups that name something else would have the test name it as well. */
function outOfOthers({ lines, verifying }: TestFile, last: Annotation, { place }: TestFramework): Annotation {
  const heads = headsAround(lines, lineOf(last));
  const named = heads.findLast((line) => verifying.some((one) => lineOf(one) === line) || LOOP.pattern.test(lines[line] ?? ''));
  // A test in a class stays in it, as none would be found elsewhere.
  const stays = place === 'inside' || (place === 'block' && named !== undefined && indentOf(lines[named] ?? '') === '');
  return named === undefined || stays ? last : onLine(verifying, named);
}

function onLine(annotations: readonly Annotation[], line: number): Annotation {
  const there: Declaration = {
    name: '',
    kind: 'test',
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
  };
  return annotations.find((one) => lineOf(one) === line) ?? annotationOn(there);
}

function lineOf({ declaration, reference }: Annotation): number {
  return (declaration?.range ?? reference.range).start.line;
}

function behind({ lines, guard }: TestFile, annotation: Annotation): TestSpot {
  const head = lineOf(annotation);
  const { end } = extentOf(lines, annotationOn(annotation.declaration ?? { name: '', kind: 'test', range: annotation.reference.range }));
  const around = headsAround(lines, head)[0];
  return {
    line: Math.min(Math.max(end, (annotation.declaration?.range.end.line ?? head) + 1), guard),
    indent: indentOf(lines[head] ?? ''),
    ...(around !== undefined && { within: lines[around] ?? '' }),
  };
}

/** As the last of a group; undefined for one that is all on a line. */
function inside(file: TestFile, group: Annotation, { indent }: TestFramework): TestSpot | undefined {
  const head = lineOf(group);
  const { line } = behind(file, group);
  const closing = line - 1;
  if (closing <= head || indentOf(file.lines[closing] ?? '') !== indentOf(file.lines[head] ?? '')) return undefined;
  return { line: closing, indent: indentOf(file.lines[head] ?? '') + indent, within: file.lines[head] ?? '', neighbour: group };
}

/** Before what ends the class or the module, or behind the last line of a class that indentation ends. */
function beforeEnd({ lines, guard }: TestFile, { indent }: TestFramework): TestSpot | undefined {
  let last = lastBefore(lines, guard);
  for (;;) {
    const closing = lines[last] ?? '';
    if (!/^\s*(?:\}|end\b)/u.test(closing)) break;
    const at = indentOf(closing);
    const head = lines.findLastIndex((line, index) => index < last && indentOf(line) === at && /\w/u.test(line));
    const inner = lastBefore(lines, last);
    // Classes are in it.
    if (!/^\s*(?:namespace|module)\b/u.test(lines[head] ?? '') || inner <= head)
      return { line: last, indent: at + indent, within: lines[head] ?? '' };
    last = inner;
  }
  const classHead = lines.findLastIndex((line, index) => index <= last && /^class\b/u.test(line));
  return classHead < 0 || (lines[last] ?? '').includes('}') ? undefined : { line: last + 1, indent, within: lines[classHead] ?? '' };
}

/** The last line before one that is not empty. */
function lastBefore(lines: readonly string[], line: number): number {
  let last = line - 1;
  while (last > 0 && (lines[last] ?? '').trim() === '') last -= 1;
  return last;
}

/** Lines that begin what a line is in, the innermost first. */
function headsAround(lines: readonly string[], line: number): number[] {
  const heads: number[] = [];
  let width = indentOf(lines[line] ?? '').length;
  for (let above = line - 1; above >= 0 && width > 0; above -= 1) {
    const text = lines[above] ?? '';
    if (text.trim() === '' || indentOf(text).length >= width) continue;
    width = indentOf(text).length;
    heads.push(above);
  }
  return heads;
}

function indentOf(line: string): string {
  return /^[ \t]*/u.exec(line)?.[0] ?? '';
}
