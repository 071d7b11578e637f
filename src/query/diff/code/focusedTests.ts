import type { Annotation } from '../../../model/facts.ts';
import { rangeAt } from '../../../model/position.ts';
import { extentOf } from './extent.ts';

/**
 * A test or a group of which runners of JavaScript leave out all others: `it.only("`, `describe.only("`, `fit("`. Mocha, Jest, Vitest, Playwright and AVA
 * call it `only`, Jasmine leads its name with an f. It begins a statement, so that no string counts that speaks of one.
 */
const FOCUSED =
  /(?:^|[;{}])\s*(?:(?:it|test|describe|context|suite|specify|serial)(?:\.\w+)*\.only(?:\.\w+)*\s*[(`]|f(?:it|describe|context)\s*\(\s*["`])/u;

/** Lines on which such tests and groups begin, of a text as `codeOf` has it. */
export function focusedLines(code: readonly string[]): number[] {
  return code.flatMap((text, line) => (FOCUSED.test(text) ? [line] : []));
}

/**
 * True for a test that does not run, since its file has the runner run others only.
 *
 * @param lines as they are, which tell how far tests go.
 * @param focused what `focusedLines` found in them.
 */
export function isLeftOut(lines: readonly string[], focused: readonly number[], annotation: Annotation): boolean {
  const { declaration } = annotation;
  if (declaration?.kind !== 'test' || focused.length === 0) return false;
  const head = declaration.range.start.line;
  const own = extentOf(lines, annotation);
  return focused.every((line) => {
    const range = rangeAt(line, 0, 0);
    const { end } = extentOf(lines, {
      ...annotation,
      reference: { ...annotation.reference, range },
      declaration: { ...declaration, range },
    });
    const isIn = head >= line && head < end;
    const holds = line >= head && line < own.end;
    return !isIn && !holds;
  });
}
