import type { Annotation } from '../../model/facts.ts';
import { rangeAt } from '../../model/position.ts';
import { extentOf } from './extent.ts';

/**
 * A test or a group of which runners of JavaScript leave out all others: `it.only("`, `describe.only("`, `fit("`. Mocha, Jest, Vitest, Playwright and AVA
 * call it `only`, Jasmine leads its name with an f. It begins a statement, so that no string counts that speaks of one.
 */
const FOCUSED =
  /(?:^|[;{}])\s*(?:(?:it|test|describe|context|suite|specify|serial)(?:\.\w+)*\.only(?:\.\w+)*\s*[(`]|f(?:it|describe|context)\s*\(\s*["`])/u;

/**
 * True for a test that does not run, since its file has the runner run others only.
 *
 * @param lines as they are, which tell how far tests go.
 * @param code the same lines as `codeOf` has them.
 */
export function isLeftOut(lines: readonly string[], code: readonly string[], annotation: Annotation): boolean {
  const { declaration } = annotation;
  if (declaration?.kind !== 'test') return false;
  const head = declaration.range.start.line;
  const focused = code.flatMap((text, line) => (FOCUSED.test(text) ? [line] : []));
  if (focused.length === 0) return false;
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
